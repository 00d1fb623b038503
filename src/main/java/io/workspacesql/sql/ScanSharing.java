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
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rex.RexNode;

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
    List<ScanPlan> scans = ApiScan.plansIn(rel);
    Map<ScanPlan, Set<ColumnDefinition>> columns = new LinkedHashMap<>();
    for (ScanPlan scan : scans) {
      columns
          .computeIfAbsent(scan.withoutColumns(), key -> new LinkedHashSet<>())
          .addAll(scan.columns());
    }
    return columns.size() == scans.size() ? rel : rel.accept(new ScanSharing(columns));
  }

  @Override
  public RelNode visit(RelNode node) {
    return node instanceof ApiScan scan && scan.plan().measure() == Measure.ROWS
        ? widened(scan)
        : super.visit(node);
  }

  private RelNode widened(ApiScan scan) {
    List<ColumnDefinition> all =
        List.copyOf(columns.getOrDefault(scan.plan().withoutColumns(), Set.of()));
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
