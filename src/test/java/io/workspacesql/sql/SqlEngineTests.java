package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlEngineTests {
  private static final String A = "00000000-0000-0000-0000-00000000000a";
  private static final String B = "00000000-0000-0000-0000-00000000000b";

  private final SqlEngine engine = new SqlEngine(new PlanSettings(100, true, ZoneOffset.UTC));
  private final RecordingRunner runner =
      new RecordingRunner(
          List.of(
              workspace(A, "Acme", "active", true, 0),
              workspace(B, "acme labs", "inactive", null, 86_400_000_000L),
              workspace("00000000-0000-0000-0000-00000000000c", "100%_\\x", "active", false, 1),
              workspace("00000000-0000-0000-0000-00000000000d", "日本 😀", "active", null, 2)));

  private static Object[] workspace(
      String id, String name, String status, Boolean cache, long created) {
    return new Object[] {id, name, null, status, cache, false, created, created, "shared", null};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select * from workspaces                                             | list                        | 4
          select * from "workspaces"                                           | list                        | 4
          select * from airbyte.workspaces                                     | list                        | 4
          select * from "AIRBYTE"."Workspaces";                                | list                        | 4
          select id from workspaces where id = '00000000-0000-0000-0000-00000000000a' | keys 1               | 1
          select id from workspaces where id in ('00000000-0000-0000-0000-00000000000a', 'x', '00000000-0000-0000-0000-00000000000b') | keys 2 | 2
          select * from workspaces where id = 'ACME'                           | nothing                     | 0
          select * from workspaces where status = 'active'                     | list status=active          | 3
          select * from workspaces where 'active' = status limit 2             | list status=active fetch 2  | 2
          select * from workspaces where status = 'deleted'                    | list checked                | 0
          select * from workspaces where status in ('active', 'inactive')      | list checked                | 4
          select * from workspaces where name = 'Acme'                         | list name_contains=Acme checked | 1
          select * from workspaces where name like '%cme%'                     | list name_contains=cme checked  | 2
          select * from workspaces where name like 'Ac%' and status = 'active' | list name_contains=Ac status=active checked | 1
          select * from workspaces where name like '100\\%%' escape '\\'       | list name_contains=100% checked | 1
          select * from workspaces limit 3                                     | list fetch 3                | 3
          select * from workspaces limit 1 offset 2                            | list offset 2 fetch 1       | 1
          select * from workspaces offset 1 rows fetch next 2 rows only        | list offset 1 fetch 2       | 2
          select * from workspaces limit 0                                     |~~| 0
          select count(*) from workspaces                                      | stats                       | 1
          select count(*) from workspaces where status = 'active'              | stats active                | 1
          select count(*) from workspaces where name like '%a%'                | list name_contains=a checked | 1
          select count(*) from workspaces where id = 'x'                       | nothing                     | 1
          select * from workspaces where cache_enabled                         | list checked                | 1
          select * from workspaces where not cache_enabled                     | list checked                | 1
          select upper(name) from workspaces where status = 'active'           | list status=active          | 3
          select upper(name) from workspaces limit 2                           | list fetch 2                | 2
          select name from workspaces order by name desc                       | list                        | 4
          select id from workspaces order by name limit 1                      | list                        | 1
          select status, count(*) from workspaces group by status              | stats by status | 2
          select count(distinct status) from workspaces                        | stats by status             | 1
          select * from workspaces where name = '日本 😀'                       | list name_contains=日本 😀 checked | 1
          select a.name from workspaces a join workspaces b on a.id = b.id where b.status = 'active' | keys 3;list status=active | 3
          select * from workspaces where lower(name) = 'acme'                  | list name_contains=acme checked | 1
          select * from workspaces where name ilike 'ACME%'                    | list name_contains=ACME checked | 2
          select * from workspaces where created_at >= timestamp '1970-01-02 00:00:00' | list                | 1
          select * from workspaces where created_at < '1970-01-01 00:00:00.000002'| list                        | 2
          select id from workspaces union all select name from workspaces      | list                        | 8
          select * from workspaces where id in (select id from workspaces where status = 'active') | keys 3;list status=active | 3
          select * from workspaces w where exists (select 1 from workspaces x where x.name = w.name and x.status = 'active') | list;list status=active | 3
          select distinct status from workspaces                               | stats by status | 2
          select count(*), status from workspaces where status = 'active' group by status | stats by status | 1
          select status, count(*) from workspaces where name like '%a%' group by status | list name_contains=a checked | 1
          select status, count(*) n from workspaces group by status having count(*) > 1 | stats by status | 1
          select * from workspaces where name in ('Acme', 'acme labs')         | list name_contains=Acme checked | 2
          select * from workspaces where name in ('Acme', '100%_\\x')          | list name_contains=Acme and list name_contains=100%_ checked | 2
          select * from workspaces where name like 'Acm%' or name like '100%'  | list name_contains=100 and list name_contains=Acm checked | 2
          select * from workspaces where name like 'Ac%' or name like '%'      | list                        | 4
          select * from workspaces where name = 'Acme' or status = 'inactive'  | list                        | 2
          select * from workspaces where upper(name) like 'ACME%'              | list name_contains=CME checked | 2
          select * from workspaces where position('abs' in name) > 0           | list name_contains=abs checked | 1
          select * from workspaces where starts_with(name, 'ac')               | list name_contains=ac checked | 1
          select * from workspaces where name like lower('AC%')                | list name_contains=ac checked | 1
          select * from workspaces where status = 'active' and status like 'in%' | nothing | 0
          select a.name, b.status from workspaces a join workspaces b on a.id = b.id | list                   | 4
          select name from workspaces union all select status from workspaces  | list                        | 8
          select w.name, (select count(*) from workspaces x where x.status = w.status) from workspaces w | list;stats by status | 4
          select name from workspaces where name = (select max(name) from workspaces) | list                 | 1
          select * from workspaces where status = 'active' and name not in (select name from workspaces where status = 'inactive') | list status=active;list status=inactive | 3
          select w.name, l.n from workspaces w cross join lateral (select max(name) n from workspaces x where x.status = w.status) l | list | 4
          with t as (select * from workspaces where status = 'active') select count(*) from t | stats active | 1
          """)
  void a_query_asks_the_api_for_no_more_than_it_needs(String sql, String asked, int rows)
      throws SQLException {
    assertThat(run(sql)).hasSize(rows);
    assertThat(String.join(";", runner.asked.stream().sorted().toList())).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select 1                                              | [[1]]
          select * from workspaces where 1 = 0                  | []
          select * from workspaces where status = 'active' and status = 'inactive' | []
          values ('a'), ('bbb')                                 | [[a], [bbb]]
          select case when 1 = 1 then 'a' else 'bbb' end        | [[a]]
          select trim('  a ')                                   | [[a]]
          select 1.5 + 1                                        | [[2.5]]
          /* c */ select 2 -- end                               | [[2]]
          """)
  void a_query_without_a_row_to_fetch_sends_nothing(String sql, String rows) throws SQLException {
    assertThat(run(sql)).hasToString(rows);
    assertThat(runner.asked.stream().filter(asked -> !asked.equals("nothing"))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select * from workspaces where id = ?                 | nothing
          select * from workspaces where status = ?             | nothing
          select * from workspaces where name = ?               | nothing
          select * from workspaces where name like ?            | nothing
          select * from workspaces where cache_enabled = ?      | nothing
          """)
  void a_null_parameter_gives_no_row_and_no_request(String sql, String asked) throws SQLException {
    assertThat(run(sql, (Object) null)).isEmpty();
    assertThat(runner.asked).containsExactly(asked);
  }

  @Test
  void a_parameter_is_pushed_with_the_value_of_each_execution() throws SQLException {
    String sql = "select name from workspaces where status = ? and name like ? limit ?";
    assertThat(run(sql, "active", "%c%", 5L)).hasToString("[[Acme]]");
    assertThat(run(sql, "inactive", "acme%", 5L)).hasToString("[[acme labs]]");
    assertThat(runner.asked)
        .containsExactly(
            "list name_contains=c status=active fetch 5 checked",
            "list name_contains=acme status=inactive fetch 5 checked");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          selec * from workspaces                  | 42601
          select * from nope                       | 42S02
          select nope from workspaces              | 42S22
          select nope(1)                           | 42883
          select * from workspaces; select 1       | 0A000
          select 1/0                               | 22012
          select * from workspaces where name = 5  | 42804
          select * from workspaces where 5 < name  | 42804
          select * from workspaces where name in (1, 2) | 42804
          select * from workspaces where name like 'a!b' escape '!' | 22025
          select * from workspaces where name like 'a' escape 'xy'  | 22019
          select cast('x' as integer)              | 22018
          select cast('x' as date)                 | 22007
          select cast(name as date) from workspaces | 22007
          select cast(99999999999 as integer)      | 22000
          table workspaces limit 1                 | 0A000
          select current_user                      | 0A000
          with recursive t(n) as (values (1) union all select n + 1 from t where n < 3) select * from t | 0A000
          """)
  void an_error_has_the_state_of_its_kind(String sql, String state) {
    assertThatThrownBy(() -> run(sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(e.toString()).isEqualTo(state));
  }

  @Test
  void explain_names_each_request_and_what_stays_local() throws SQLException {
    assertThat(
            run(
                "explain plan for select upper(name) from workspaces"
                    + " where status = 'active' limit 10"))
        .containsExactly(
            Arrays.asList(
                1,
                "GET",
                "/workspaces",
                "status=active&limit=10",
                "1",
                "the walk ends with the last row wanted; each row is checked: status = 'active'"),
            Arrays.asList(2, null, null, null, "0", "compute UPPER(name)"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      nullValues = "-",
      textBlock =
          """
          select ?                                                            ¦ a   ¦ [[a]]
          select name || ? from workspaces limit 1                            ¦ x   ¦ [[Acmex]]
          select ? || name from workspaces limit 1                            ¦ x   ¦ [[xAcme]]
          select name from workspaces where name like '%' || ? || '%' limit 1 ¦ cm  ¦ [[Acme]]
          select name from workspaces where lower(name) = lower(?)            ¦ ACME ¦ [[Acme]]
          select name from workspaces where upper(name) = upper(?)            ¦ acme ¦ [[Acme]]
          select coalesce(?, 'y')                                             ¦ x   ¦ [[x]]
          select coalesce(color, ?) from workspaces limit 1                   ¦ x   ¦ [[x]]
          select nullif(?, 'x')                                               ¦ x   ¦ [[null]]
          select case when ? = 'a' then 1 else 2 end                          ¦ a   ¦ [[1]]
          select concat(name, ?) from workspaces limit 1                      ¦ x   ¦ [[Acmex]]
          select substring(? from 2)                                          ¦ abc ¦ [[bc]]
          select trim(?)                                                      ¦ '  a ' ¦ [[a]]
          select char_length(?)                                               ¦ abc ¦ [[3]]
          select position(? in name) from workspaces limit 1                  ¦ m   ¦ [[3]]
          select name from workspaces where ? = name                          ¦ Acme ¦ [[Acme]]
          select name from workspaces where ? is null or name = 'Acme' limit 1 ¦ x  ¦ [[Acme]]
          select count(*) from workspaces where name in (?, 'Acme')           ¦ x   ¦ [[1]]
          select name from workspaces where name between ? and 'B' limit 1    ¦ A   ¦ [[Acme]]
          select cast(? as varchar) || 'x'                                     ¦ 4   ¦ [[4x]]
          select replace(name, ?, 'x') from workspaces limit 1                ¦ A   ¦ [[xcme]]
          select max(name) from workspaces where name < ?                     ¦ B   ¦ [[Acme]]
          select name from workspaces order by name like ? desc limit 1       ¦ A%  ¦ [[Acme]]
          """)
  void a_parameter_stands_wherever_a_person_would_put_it(String sql, String value, String rows)
      throws SQLException {
    assertThat(run(sql, value.replace("'", ""))).hasToString(rows);
  }

  @Test
  void a_constant_that_cannot_be_computed_fails_the_same_way_every_time() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> run("select 1/0"))
          .isInstanceOfSatisfying(
              SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("22012"));
    }
  }

  private List<List<Object>> run(String sql, Object... parameters) throws SQLException {
    PreparedPlan plan = engine.prepare(sql);
    ExecutionContext context =
        new ExecutionContext(Arrays.asList(parameters), runner, Instant.EPOCH, () -> false, 0);
    List<List<Object>> rows = new ArrayList<>();
    try (RowCursor cursor = plan.open(context)) {
      while (cursor.next()) {
        rows.add(Arrays.asList(cursor.row()).subList(0, plan.columns().size()));
      }
    }
    return rows;
  }
}
