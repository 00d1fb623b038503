package io.workspacesql.sql.rule;

import com.google.common.collect.ImmutableSet;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.Operand;
import io.workspacesql.sql.predicate.ConditionTranslator;
import io.workspacesql.sql.rel.ApiScan;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelShuttleImpl;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.AggregateCall;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalSort;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexDynamicParam;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.util.ImmutableBitSet;
import org.jspecify.annotations.Nullable;

/**
 * Walks a normalised plan from the leaves up and lets each leaf take over what stands directly
 * above it: conditions, columns, LIMIT and OFFSET, COUNT(*).
 */
public final class Pushdown extends RelShuttleImpl {

  /** The plan with its leaves as small as they get. */
  public static RelNode apply(RelNode rel) {
    return rel.accept(new Pushdown());
  }

  private Pushdown() {}

  @Override
  public RelNode visit(LogicalFilter filter) {
    RelNode input = filter.getInput().accept(this);
    if (!(input instanceof ApiScan scan) || scan.plan().isClosed()) {
      return withInput(filter, input);
    }
    ConditionTranslator translator =
        new ConditionTranslator(filter.getCluster().getRexBuilder(), scan.plan().columns());
    List<Condition> pushed = new ArrayList<>();
    List<RexNode> rest = new ArrayList<>();
    for (RexNode part : RelOptUtil.conjunctions(filter.getCondition())) {
      Optional<Condition> condition = translator.translate(part);
      condition.ifPresentOrElse(pushed::add, () -> rest.add(part));
    }
    ApiScan narrowed = scan.with(scan.plan().withConditions(pushed));
    return rest.isEmpty() ? narrowed : filtered(narrowed, rest, filter);
  }

  private static RelNode filtered(RelNode input, List<RexNode> rest, LogicalFilter origin) {
    RexBuilder rexBuilder = input.getCluster().getRexBuilder();
    // A part of an AND can be a cast that only changes nullability, which no filter may be.
    RexNode condition =
        RexUtil.removeNullabilityCast(
            rexBuilder.getTypeFactory(), RexUtil.composeConjunction(rexBuilder, rest));
    return LogicalFilter.create(input, condition, ImmutableSet.copyOf(origin.getVariablesSet()));
  }

  @Override
  public RelNode visit(LogicalProject project) {
    RelNode input = project.getInput().accept(this);
    if (input instanceof LogicalFilter filter && filter.getInput() instanceof ApiScan scan) {
      return overUsedColumns(project, filter, scan);
    }
    if (input instanceof LogicalSort sort && sort.getInput() instanceof ApiScan scan) {
      return overUsedColumns(project, sort, scan);
    }
    if (!(input instanceof ApiScan scan) || scan.plan().measure() != Measure.ROWS) {
      return withInput(project, input);
    }
    List<ColumnDefinition> columns = scan.plan().columns();
    Set<ColumnDefinition> plain = new LinkedHashSet<>();
    project.getProjects().stream()
        .filter(RexInputRef.class::isInstance)
        .forEach(column -> plain.add(columns.get(((RexInputRef) column).getIndex())));
    return plain.size() == project.getProjects().size()
        ? scan.with(scan.plan().withColumns(List.copyOf(plain)))
        : overUsedColumns(project, scan);
  }

  /** Keeps the expressions and lets the leaf fetch only what they use. */
  private static RelNode overUsedColumns(LogicalProject project, ApiScan scan) {
    UsedColumns used = UsedColumns.of(scan, project.getProjects());
    return used.areAll()
        ? withInput(project, scan)
        : project.copy(
            project.getTraitSet(),
            used.scan(),
            used.renumbered(project.getProjects()),
            project.getRowType());
  }

  /** A sort keeps the rows until the last has come: they had better be small. */
  private static RelNode overUsedColumns(LogicalProject project, LogicalSort sort, ApiScan scan) {
    List<RexNode> expressions = new ArrayList<>(project.getProjects());
    RexBuilder rexBuilder = scan.getCluster().getRexBuilder();
    for (int column : sort.getCollation().getKeys()) {
      expressions.add(rexBuilder.makeInputRef(scan, column));
    }
    UsedColumns used = UsedColumns.of(scan, expressions);
    if (used.areAll()) {
      return withInput(project, sort);
    }
    RelNode sorted =
        LogicalSort.create(
            used.scan(), used.renumbered(sort.getCollation()), sort.offset, sort.fetch);
    return project.copy(
        project.getTraitSet(),
        sorted,
        used.renumbered(project.getProjects()),
        project.getRowType());
  }

  private static RelNode overUsedColumns(
      LogicalProject project, LogicalFilter filter, ApiScan scan) {
    List<RexNode> expressions = new ArrayList<>(project.getProjects());
    expressions.add(filter.getCondition());
    UsedColumns used = UsedColumns.of(scan, expressions);
    if (used.areAll()) {
      return withInput(project, filter);
    }
    List<RexNode> renumbered = used.renumbered(expressions);
    int last = renumbered.size() - 1;
    LogicalFilter above = filter.copy(filter.getTraitSet(), used.scan(), renumbered.get(last));
    return project.copy(
        project.getTraitSet(), above, renumbered.subList(0, last), project.getRowType());
  }

  @Override
  public RelNode visit(LogicalSort sort) {
    RelNode input = sort.getInput().accept(this);
    if (!(input instanceof ApiScan scan)
        || scan.plan().isClosed()
        || !sort.getCollation().getFieldCollations().isEmpty()
        || !isPushable(sort.offset)
        || !isPushable(sort.fetch)) {
      return withInput(sort, input);
    }
    return scan.with(scan.plan().withLimit(rowCount(sort.offset), rowCount(sort.fetch)));
  }

  private static boolean isPushable(@Nullable RexNode count) {
    return count == null || count instanceof RexLiteral || count instanceof RexDynamicParam;
  }

  private static @Nullable Operand rowCount(@Nullable RexNode count) {
    if (count instanceof RexDynamicParam parameter) {
      return new Operand.Parameter(parameter.getIndex());
    }
    return count == null ? null : new Operand.Constant(((RexLiteral) count).getValueAs(Long.class));
  }

  @Override
  public RelNode visit(LogicalAggregate aggregate) {
    RelNode input = aggregate.getInput().accept(this);
    RelNode above =
        input instanceof ApiScan scan
            ? overUsedColumns(aggregate, scan)
            : withInput(aggregate, input);
    if (aggregate.getGroupType() != Aggregate.Group.SIMPLE) {
      return above;
    }
    if (input instanceof ApiScan scan && !scan.plan().isClosed()) {
      RelNode counts = counts(aggregate, scan).orElse(null);
      if (counts != null) {
        return counts;
      }
    }
    RelNode weighted = WeightedCounts.of((LogicalAggregate) above);
    return weighted == null ? above : weighted;
  }

  /** Lets the leaf fetch only the columns that groups and functions use. */
  private static RelNode overUsedColumns(LogicalAggregate aggregate, ApiScan scan) {
    UsedColumns used = UsedColumns.of(scan, ImmutableBitSet.of(RelOptUtil.getAllFields(aggregate)));
    if (used.areAll()) {
      return withInput(aggregate, scan);
    }
    return aggregate.copy(
        aggregate.getTraitSet(),
        used.scan(),
        used.renumbered(aggregate.getGroupSet()),
        aggregate.getGroupSets().stream().map(used::renumbered).toList(),
        aggregate.getAggCallList().stream().map(call -> call.transform(used.mapping())).toList());
  }

  private static Optional<RelNode> counts(LogicalAggregate aggregate, ApiScan scan) {
    boolean counts = countsRows(aggregate.getAggCallList());
    if (counts && aggregate.getGroupSet().isEmpty()) {
      return Optional.of(scan.with(scan.plan().measuring(Measure.COUNT)));
    }
    boolean distinct = aggregate.getAggCallList().isEmpty();
    if (!(counts || distinct) || !isStatus(aggregate.getGroupSet(), scan)) {
      return Optional.empty();
    }
    ApiScan byStatus = scan.with(scan.plan().measuring(Measure.COUNT_BY_STATUS));
    return Optional.of(counts ? byStatus : firstColumn(byStatus, aggregate));
  }

  private static boolean isStatus(ImmutableBitSet group, ApiScan scan) {
    return scan.plan().table().equals(Catalog.WORKSPACES)
        && group.cardinality() == 1
        && scan.plan().columns().get(group.nth(0)).name().equals("status");
  }

  private static RelNode firstColumn(ApiScan scan, LogicalAggregate aggregate) {
    RexNode status = scan.getCluster().getRexBuilder().makeInputRef(scan, 0);
    return LogicalProject.create(
        scan, List.of(), List.of(status), aggregate.getRowType(), ImmutableSet.of());
  }

  private static boolean countsRows(List<AggregateCall> calls) {
    if (calls.size() != 1) {
      return false;
    }
    AggregateCall call = calls.get(0);
    return call.getAggregation().getKind() == SqlKind.COUNT
        && call.getArgList().isEmpty()
        && !call.hasFilter()
        && !call.isDistinct();
  }

  private static RelNode withInput(RelNode parent, RelNode input) {
    return parent.getInput(0) == input ? parent : parent.copy(parent.getTraitSet(), List.of(input));
  }
}
