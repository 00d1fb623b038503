package io.workspacesql.sql;

import com.google.common.collect.Lists;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.DataContexts;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexExecutor;
import org.apache.calcite.rex.RexExecutorImpl;
import org.apache.calcite.rex.RexNode;

/**
 * Folds constant expressions and leaves alone those that fail, such as {@code 1/0}: they fail when
 * the statement runs, with an error that can be read, or never, behind a CASE.
 */
final class CarefulExecutor implements RexExecutor {
  /** Each batch is compiled as one class, whose methods have a limit. */
  private static final int BATCH = 50;

  private final RexExecutor executor = new RexExecutorImpl(DataContexts.EMPTY);

  @Override
  public void reduce(RexBuilder rexBuilder, List<RexNode> constants, List<RexNode> reduced) {
    for (List<RexNode> batch : Lists.partition(constants, BATCH)) {
      List<RexNode> folded = folded(rexBuilder, batch);
      if (batch.size() > 1 && folded.equals(batch)) {
        folded = batch.stream().flatMap(one -> folded(rexBuilder, List.of(one)).stream()).toList();
      }
      reduced.addAll(folded);
    }
  }

  /** All or none. */
  private List<RexNode> folded(RexBuilder rexBuilder, List<RexNode> constants) {
    List<RexNode> folded = new ArrayList<>();
    try {
      executor.reduce(rexBuilder, constants, folded);
      return folded;
    } catch (RuntimeException | LinkageError e) {
      return constants; // ExceptionInInitializerError is how generated constants report failure
    }
  }
}
