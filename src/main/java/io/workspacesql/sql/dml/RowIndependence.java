package io.workspacesql.sql.dml;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.util.Util;
import org.jspecify.annotations.Nullable;

/** Tells expressions that neither name a column nor hold a query. */
final class RowIndependence extends SqlBasicVisitor<@Nullable Void> {
  private RowIndependence() {}

  static boolean test(SqlNode expression) {
    try {
      expression.accept(new RowIndependence());
      return true;
    } catch (Util.FoundOne e) {
      return false;
    }
  }

  @Override
  public @Nullable Void visit(SqlIdentifier identifier) {
    throw Util.FoundOne.NULL;
  }

  @Override
  public @Nullable Void visit(SqlCall call) {
    if (call.isA(SqlKind.QUERY)) {
      throw Util.FoundOne.NULL;
    }
    return super.visit(call);
  }
}
