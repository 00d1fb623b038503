package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringWriter;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import schemacrawler.schema.Catalog;
import schemacrawler.schema.Column;
import schemacrawler.schema.NamedObject;
import schemacrawler.schema.Schema;
import schemacrawler.schema.Table;
import schemacrawler.schemacrawler.LoadOptionsBuilder;
import schemacrawler.schemacrawler.SchemaCrawlerOptions;
import schemacrawler.schemacrawler.SchemaCrawlerOptionsBuilder;
import schemacrawler.schemacrawler.SchemaInfoLevelBuilder;
import schemacrawler.tools.executable.SchemaCrawlerExecutable;
import schemacrawler.tools.options.OutputOptionsBuilder;
import schemacrawler.tools.utility.SchemaCrawlerUtility;
import us.fatehi.utility.datasource.DatabaseConnectionSource;
import us.fatehi.utility.datasource.DatabaseConnectionSources;

class CrawlTests {
  private static final String URL = "jdbc:airbyte:demo:crawled?workspaces=300";

  private static final List<String> WARNINGS = new ArrayList<>();

  private static List<String> crawlWarnings;
  private static Catalog catalog;

  @BeforeAll
  static void crawl() throws SQLException {
    Logger crawler = Logger.getLogger("schemacrawler");
    crawler.setUseParentHandlers(false);
    crawler.addHandler(new Warnings());
    catalog = SchemaCrawlerUtility.getCatalog(source(), everything());
    crawlWarnings = List.copyOf(WARNINGS);
  }

  @Test
  void no_question_of_the_crawl_failed() {
    assertThat(crawlWarnings).isEmpty();
  }

  @Test
  void the_schemas_are_found() {
    assertThat(catalog.getSchemas()).extracting(Schema::getName).contains("airbyte", "driver");
  }

  @Test
  void the_table_has_its_columns_and_its_key() {
    Table workspaces = workspaces();
    assertThat(workspaces.getTableType().getTableType()).isEqualTo("TABLE");
    assertThat(workspaces.getColumns())
        .extracting(Column::getName)
        .hasSize(10)
        .startsWith("id", "name");
    assertThat(workspaces.getPrimaryKey().getConstrainedColumns())
        .extracting(NamedObject::getName)
        .containsExactly("id");
    assertThat(workspaces.getIndexes()).allMatch(index -> index.isUnique());
  }

  @Test
  void every_column_has_a_type_that_the_type_list_knows() {
    for (Table table : catalog.getTables()) {
      for (Column column : table.getColumns()) {
        assertThat(column.getColumnDataType().getJavaSqlType().getName()).isNotEqualTo("UNKNOWN");
        assertThat(catalog.getColumnDataTypes())
            .extracting(NamedObject::getName)
            .contains(column.getColumnDataType().getName());
      }
    }
  }

  @Test
  void the_driver_and_the_database_introduce_themselves() {
    assertThat(catalog.getDatabaseInfo().getDatabaseProductName()).isNotBlank();
    assertThat(catalog.getJdbcDriverInfo().isJdbcCompliant()).isFalse();
    assertThat(catalog.getJdbcDriverInfo().getDriverProperties()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"list", "brief", "schema", "details"})
  void a_text_report_names_schema_and_table(String command) throws Exception {
    assertThat(report(command, "text")).contains("airbyte.workspaces");
  }

  @Test
  void the_details_name_columns_and_their_types() throws Exception {
    assertThat(report("details", "text"))
        .containsPattern("cache_enabled +BOOLEAN")
        .containsPattern("created_at +TIMESTAMP");
  }

  @Test
  void a_diagram_is_written_as_text_for_graphviz() throws Exception {
    assertThat(report("schema", "scdot"))
        .startsWith("digraph")
        .contains("workspaces", "created_at");
  }

  @Test
  void rows_are_dumped() throws Exception {
    assertThat(report("dump", "text"))
        .contains("airbyte.workspaces", "Hooli Energy 0002", "2025-10-17");
  }

  @Test
  void rows_are_counted() throws Exception {
    assertThat(report("count", "text")).containsPattern("airbyte.workspaces\\s+300 rows");
  }

  private static Table workspaces() {
    return catalog.getTables().stream()
        .filter(table -> table.getName().equals("workspaces"))
        .findFirst()
        .orElseThrow();
  }

  private static String report(String command, String format) throws Exception {
    StringWriter written = new StringWriter();
    SchemaCrawlerExecutable executable = new SchemaCrawlerExecutable(command);
    executable.setSchemaCrawlerOptions(everything());
    executable.setOutputOptions(
        OutputOptionsBuilder.builder()
            .withOutputFormatValue(format)
            .withOutputWriter(written)
            .toOptions());
    executable.setDataSource(source());
    executable.execute();
    return written.toString();
  }

  private static SchemaCrawlerOptions everything() {
    return SchemaCrawlerOptionsBuilder.newSchemaCrawlerOptions()
        .withLoadOptions(
            LoadOptionsBuilder.builder()
                .withSchemaInfoLevel(SchemaInfoLevelBuilder.maximum())
                .toOptions());
  }

  private static DatabaseConnectionSource source() throws SQLException {
    Connection connection = DriverManager.getConnection(URL);
    return DatabaseConnectionSources.fromConnection(connection);
  }

  private static final class Warnings extends Handler {
    @Override
    public void publish(LogRecord entry) {
      if (entry.getLevel().intValue() >= Level.WARNING.intValue()) {
        WARNINGS.add(entry.getMessage());
      }
    }

    @Override
    public void flush() {
      // nothing is buffered
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
