package io.workspacesql.sql;

import io.workspacesql.catalog.ColumnType;
import io.workspacesql.sql.rel.ApiScan;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexShuttle;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;

/** Shows a table's timestamps beside instants, not beside the microseconds that plans hold. */
final class ReadableMoments extends RexShuttle {
  private final RexBuilder rexBuilder;
  private final ApiScan scan;

  private ReadableMoments(ApiScan scan) {
    this.rexBuilder = scan.getCluster().getRexBuilder();
    this.scan = scan;
  }

  static RexNode in(RexNode expression, RelNode input) {
    return input instanceof ApiScan scan && !scan.plan().columns().isEmpty()
        ? RexUtil.expandSearch(scan.getCluster().getRexBuilder(), null, expression)
            .accept(new ReadableMoments(scan))
        : expression;
  }

  @Override
  public RexNode visitCall(RexCall call) {
    List<RexNode> operands = call.getOperands();
    boolean readable =
        call.isA(SqlKind.COMPARISON)
            && operands.size() == 2
            && isTimestamp(operands.get(0))
            && operands.get(1) instanceof RexLiteral literal
            && !literal.isNull();
    return readable
        ? rexBuilder.makeCall(
            call.getType(),
            call.getOperator(),
            List.of(operands.get(0), instant((RexLiteral) operands.get(1))))
        : super.visitCall(call);
  }

  private boolean isTimestamp(RexNode expression) {
    return expression instanceof RexInputRef reference
        && scan.plan().columns().get(reference.getIndex()).type() == ColumnType.TIMESTAMP;
  }

  private RexNode instant(RexLiteral micros) {
    Instant instant = Instant.EPOCH.plus(micros.getValueAs(Long.class), ChronoUnit.MICROS);
    return rexBuilder.makeLiteral(instant.toString());
  }
}
