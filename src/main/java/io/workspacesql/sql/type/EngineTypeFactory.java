package io.workspacesql.sql.type;

import io.workspacesql.catalog.ColumnDefinition;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeName;

/** The planner's types: text is UTF-8 everywhere (the default would refuse '日本'). */
public final class EngineTypeFactory extends JavaTypeFactoryImpl {

  public EngineTypeFactory() {
    super(new EngineTypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /** The row type of these columns. */
  public RelDataType rowType(List<ColumnDefinition> columns) {
    Builder builder = builder();
    columns.forEach(column -> builder.add(column.name(), columnType(column)));
    return builder.build();
  }

  private RelDataType columnType(ColumnDefinition column) {
    RelDataType type =
        switch (column.type()) {
          case VARCHAR ->
              column.precision() > 0
                  ? createSqlType(SqlTypeName.VARCHAR, column.precision())
                  : createSqlType(SqlTypeName.VARCHAR);
          case BOOLEAN -> createSqlType(SqlTypeName.BOOLEAN);
          case INTEGER -> createSqlType(SqlTypeName.INTEGER);
          case BIGINT -> createSqlType(SqlTypeName.BIGINT);
          case TIMESTAMP -> createSqlType(SqlTypeName.TIMESTAMP, column.precision());
        };
    return createTypeWithNullability(type, column.nullable());
  }
}
