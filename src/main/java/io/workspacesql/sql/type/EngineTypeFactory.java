package io.workspacesql.sql.type;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ColumnType;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeMappingRule;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** The planner's types: text is UTF-8 everywhere (the default would refuse '日本'). */
public final class EngineTypeFactory extends JavaTypeFactoryImpl {

  public EngineTypeFactory() {
    super(new EngineTypeSystem());
  }

  @Override
  public Charset getDefaultCharset() {
    return StandardCharsets.UTF_8;
  }

  /** The row type of these columns in SQL. */
  public RelDataType rowType(List<ColumnDefinition> columns) {
    Builder builder = builder();
    columns.forEach(column -> builder.add(column.name(), columnType(column)));
    return builder.build();
  }

  /** The row type of a scan, whose TIMESTAMPs are the numbers of {@link ColumnType#TIMESTAMP}. */
  public RelDataType scanType(List<ColumnDefinition> columns) {
    Builder builder = builder();
    for (ColumnDefinition column : columns) {
      RelDataType type =
          column.type() == ColumnType.TIMESTAMP
              ? createTypeWithNullability(createSqlType(SqlTypeName.BIGINT), column.nullable())
              : columnType(column);
      builder.add(column.name(), type);
    }
    return builder.build();
  }

  /** TIMESTAMPs of several precisions have all six digits in common, whichever comes first. */
  @Override
  public @Nullable RelDataType leastRestrictive(
      List<RelDataType> types, SqlTypeMappingRule mappingRule) {
    RelDataType common = super.leastRestrictive(types, mappingRule);
    boolean mixed = types.stream().map(RelDataType::getPrecision).distinct().count() > 1;
    return common != null && common.getSqlTypeName() == SqlTypeName.TIMESTAMP && mixed
        ? createTypeWithNullability(createSqlType(SqlTypeName.TIMESTAMP), common.isNullable())
        : common;
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
