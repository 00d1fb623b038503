package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.plan.Outlook;
import io.workspacesql.plan.PlanLine;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.PushdownRule;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushdownRuleTests {
  private static final PlanSettings SETTINGS = new PlanSettings(100, true, ZoneOffset.UTC);
  private static final String SOME_ID = "009b92f4-2f03-4df9-927f-f53fdcf55514";

  static List<PushdownRule> rules() {
    return PushdownRule.all();
  }

  @ParameterizedTest
  @MethodSource("rules")
  void a_statement_of_the_rules_shape_asks_what_the_rule_says(PushdownRule rule)
      throws SQLException {
    String sql = statement(rule);
    assertThat(requests(sql)).as(sql).anySatisfy(r -> assertThat(r).contains(rule.part().text()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPPER(id) = 'X'",
        "id LIKE '00%'",
        "id <> 'x'",
        "status LIKE 'act%'",
        "LOWER(status) = 'active'",
        "status <> 'active'",
        "status = 'archived'",
        "name <> 'default'",
        "name > 'default'",
        "name NOT LIKE '%default%'",
        "CHAR_LENGTH(name) = 3",
        "color = 'red'",
        "visibility = 'shared'",
        "organization_id = '009b92f4-2f03-4df9-927f-f53fdcf55514'",
        "cache_enabled",
        "created_at > '2024-01-01'",
        "name = 'default' OR status = 'active'",
        "id IS NOT NULL OR color = 'red'"
      })
  void what_no_rule_names_reads_the_whole_list(String condition) throws SQLException {
    assertThat(requests("select name from workspaces where " + condition))
        .containsExactly("/workspaces?limit=100");
  }

  private static String statement(PushdownRule rule) {
    String column = rule.column();
    if (column == null) {
      return rule.operator().equals("LIMIT")
          ? "select * from " + rule.table() + " limit 7"
          : "select " + rule.operator() + " from " + rule.table();
    }
    return rule.operator().equals("GROUP BY")
        ? "select " + column + ", count(*) from " + rule.table() + " group by " + column
        : "select id from "
            + rule.table()
            + " where "
            + (column.equals("definition_id") ? "workspace_id = '" + SOME_ID + "' and " : "")
            + condition(column, rule.operator());
  }

  private static String condition(String column, String operator) {
    String value =
        switch (column) {
          case "id" -> SOME_ID;
          case "status" -> "active";
          case "tags" -> "\"crm\"";
          case "workspace_id", "definition_id" -> SOME_ID;
          default -> operator.startsWith("UPPER") ? "DEGUM" : "degum";
        };
    String[] words = operator.split(" ", -1);
    String subject = words.length == 2 ? words[0] + "(" + column + ")" : column;
    return switch (words[words.length - 1]) {
      case "=" -> subject + " = '" + value + "'";
      case "IN" -> subject + " in (?, '" + value + "')";
      case "LIKE" -> subject + " like '%" + value + "%'";
      case "ILIKE" -> subject + " ilike '%" + value + "%'";
      case "POSITION" -> "position('" + value + "' in " + subject + ") > 0";
      case "STARTS_WITH" -> "starts_with(" + subject + ", '" + value + "')";
      case "OR" -> subject + " = '" + value + "' or " + subject + " like '%\"other\"%'";
      default -> throw new AssertionError("no statement for " + operator);
    };
  }

  private static List<String> requests(String sql) throws SQLException {
    QueryPlan plan =
        new QueryCompiler(SETTINGS.timeZone())
            .compile(StatementParser.parse(sql, null).orElseThrow());
    return plan.requestPlan().lines(Outlook.of(SETTINGS)).stream()
        .filter(line -> line.httpMethod() != null)
        .map(PushdownRuleTests::request)
        .toList();
  }

  private static String request(PlanLine line) {
    return line.path() + (line.queryText() == null ? "" : "?" + line.queryText());
  }
}
