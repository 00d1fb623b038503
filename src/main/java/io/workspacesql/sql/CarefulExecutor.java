package io.workspacesql.sql;

import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContexts;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexNode;

/**
 * Folds constant expressions one by one and leaves alone those that fail, such as {@code 1/0}: they
 * fail when the statement runs, with an error that can be read, or never, behind a CASE.
 */
final class CarefulExecutor implements RexExecutor {
  private final RexExecutor executor = new RexExecutorImpl(DataContexts.EMPTY);

  @Override
  public void reduce(RexBuilder rexBuilder, List<RexNode> constants, List<RexNode> reduced) {
    for (RexNode constant : constants) {
      reduced.add(reduceOne(rexBuilder, constant));
    }
  }

  private RexNode reduceOne(RexBuilder rexBuilder, RexNode constant) {
    List<RexNode> result = new ArrayList<>();
    try {
      executor.reduce(rexBuilder, List.of(constant), result);
      return result.get(0);
    } catch (RuntimeException | LinkageError e) {
      return constant; // ExceptionInInitializerError is how generated constants report failure
    }
  }
}
