package io.workspacesql.sql;

import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/** Copies a syntax tree whole: validation changes the tree that it is given. */
final class DeepCopy extends SqlShuttle {
  private DeepCopy() {}

  static SqlNode of(SqlNode node) {
    return node.accept(new DeepCopy());
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    CallCopyingArgHandler copied = new CallCopyingArgHandler(call, true);
    call.getOperator().acceptCall(this, call, false, copied);
    return copied.result();
  }

  @Override
  public SqlNode visit(SqlIdentifier identifier) {
    return identifier.clone(identifier.getParserPosition());
  }
}
