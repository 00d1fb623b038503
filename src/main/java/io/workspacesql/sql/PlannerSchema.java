package io.workspacesql.sql;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.TableDefinition;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.calcite.jdbc.CalciteSchema;
import org.apache.calcite.schema.Table;
import org.apache.calcite.schema.impl.AbstractSchema;

/** The driver's catalog as a schema tree of the planner, without the planner's own metadata. */
final class PlannerSchema {
  private PlannerSchema() {}

  static CalciteSchema root() {
    Map<String, Map<String, Table>> schemas = new LinkedHashMap<>();
    for (TableDefinition table : Catalog.tables()) {
      schemas
          .computeIfAbsent(table.schema(), name -> new LinkedHashMap<>())
          .put(table.name(), new CatalogTable(table));
    }
    CalciteSchema root = CalciteSchema.createRootSchema(false, false);
    schemas.forEach((name, tables) -> root.add(name, new FixedSchema(tables)));
    return root;
  }

  private static final class FixedSchema extends AbstractSchema {
    private final Map<String, Table> tables;

    FixedSchema(Map<String, Table> tables) {
      this.tables = tables;
    }

    @Override
    protected Map<String, Table> getTableMap() {
      return tables;
    }
  }
}
