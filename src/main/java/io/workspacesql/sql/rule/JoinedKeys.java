package io.workspacesql.sql.rule;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.JoinKeys;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.rel.JoinSide;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.JoinInfo;
import org.apache.calcite.rel.core.JoinRelType;
import org.apache.calcite.rel.core.RelFactories;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.rules.JoinCommuteRule;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.sql.type.SqlTypeUtil;
import org.jspecify.annotations.Nullable;

/**
 * Lets a scan that is joined on its key ask for the keys of the other side alone. Which side asks
 * and which is asked follows from the kind of join and from how many rows each may have; whether
 * single rows are really fewer requests than the list is decided when the keys are known.
 */
public final class JoinedKeys extends RelHomogeneousShuttle {
  /** Equal sides get one number, so that equal scans stay equal and are read once. */
  private final Map<String, Integer> sides = new HashMap<>();

  /** Scans that stand in the statement more than once, and somewhere without keys. */
  private final Set<ScanPlan> readWhole;

  private JoinedKeys(Set<ScanPlan> readWhole) {
    this.readWhole = readWhole;
  }

  /** The plan with its joins on keys; unchanged when a part of it runs once per row. */
  public static RelNode apply(RelNode rel) {
    AtomicBoolean joins = new AtomicBoolean();
    AtomicBoolean perRow = new AtomicBoolean();
    List<ScanPlan> scans = scans(rel);
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        perRow.compareAndSet(false, node instanceof Correlate);
        joins.compareAndSet(false, node instanceof Join);
        super.visit(node, ordinal, parent);
      }
    }.go(rel);
    return joins.get() && !perRow.get() ? apply(rel, scans) : rel;
  }

  /** What is read whole in one place is there for all others: keys would ask for it again. */
  private static RelNode apply(RelNode rel, List<ScanPlan> scans) {
    RelNode joined = rel.accept(new JoinedKeys(Set.of()));
    Set<ScanPlan> readWhole = new HashSet<>(scans(joined));
    readWhole.removeIf(scan -> Collections.frequency(scans, scan) < 2);
    return readWhole.isEmpty() ? joined : rel.accept(new JoinedKeys(readWhole));
  }

  private static List<ScanPlan> scans(RelNode rel) {
    return ApiScan.plansIn(rel).stream().map(ScanPlan::withoutColumns).toList();
  }

  @Override
  public RelNode visit(RelNode node) {
    RelNode visited = super.visit(node);
    return visited instanceof LogicalJoin join ? joined(join) : visited;
  }

  private RelNode joined(LogicalJoin join) {
    JoinInfo keys = join.analyzeCondition();
    for (int i = 0; i < keys.leftKeys.size(); i++) {
      RelNode changed = joined(join, keys.leftKeys.get(i), keys.rightKeys.get(i));
      if (changed != null) {
        return changed;
      }
    }
    return join;
  }

  /** The side that brings the keys stands on the left, where code is generated first. */
  private @Nullable RelNode joined(LogicalJoin join, int left, int right) {
    RelNode asked =
        mayAskRight(join.getJoinType())
            ? asked(join.getRight(), right, join.getLeft(), left)
            : null;
    if (asked != null) {
      return join.copy(join.getTraitSet(), List.of(bringing(join.getLeft(), left), asked));
    }
    asked =
        mayAskLeft(join.getJoinType()) ? asked(join.getLeft(), left, join.getRight(), right) : null;
    if (asked == null) {
      return null;
    }
    return JoinCommuteRule.swap(
        join.copy(join.getTraitSet(), List.of(asked, bringing(join.getRight(), right))),
        true,
        RelFactories.LOGICAL_BUILDER.create(join.getCluster(), null));
  }

  /** Rows of the right side that match no row of the left may be missing. */
  private static boolean mayAskRight(JoinRelType type) {
    return type == JoinRelType.INNER
        || type == JoinRelType.LEFT
        || type == JoinRelType.SEMI
        || type == JoinRelType.ANTI;
  }

  private static boolean mayAskLeft(JoinRelType type) {
    return type == JoinRelType.INNER || type == JoinRelType.RIGHT;
  }

  private RelNode bringing(RelNode side, int column) {
    return JoinSide.of(side, number(side, column), column);
  }

  private int number(RelNode side, int column) {
    return sides.computeIfAbsent(column + " of " + RelOptUtil.toString(side), text -> sides.size());
  }

  /** The side that will ask for keys; null = it cannot, or it would gain nothing. */
  private @Nullable RelNode asked(RelNode asked, int column, RelNode bringing, int key) {
    RelDataType type = bringing.getRowType().getFieldList().get(key).getType();
    if (!SqlTypeUtil.inCharFamily(type)) {
      return null;
    }
    double keys = bringing.getCluster().getMetadataQuery().getRowCount(bringing);
    return KeyedLeaf.change(
        asked,
        column,
        (scan, keyColumn) ->
            gains(scan, keyColumn, keys)
                ? scan.with(scan.plan().joinedOn(new JoinKeys(keyColumn, number(bringing, key))))
                : null);
  }

  private boolean gains(ApiScan scan, ColumnDefinition column, double keys) {
    ScanPlan plan = scan.plan();
    return plan.measure() == Measure.ROWS
        && !plan.isClosed()
        && plan.hasKey(column)
        && !plan.asksByKey()
        && plan.joinKeys() == null
        && keys < scan.estimateRowCount(scan.getCluster().getMetadataQuery())
        && !readWhole.contains(plan.withoutColumns());
  }
}
