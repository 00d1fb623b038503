package io.workspacesql.sql;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Measure;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;
import org.jspecify.annotations.Nullable;

/**
 * Makes scans equal that differ only in their columns, so that the rows of a table that a statement
 * names twice are asked for once.
 */
final class ScanSharing extends RelHomogeneousShuttle {
  private final Map<ScanPlan, Set<ColumnDefinition>> columns;

  private ScanSharing(Map<ScanPlan, Set<ColumnDefinition>> columns) {
    this.columns = columns;
  }

  static RelNode apply(RelNode rel) {
    List<ScanPlan> scans = scans(rel);
    Map<ScanPlan, Set<ColumnDefinition>> columns = new LinkedHashMap<>();
    for (ScanPlan scan : scans) {
      columns.computeIfAbsent(rowsOf(scan), key -> new LinkedHashSet<>()).addAll(scan.columns());
    }
    return columns.size() == scans.size() ? rel : rel.accept(new ScanSharing(columns));
  }

  static List<ScanPlan> scans(RelNode rel) {
    List<ScanPlan> scans = new ArrayList<>();
    new RelVisitor() {
      @Override
      public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
        if (node instanceof ApiScan scan) {
          scans.add(scan.plan());
        }
        super.visit(node, ordinal, parent);
      }
    }.go(rel);
    return scans;
  }

  /** What the scan asks for, whatever the columns. */
  private static ScanPlan rowsOf(ScanPlan scan) {
    return scan.withColumns(List.of());
  }

  @Override
  public RelNode visit(RelNode node) {
    return node instanceof ApiScan scan && scan.plan().measure() == Measure.ROWS
        ? widened(scan)
        : super.visit(node);
  }

  private RelNode widened(ApiScan scan) {
    List<ColumnDefinition> all = List.copyOf(columns.getOrDefault(rowsOf(scan.plan()), Set.of()));
    if (all.equals(scan.plan().columns())) {
      return scan;
    }
    ApiScan wide = scan.with(scan.plan().withColumns(all));
    List<RexNode> wanted = new ArrayList<>();
    for (ColumnDefinition column : scan.plan().columns()) {
      wanted.add(scan.getCluster().getRexBuilder().makeInputRef(wide, all.indexOf(column)));
    }
    return LogicalProject.create(
        wide, List.of(), wanted, scan.getRowType().getFieldNames(), Set.of());
  }
}
