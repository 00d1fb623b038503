package io.workspacesql.jdbc;

import static io.workspacesql.model.WorkspaceStatus.INACTIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastWriteTests {
  private final FakeBackend backend = new FakeBackend();

  private WorkspacesConnection connection(boolean dryRun) throws SQLException {
    return backend.connection(
        FakeBackend.settings(
            ZoneOffset.UTC, false, new ConnectionSettings.Writes(true, 1000, dryRun, 4)));
  }

  private static List<List<Object>> lastWrite(WorkspacesConnection connection) throws SQLException {
    BoundScan scan =
        new BoundScan(
            Catalog.LAST_WRITE,
            new BoundAccess.Local(),
            Catalog.LAST_WRITE.columns(),
            row -> true,
            true,
            0,
            Long.MAX_VALUE);
    List<List<Object>> rows = new ArrayList<>();
    try (RowCursor cursor = connection.localTables().before(null).open(scan)) {
      while (cursor.next()) {
        rows.add(Arrays.asList(cursor.row()));
      }
    }
    return rows;
  }

  @Test
  void it_has_every_row_with_its_change_and_its_end() throws SQLException {
    backend.plan("UPDATE", FakeWrite.update("a", "b"));
    backend.ends("b", State.FAILED, 403, "not an admin");
    WorkspacesConnection connection = connection(false);
    assertThatThrownBy(() -> connection.createStatement().executeUpdate("UPDATE"))
        .isInstanceOf(SQLException.class);
    String body = "{\"status\":\"inactive\"}";
    String change = "status: active → inactive";
    assertThat(lastWrite(connection))
        .containsExactly(
            Arrays.asList(
                1L,
                1L,
                "UPDATE",
                "a",
                null,
                "PUT",
                "/workspaces/a",
                body,
                change,
                "done",
                false,
                200,
                null,
                "r"),
            Arrays.asList(
                1L,
                2L,
                "UPDATE",
                "b",
                null,
                "PUT",
                "/workspaces/b",
                body,
                change,
                "failed",
                false,
                403,
                "not an admin",
                "r-b"));
  }

  @Test
  void names_are_shown_when_they_are_known() throws SQLException {
    backend.plan("DELETE", FakeWrite.delete("a"));
    backend.plan("INSERT", FakeWrite.insert("Acme"));
    backend.plan("RENAME", FakeWrite.rename("a", "Acme", "Beta"));
    backend.plan("BLIND", FakeWrite.rename("a", null, "Beta"));
    WorkspacesConnection connection = connection(false);
    Statement batch = connection.createStatement();
    for (String sql : List.of("DELETE", "INSERT", "RENAME", "BLIND")) {
      batch.addBatch(sql);
    }
    batch.executeBatch();
    assertThat(lastWrite(connection))
        .extracting(row -> row.get(3) + " | " + row.get(4) + " | " + row.get(8))
        .containsExactly(
            "a | name of a | name: name of a → (deleted)",
            "id of Acme | Acme | name: (none) → Acme",
            "a | Acme | name: Acme → Beta",
            "a | null | name: ? → Beta");
  }

  @Test
  void a_row_to_create_shows_all_that_is_sent_for_it() throws SQLException {
    backend.plan("INSERT", FakeWrite.insert(new WriteTask.Create("Acme", INACTIVE, null)));
    WorkspacesConnection connection = connection(true);
    connection.createStatement().executeUpdate("INSERT");
    assertThat(lastWrite(connection))
        .singleElement()
        .extracting(row -> row.get(5) + " | " + row.get(7))
        .isEqualTo("POST; PUT | {\"workspace_name\":\"Acme\"}; {\"status\":\"inactive\"}");
  }

  @Test
  void a_dry_run_shows_the_rows_it_would_write() throws SQLException {
    backend.plan("DELETE", FakeWrite.delete("a"));
    WorkspacesConnection connection = connection(true);
    connection.createStatement().executeUpdate("DELETE");
    assertThat(lastWrite(connection))
        .containsExactly(
            Arrays.asList(
                1L,
                1L,
                "DELETE",
                "a",
                "name of a",
                "DELETE",
                "/workspaces/a",
                null,
                "name: name of a → (deleted)",
                "not tried",
                true,
                null,
                null,
                null));
  }

  @Test
  void it_is_empty_before_the_first_write_and_after_one_that_sent_nothing() throws SQLException {
    FakeWrite write = backend.plan("DELETE", FakeWrite.delete("a"));
    WorkspacesConnection connection = connection(false);
    assertThat(lastWrite(connection)).isEmpty();
    connection.createStatement().executeUpdate("DELETE");
    write.onFreeze = Failure.NOT_NULL.because("no");
    assertThatThrownBy(() -> connection.createStatement().executeUpdate("DELETE"))
        .isSameAs(write.onFreeze);
    assertThat(lastWrite(connection)).isEmpty();
  }
}
