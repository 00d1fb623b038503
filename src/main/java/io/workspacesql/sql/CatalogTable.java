package io.workspacesql.sql;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Customers;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.time.LeafTimestamps;
import io.workspacesql.sql.type.EngineTypeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.TranslatableTable;
import org.apache.calcite.schema.impl.AbstractTable;

/** A table of the driver's catalog as the planner sees it: it becomes the one leaf. */
final class CatalogTable extends AbstractTable implements TranslatableTable {
  private final TableDefinition definition;

  CatalogTable(TableDefinition definition) {
    this.definition = definition;
  }

  @Override
  public RelDataType getRowType(RelDataTypeFactory typeFactory) {
    return ((EngineTypeFactory) typeFactory).rowType(definition.columns());
  }

  @Override
  public RelNode toRel(RelOptTable.ToRelContext context, RelOptTable table) {
    return definition.equals(Catalog.CUSTOMERS)
        ? customers(context.getCluster(), table.getRowType())
        : LeafTimestamps.over(
            ApiScan.of(context.getCluster(), ScanPlan.of(definition)), table.getRowType());
  }

  /** The leaf of the workspaces with its columns under other names. */
  private RelNode customers(RelOptCluster cluster, RelDataType rowType) {
    TableDefinition workspaces = Catalog.WORKSPACES;
    RelNode leaf =
        LeafTimestamps.over(
            ApiScan.of(cluster, ScanPlan.of(workspaces)),
            ((EngineTypeFactory) cluster.getTypeFactory()).rowType(workspaces.columns()));
    List<RexNode> columns = new ArrayList<>();
    for (ColumnDefinition column : definition.columns()) {
      String name = Customers.ofWorkspaces(column.name());
      int place = workspaces.columns().indexOf(workspaces.column(name));
      columns.add(cluster.getRexBuilder().makeInputRef(leaf, place));
    }
    return LogicalProject.create(leaf, List.of(), columns, rowType.getFieldNames(), Set.of());
  }
}
