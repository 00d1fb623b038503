package io.workspacesql.sql;

import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import io.workspacesql.sql.time.LeafTimestamps;
import io.workspacesql.sql.type.EngineTypeFactory;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeFactory;
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
    return LeafTimestamps.over(
        ApiScan.of(context.getCluster(), ScanPlan.of(definition)), table.getRowType());
  }
}
