package io.workspacesql.sql.dml;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/** Pieces of syntax tree that writes are rewritten with. */
final class Syntax {
  private static final SqlParserPos NOWHERE = SqlParserPos.ZERO;

  private Syntax() {}

  static SqlSelect select(
      List<SqlNode> columns, @Nullable SqlNode from, @Nullable SqlNode condition) {
    return new SqlSelect(
        NOWHERE,
        null,
        new SqlNodeList(columns, NOWHERE),
        from,
        condition,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static SqlNode column(String name) {
    return new SqlIdentifier(name, NOWHERE);
  }

  /** The value as the column's type, as an assignment converts it. */
  static SqlNode assigned(SqlNode value, ColumnDefinition column) {
    SqlDataTypeSpec type =
        new SqlDataTypeSpec(
            new SqlBasicTypeNameSpec(
                switch (column.type()) {
                  case VARCHAR -> SqlTypeName.VARCHAR;
                  case BOOLEAN -> SqlTypeName.BOOLEAN;
                  case INTEGER -> SqlTypeName.INTEGER;
                  case BIGINT -> SqlTypeName.BIGINT;
                  case TIMESTAMP -> SqlTypeName.TIMESTAMP;
                },
                NOWHERE),
            NOWHERE);
    return SqlStdOperatorTable.CAST.createCall(value.getParserPosition(), value, type);
  }

  /** Each value as its column's type. */
  static List<SqlNode> assigned(List<SqlNode> values, List<ColumnDefinition> columns) {
    List<SqlNode> assigned = new ArrayList<>();
    for (int i = 0; i < values.size(); i++) {
      assigned.add(assigned(values.get(i), columns.get(i)));
    }
    return assigned;
  }

  static SqlNode row(List<SqlNode> values) {
    return SqlStdOperatorTable.ROW.createCall(NOWHERE, values);
  }

  static SqlNode values(List<SqlNode> rows) {
    return SqlStdOperatorTable.VALUES.createCall(NOWHERE, rows);
  }

  /** The value itself, or NULL for DEFAULT: the server's own defaults come of leaving out. */
  static SqlNode given(SqlNode value) {
    return value.getKind() == SqlKind.DEFAULT
        ? SqlLiteral.createNull(value.getParserPosition())
        : value;
  }

  static SqlNode named(SqlNode source, @Nullable SqlIdentifier alias) {
    return alias == null
        ? source
        : SqlStdOperatorTable.AS.createCall(source.getParserPosition(), source, alias);
  }

  /** A derived table with named columns: {@code (query) AS alias (columns)}. */
  static SqlNode derived(SqlNode query, String alias, List<SqlNode> columns) {
    SqlNode[] operands = new SqlNode[columns.size() + 2];
    operands[0] = query;
    operands[1] = new SqlIdentifier(alias, NOWHERE);
    for (int i = 0; i < columns.size(); i++) {
      operands[i + 2] = columns.get(i);
    }
    return SqlStdOperatorTable.AS.createCall(NOWHERE, operands);
  }
}
