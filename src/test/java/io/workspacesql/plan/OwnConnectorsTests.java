package io.workspacesql.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ListedTables;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Which request for connectors a scoped token allows. */
class OwnConnectorsTests {
  private static final String OWN = "00000000-0000-4000-8000-000000000001";
  private static final String OTHER = "00000000-0000-4000-8000-000000000002";

  private static TokenScope scope(String name, boolean fresh) {
    return new TokenScope(OWN, name, fresh, null, "'Acme'", "/info", true);
  }

  /** The queries of the requests for a statement that shows the connectors' names. */
  private static List<String> queries(TokenScope scope, String column, String... values)
      throws SQLException {
    ColumnDefinition named = ListedTables.CONNECTORS.column(column);
    List<Operand> operands = Stream.of(values).<Operand>map(Operand.Constant::new).toList();
    ScanPlan plan =
        ScanPlan.of(ListedTables.CONNECTORS)
            .withColumns(List.of(ListedTables.CONNECTORS.column("name")))
            .withConditions(List.of(new Condition.In(named, Fold.NONE, operands)));
    BoundScan narrowed = scope.narrowed(plan.bind(List.of()));
    return ((BoundAccess.Calls) narrowed.access())
        .calls().stream().map(call -> ListingDescription.text(call.query())).toList();
  }

  @Test
  void its_own_name_becomes_its_id_which_only_one_workspace_has() throws SQLException {
    assertThat(queries(scope("Acme", true), "workspace_name", "Acme"))
        .containsExactly("workspace_id=" + OWN);
  }

  @Test
  void a_name_that_may_have_changed_is_left_to_the_server() throws SQLException {
    assertThat(queries(scope("Acme", false), "workspace_name", "Acme 2"))
        .containsExactly("workspace_name=Acme 2");
    assertThat(queries(scope(null, true), "workspace_name", "Acme"))
        .containsExactly("workspace_name=Acme");
  }

  @Test
  void another_workspace_is_refused_also_beside_its_own() {
    assertRefused(scope("Acme", true), "workspace_name", "Acme", "Other");
    assertRefused(scope("Acme", true), "workspace_id", OTHER);
    assertRefused(scope("Acme", false), "workspace_id", OWN, OTHER);
  }

  private static void assertRefused(TokenScope scope, String column, String... values) {
    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> queries(scope, column, values))
        .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("42501"))
        .withMessageContaining("for workspace 'Acme' alone");
  }
}
