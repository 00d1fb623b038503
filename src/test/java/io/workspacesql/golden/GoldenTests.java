package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Holds what people see of each statement: the plan, the requests that arrived at the server, the
 * rows. {@code -Dgolden.update=true} writes what came out into the scripts, to be read in the diff;
 * the methods are ordered since the later ones read what the first one writes.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class GoldenTests {
  private static final Map<List<Object>, Stage> STAGES = new HashMap<>();

  static List<Path> scripts() throws IOException {
    return Golden.scripts();
  }

  @Order(1)
  @ParameterizedTest
  @MethodSource("scripts")
  void a_script_comes_out_as_it_is_written(Path file) throws IOException, SQLException {
    Script script = Script.parse(Files.readString(file));
    Golden.assertIsText(file, stage(script).run(script).text());
  }

  @Order(2)
  @ParameterizedTest
  @MethodSource("scripts")
  void no_statement_sends_more_than_its_plan_allows(Path file) throws IOException {
    for (Example example : Script.parse(Files.readString(file)).examples()) {
      Bound bound = Bound.of(example.outcome());
      assertThat(bound.sent()).as(example.statement()).isLessThanOrEqualTo(bound.planned());
    }
  }

  @Order(3)
  @Test
  void the_docs_say_what_the_rules_and_the_scripts_say() throws IOException {
    Golden.assertIsText(PushedPage.FILE, PushedPage.text());
  }

  @Test
  void the_docs_name_the_tables_and_columns_of_the_catalog() throws IOException {
    Golden.assertIsText(TablesPage.FILE, TablesPage.text());
  }

  @Test
  void the_docs_name_the_arguments_and_columns_of_the_token_functions() throws IOException {
    Golden.assertIsText(TokensPage.FILE, TokensPage.text());
  }

  private static Stage stage(Script script) throws IOException {
    List<Object> organization = List.of(script.organization(), script.server());
    Stage stage = STAGES.get(organization);
    if (stage == null) {
      stage = Stage.of(script);
      STAGES.put(organization, stage);
    }
    return stage;
  }

  @AfterAll
  static void close_the_organizations() throws IOException {
    for (Stage stage : STAGES.values()) {
      stage.close();
    }
    STAGES.clear();
  }
}
