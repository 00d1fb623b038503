package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import groovy.lang.Binding;
import groovy.lang.GroovyShell;
import groovy.sql.Sql;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Scripts in Groovy, for which {@code sql} is open. */
class GroovySqlTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  private static int organizations;

  private Sql sql;

  @BeforeEach
  void open() throws SQLException {
    organizations++;
    sql = Sql.newInstance("jdbc:airbyte:demo:groovy" + organizations + "?workspaces=300");
  }

  @AfterEach
  void close() {
    sql.close();
  }

  @Test
  void a_value_in_a_string_becomes_a_parameter() {
    assertThat(
            run(
                """
                def status = 'inactive'
                sql.firstRow("SELECT COUNT(*) AS n FROM workspaces WHERE status = $status").n
                """))
        .isEqualTo(41L);
  }

  @Test
  void rows_are_maps_without_regard_to_case() {
    assertThat(
            run(
                """
                def row = sql.firstRow("SELECT * FROM workspaces WHERE id = $hooli")
                assert row.size() == 10
                assert row.cache_enabled == null
                assert row.CREATED_AT.toInstant().toString() == '2025-10-17T15:33:27.209061Z'
                row.name
                """))
        .isEqualTo("Hooli Energy 0002");
  }

  @Test
  void eachRow_walks_all_pages() {
    assertThat(
            run(
                """
                def ids = [] as Set
                sql.eachRow('SELECT id, status FROM workspaces') { ids << it.id }
                ids.size()
                """))
        .isEqualTo(300);
  }

  @Test
  void rows_take_parameters_by_name() {
    assertThat(
            run(
                """
                sql.rows('SELECT name FROM workspaces WHERE status = :s AND name LIKE :n',
                    s: 'active', n: 'Trial %').every { it.name.startsWith('Trial ') }
                """))
        .isEqualTo(true);
  }

  @Test
  void an_offset_and_a_limit_page_through_the_rows() {
    assertThat(
            run(
                """
                def first = sql.rows('SELECT id FROM workspaces', 1, 10)*.id
                def third = sql.rows('SELECT id FROM workspaces', 21, 10)*.id
                def all = sql.rows('SELECT id FROM workspaces')*.id
                assert first == all[0..9]
                assert third == all[20..29]
                third.size()
                """))
        .isEqualTo(10);
  }

  @Test
  void an_update_returns_its_count() {
    assertThat(
            run(
                """
                assert sql.executeUpdate("UPDATE workspaces SET status = 'inactive' WHERE id = $hooli") == 1
                assert !sql.execute("DELETE FROM workspaces WHERE id = $hooli")
                assert sql.updateCount == 1
                sql.firstRow('SELECT COUNT(*) AS n FROM workspaces').n
                """))
        .isEqualTo(299L);
  }

  @Test
  void an_insert_returns_the_keys_as_lists() {
    assertThat(
            run(
                """
                def id = sql.executeInsert("INSERT INTO workspaces (name) VALUES (${'Acme'})")[0][0]
                def named = sql.executeInsert('INSERT INTO workspaces (name) VALUES (?)', ['Acme 2'], ['id'])
                assert named[0].id != id
                sql.firstRow("SELECT name FROM workspaces WHERE id = $id").name
                """))
        .isEqualTo("Acme");
  }

  @Test
  void a_batch_returns_its_counts() {
    assertThat(
            run(
                """
                sql.withBatch(10, 'UPDATE workspaces SET status = ? WHERE id = ?') {
                  it.addBatch('inactive', hooli)
                  it.addBatch('active', 'none')
                } as List
                """))
        .asString()
        .isEqualTo("[1, 0]");
  }

  @Test
  void null_is_a_value() {
    assertThat(
            run(
                """
                sql.rows('SELECT id FROM workspaces WHERE cache_enabled = ? OR name = ?',
                    [null, 'Hooli Energy 0002'])*.id
                """))
        .asString()
        .isEqualTo("[" + HOOLI + "]");
  }

  @Test
  void a_data_set_filters_by_a_closure_and_adds() {
    assertThat(
            run(
                """
                def tenants = sql.dataSet('airbyte.workspaces')
                tenants.add(name: 'Acme')
                sql.rows('SELECT * FROM workspaces WHERE name = ?', ['Acme']).size()
                """))
        .isEqualTo(1);
  }

  @Test
  void a_transaction_commits() {
    assertThat(
            run(
                """
                sql.withTransaction {
                  sql.executeUpdate("UPDATE workspaces SET name = 'Hooli' WHERE id = $hooli")
                }
                sql.firstRow("SELECT name FROM workspaces WHERE id = $hooli").name
                """))
        .isEqualTo("Hooli");
  }

  @Test
  void the_metadata_closure_sees_labels() {
    assertThat(
            run(
                """
                def labels = []
                sql.rows('SELECT id AS "key", name FROM workspaces LIMIT 1', { meta ->
                  labels = (1..meta.columnCount).collect { meta.getColumnLabel(it) } })
                labels
                """))
        .asString()
        .isEqualTo("[key, name]");
  }

  /**
   * Started as the command {@code groovy} does it: Groovy and the driver in a loader of its own.
   */
  @Test
  void the_example_prints_its_report(@TempDir Path folder) throws Exception {
    Path libraries = folder.resolve("libraries.conf");
    Files.writeString(libraries, "load " + jar(GroovyShell.class) + "\nload " + jar(Sql.class));
    Process example =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                jar(GroovyShell.class),
                "org.codehaus.groovy.tools.GroovyStarter",
                "--main",
                "groovy.ui.GroovyMain",
                "--conf",
                libraries.toString(),
                "--classpath",
                System.getProperty("driver.jar"),
                Path.of(System.getProperty("checkout"), "examples/groovy/tenants.groovy")
                    .toString())
            .redirectErrorStream(true)
            .start();
    String told = new String(example.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(example.waitFor()).as(told).isZero();
    assertThat(told)
        .startsWith("name,status,created_at")
        .contains("Globex Insurance 0010,active,2026-07-10T13:01:49.243885Z")
        .contains("2 requests in");
  }

  private static String jar(Class<?> type) {
    return Path.of(URI.create(type.getProtectionDomain().getCodeSource().getLocation().toString()))
        .toString();
  }

  private Object run(String script) {
    Binding names = new Binding();
    names.setVariable("sql", sql);
    names.setVariable("hooli", HOOLI);
    return new GroovyShell(names).evaluate(script);
  }
}
