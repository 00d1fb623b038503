package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import sqlline.SqlLine;

/** Scripts as people pipe them into SQLLine. */
class ScriptTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  private static int organizations;

  @Test
  void the_tables_are_listed() throws IOException {
    assertThat(run("!tables")).contains("airbyte", "workspaces", "SYSTEM TABLE", "last_write");
  }

  @Test
  void the_columns_of_a_table_are_listed() throws IOException {
    assertThat(run("!columns workspaces"))
        .contains("'workspaces'", "'id'", "'created_at'", "'TIMESTAMP'", "'color'")
        .doesNotContain("last_write");
  }

  @Test
  void the_primary_key_is_listed() throws IOException {
    assertThat(run("!primarykeys workspaces")).contains("'id'");
  }

  @Test
  void other_metadata_is_listed() throws IOException {
    assertThat(run("!schemas")).contains("'airbyte'", "'driver'");
    assertThat(run("!indexes workspaces")).contains("'id'");
    assertThat(run("!metadata getTypeInfo")).contains("'VARCHAR'", "'TIMESTAMP'");
    assertThat(run("!metadata getTableTypes")).contains("'TABLE'", "'SYSTEM TABLE'");
    assertThat(run("!importedkeys workspaces")).doesNotContain("Error");
    assertThat(run("!procedures")).doesNotContain("Error");
  }

  /** By reflection: every method of the metadata that takes no argument. */
  @Test
  void dbinfo_has_an_answer_to_every_question() throws IOException {
    assertThat(run("!dbinfo"))
        .contains("getDatabaseProductName", "getMaxConnections", "supportsGroupBy")
        .doesNotContain("Exception", "Error");
  }

  @Test
  void a_select_prints_its_rows() throws IOException {
    assertThat(run("SELECT id, name, status FROM workspaces WHERE id = '" + HOOLI + "';"))
        .contains("'" + HOOLI + "','Hooli Energy 0002','active'", "1 row selected");
  }

  @Test
  void a_table_shows_all_columns() throws IOException {
    String sql = "SELECT status, COUNT(*) AS n FROM workspaces GROUP BY status ORDER BY status;";
    assertThat(run("!set outputformat table", sql))
        .containsPattern("\\| +active +\\| 259 +\\|")
        .containsPattern("\\| +inactive +\\| 41 +\\|");
  }

  /** Otherwise a name's column is as wide as the longest name may be. */
  @Test
  void rows_shown_one_by_one_have_all_columns_if_a_column_has_a_width() throws IOException {
    assertThat(
            run(
                "!set outputformat table",
                "!set maxwidth 160",
                "!set incremental true",
                "!set maxcolumnwidth 40",
                "SELECT name, status FROM workspaces WHERE id = '" + HOOLI + "';"))
        .containsPattern("\\| Hooli Energy 0002 {23} \\| active ");
  }

  @Test
  void an_update_tells_its_count() throws IOException {
    assertThat(
            run(
                "UPDATE workspaces SET name = 'Hooli' WHERE id = '" + HOOLI + "';",
                "SELECT name FROM workspaces WHERE id = '" + HOOLI + "';",
                "DELETE FROM workspaces WHERE id = 'none';"))
        .contains("1 row affected", "'Hooli'", "No rows affected");
  }

  @Test
  void a_warning_of_the_driver_is_shown() throws IOException {
    assertThat(run("UPDATE workspaces SET name = 'Hooli' WHERE id = '" + HOOLI + "';"))
        .contains("Warning");
  }

  @Test
  void limits_set_in_sqlline_reach_the_driver() throws IOException {
    assertThat(
            run(
                "!set rowLimit 5",
                "!set timeout 30",
                "!set fetchsize 50",
                "SELECT id FROM workspaces;",
                "!set rowLimit 0",
                "SELECT query_text FROM driver.requests WHERE path_template = '/workspaces';"))
        .contains("5 rows selected", "'limit=5'");
  }

  @Test
  void a_mistake_is_shown_with_its_state() throws IOException {
    assertThat(run("SELECT nam FROM workspaces;")).contains("42S22", "nam");
  }

  @Test
  void autocommit_can_be_switched_and_isolation_asked() throws IOException {
    assertThat(
            run(
                "!autocommit off",
                "SELECT COUNT(*) FROM workspaces;",
                "!commit",
                "!isolation TRANSACTION_NONE"))
        .contains("'300'", "Commit complete");
  }

  private static String run(String... lines) throws IOException {
    ByteArrayOutputStream shown = new ByteArrayOutputStream();
    PrintStream out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    SqlLine sqlline = new SqlLine();
    sqlline.setOutputStream(out);
    sqlline.setErrorStream(out);
    organizations++;
    List<String> arguments =
        new ArrayList<>(
            List.of("-u", "jdbc:airbyte:demo:sqlline" + organizations + "?workspaces=300"));
    arguments.addAll(List.of("-n", "", "-p", "", "--outputformat=csv", "--color=false"));
    String script = String.join("\n", lines) + "\n!quit\n";
    sqlline.begin(
        arguments.toArray(new String[0]),
        new ByteArrayInputStream(script.getBytes(StandardCharsets.UTF_8)),
        false);
    return shown.toString(StandardCharsets.UTF_8);
  }
}
