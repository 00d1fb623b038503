package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.plan.PlanSettings;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ColumnNamesTests {

  static List<TableDefinition> tables() {
    return Catalog.tables();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void no_column_needs_quotes(TableDefinition table) throws SQLException {
    String names =
        table.columns().stream().map(ColumnDefinition::name).collect(Collectors.joining(", "));
    PreparedPlan plan =
        new SqlEngine(new PlanSettings(100, true))
            .prepare("SELECT " + names + " FROM " + table.schema() + "." + table.name());
    assertThat(plan.columns()).hasSameSizeAs(table.columns());
  }
}
