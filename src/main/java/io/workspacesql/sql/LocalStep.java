package io.workspacesql.sql;

import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.PushdownRule;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.rel.JoinSide;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rex.RexInputRef;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/** Says in words what the driver computes itself and why the API does not do it. */
final class LocalStep {
  private LocalStep() {}

  /** A sentence for people; null = nothing worth to be said. */
  static @Nullable String describe(RelNode node) {
    if (node instanceof Filter filter) {
      return "keep rows with " + filterText(filter) + reason(filter);
    }
    if (node instanceof Project project) {
      return projectText(project);
    }
    if (node instanceof Aggregate) {
      return aggregateText(node);
    }
    if (node instanceof Sort sort) {
      return sort.getCollation().getFieldCollations().isEmpty()
          ? "pass on only the rows wanted, then stop reading"
          : "sort, which reads all rows: the API has no order";
    }
    if (node instanceof JoinSide) {
      return null;
    }
    if (node instanceof Join) {
      return "join: the API reads one table at a time";
    }
    return node instanceof Values values ? valuesText(values) : otherText(node);
  }

  private static String aggregateText(RelNode aggregate) {
    boolean numbers =
        ApiScan.plansIn(aggregate).stream().noneMatch(scan -> scan.measure() == Measure.ROWS);
    return numbers
        ? "add up the numbers that were counted"
        : "group and aggregate, which reads all rows:"
            + " the API counts only workspaces and workspaces per status";
  }

  private static String otherText(RelNode node) {
    return node instanceof SetOp setOp
        ? setOp.kind.sql.toLowerCase(Locale.ROOT) + " of several reads"
        : node.getRelTypeName().replace("Logical", "").toLowerCase(Locale.ROOT);
  }

  private static @Nullable String valuesText(Values values) {
    if (values.getTuples().isEmpty()) {
      return "no row is possible: the conditions exclude each other, or no row is wanted";
    }
    return "rows that the statement itself holds: " + values.getTuples().size();
  }

  private static @Nullable String projectText(Project project) {
    List<RexNode> computed =
        project.getProjects().stream().filter(e -> !(e instanceof RexInputRef)).toList();
    return computed.isEmpty()
        ? null
        : "compute "
            + computed.stream()
                .map(expression -> ExpressionText.of(expression, project.getInput()))
                .collect(Collectors.joining(", "));
  }

  private static String filterText(Filter filter) {
    return ExpressionText.of(filter.getCondition(), filter.getInput());
  }

  private static String reason(Filter filter) {
    if (!(filter.getInput() instanceof ApiScan scan) || scan.plan().isClosed()) {
      return ": it concerns rows that the driver has computed or cut off";
    }
    TableDefinition table = scan.plan().table();
    if (table.kind().isLocal()) {
      return "";
    }
    List<String> reasons = new ArrayList<>();
    for (RexNode part : RelOptUtil.conjunctions(filter.getCondition())) {
      String reason = reason(part, table, filter.getInput().getRowType().getFieldNames());
      if (!reasons.contains(reason)) {
        reasons.add(reason);
      }
    }
    return ": " + String.join("; ", reasons);
  }

  private static String reason(RexNode condition, TableDefinition table, List<String> names) {
    List<String> columns =
        RelOptUtil.InputFinder.bits(condition).toList().stream().map(names::get).toList();
    List<String> unknown =
        columns.stream().filter(name -> !PushdownRule.knows(table, name)).toList();
    if (!unknown.isEmpty()) {
      return "the API has no filter for " + String.join(", ", unknown);
    }
    return columns.size() > 1
        ? "the API cannot join conditions on several columns by OR"
        : "the API has no such filter" + (columns.isEmpty() ? "" : " for " + columns.get(0));
  }
}
