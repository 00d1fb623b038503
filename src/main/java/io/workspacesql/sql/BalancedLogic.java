package io.workspacesql.sql;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Makes chains of AND and of OR shallow: the parser nests {@code a OR b OR c …} as deep as it is
 * long, and the planner recurses over it. The order of the conditions stays.
 */
final class BalancedLogic extends SqlShuttle {
  private BalancedLogic() {}

  static SqlNode of(SqlNode statement) {
    SqlNode balanced = statement.accept(new BalancedLogic());
    return balanced == null ? statement : balanced;
  }

  /** Whether the operand of this kind is one more link of the same chain. */
  static boolean isLink(SqlNode node, SqlNode operand) {
    return (node.getKind() == SqlKind.AND || node.getKind() == SqlKind.OR)
        && operand.getKind() == node.getKind();
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    if (call.getKind() != SqlKind.AND && call.getKind() != SqlKind.OR) {
      return super.visit(call);
    }
    List<SqlNode> links = new ArrayList<>();
    for (SqlNode link : links(call)) {
      links.add(of(link));
    }
    return tree(call, links);
  }

  private static List<SqlNode> links(SqlCall chain) {
    List<SqlNode> links = new ArrayList<>();
    Deque<SqlNode> open = new ArrayDeque<>(List.of(chain));
    while (!open.isEmpty()) {
      SqlNode node = open.pop();
      if (node == chain || isLink(chain, node)) {
        open.push(((SqlCall) node).operand(1));
        open.push(((SqlCall) node).operand(0));
      } else {
        links.add(node);
      }
    }
    return links;
  }

  private static SqlNode tree(SqlCall chain, List<SqlNode> links) {
    if (links.size() == 1) {
      return links.get(0);
    }
    int half = links.size() / 2;
    return new SqlBasicCall(
        chain.getOperator(),
        List.of(
            tree(chain, links.subList(0, half)), tree(chain, links.subList(half, links.size()))),
        chain.getParserPosition());
  }
}
