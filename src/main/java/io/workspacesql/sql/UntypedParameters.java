package io.workspacesql.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Says of every parameter that it is text. The second try for statements in which nothing tells the
 * type, such as {@code COALESCE(?, 'x')}; LIMIT and OFFSET stay as they are.
 */
final class UntypedParameters extends SqlShuttle {
  private boolean found;

  private UntypedParameters() {}

  /** The statement with every parameter cast to text; null = it has none. */
  static @Nullable SqlNode asText(SqlNode statement) {
    UntypedParameters shuttle = new UntypedParameters();
    SqlNode typed = statement.accept(shuttle);
    return shuttle.found ? typed : null;
  }

  @Override
  public SqlNode visit(SqlDynamicParam parameter) {
    found = true;
    SqlParserPos position = parameter.getParserPosition();
    SqlDataTypeSpec text =
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.VARCHAR, position), position);
    return SqlStdOperatorTable.CAST.createCall(position, parameter, text);
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (!(call instanceof SqlOrderBy orderBy)) {
      return super.visit(call);
    }
    List<@Nullable SqlNode> order = new ArrayList<>();
    orderBy.orderList.forEach(key -> order.add(key.accept(this)));
    return new SqlOrderBy(
        orderBy.getParserPosition(),
        orderBy.query.accept(this),
        new SqlNodeList(order, orderBy.orderList.getParserPosition()),
        orderBy.offset,
        orderBy.fetch);
  }
}
