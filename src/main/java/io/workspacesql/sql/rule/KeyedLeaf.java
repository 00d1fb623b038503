package io.workspacesql.sql.rule;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.rel.JoinSide;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexCall;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.type.SqlTypeName;
import org.jspecify.annotations.Nullable;

/**
 * Finds the leaf that a column of a plan comes from, through operators that do not mind when rows
 * with other values of that column are missing below them.
 */
final class KeyedLeaf {
  /** What becomes of the leaf. */
  @FunctionalInterface
  interface Change {
    /** The new leaf; null = it stays, and so does all above it. */
    @Nullable ApiScan of(ApiScan leaf, ColumnDefinition column);
  }

  private final Change change;

  private KeyedLeaf(Change change) {
    this.change = change;
  }

  /** The plan with the changed leaf; null = there is none, or it stays. */
  static @Nullable RelNode change(RelNode plan, int column, Change change) {
    return new KeyedLeaf(change).changed(plan, column);
  }

  private @Nullable RelNode changed(RelNode node, int column) {
    if (node instanceof ApiScan scan) {
      // Counts have columns of their own.
      boolean plain = column < scan.plan().columns().size();
      return plain ? change.of(scan, scan.plan().columns().get(column)) : null;
    }
    if (node instanceof LogicalFilter filter && filter.getVariablesSet().isEmpty()) {
      return below(filter, 0, column);
    }
    if (node instanceof JoinSide side) {
      return below(side, 0, column);
    }
    if (node instanceof LogicalProject project) {
      return throughProject(project, column);
    }
    if (node instanceof LogicalAggregate aggregate) {
      return throughGroups(aggregate, column);
    }
    return node instanceof LogicalJoin join ? throughJoin(join, column) : null;
  }

  /** A window looks at rows with other values. */
  private @Nullable RelNode throughProject(LogicalProject project, int column) {
    RexNode expression = withoutWidening(project.getProjects().get(column));
    return !project.containsOver() && expression instanceof RexInputRef reference
        ? below(project, 0, reference.getIndex())
        : null;
  }

  /** A cast to a longer VARCHAR changes no text. */
  private static RexNode withoutWidening(RexNode expression) {
    if (!expression.isA(SqlKind.CAST)) {
      return expression;
    }
    RexNode operand = ((RexCall) expression).getOperands().get(0);
    RelDataType from = operand.getType();
    RelDataType to = expression.getType();
    boolean wider =
        from.getSqlTypeName() == SqlTypeName.VARCHAR
            && to.getSqlTypeName() == SqlTypeName.VARCHAR
            && (to.getPrecision() == RelDataType.PRECISION_NOT_SPECIFIED
                || to.getPrecision() >= from.getPrecision());
    return wider ? operand : expression;
  }

  private @Nullable RelNode throughGroups(LogicalAggregate aggregate, int column) {
    return aggregate.getGroupType() == Aggregate.Group.SIMPLE && column < aggregate.getGroupCount()
        ? below(aggregate, 0, aggregate.getGroupSet().nth(column))
        : null;
  }

  private @Nullable RelNode throughJoin(LogicalJoin join, int column) {
    int leftColumns = join.getLeft().getRowType().getFieldCount();
    JoinRelType type = join.getJoinType();
    if (column < leftColumns) {
      return type.generatesNullsOnLeft() ? null : below(join, 0, column);
    }
    return type.generatesNullsOnRight() ? null : below(join, 1, column - leftColumns);
  }

  private @Nullable RelNode below(RelNode node, int input, int column) {
    RelNode changed = changed(node.getInput(input), column);
    if (changed == null) {
      return null;
    }
    List<RelNode> inputs = new ArrayList<>(node.getInputs());
    inputs.set(input, changed);
    return node.copy(node.getTraitSet(), inputs);
  }
}
