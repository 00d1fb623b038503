package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.WriteLine;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WritePlanTests {
  private static final String A = "00000000-0000-0000-0000-00000000000a";
  private static final String B = "00000000-0000-0000-0000-00000000000b";

  private final SqlEngine engine = new SqlEngine(new PlanSettings(100, true, ZoneOffset.UTC));
  private final RecordingRunner runner =
      new RecordingRunner(
          List.of(workspace(A, "Acme", "active", true), workspace(B, "Bolt", "inactive", null)));

  private static Object[] workspace(String id, String name, String status, Boolean cache) {
    return new Object[] {id, name, null, status, cache, false, 0L, 0L, "shared", null};
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '¦',
      quoteCharacter = '~',
      textBlock =
          """
          update workspaces set name = 'x' where id = '#A'                        ¦ - ¦ PUT A {"name":"x"}
          update workspaces set name = 'x', status = 'inactive' where id in ('#A', '#B') ¦ - ¦ PUT A {"name":"x","status":"inactive"};PUT B {"name":"x","status":"inactive"}
          update workspaces set cache_enabled = null where id = '#A'              ¦ - ¦ PUT A {"cache_enabled":null}
          update workspaces set cache_enabled = false where id = '#A'             ¦ - ¦ PUT A {"cache_enabled":false}
          update workspaces set name = 'a' || 'b' where id = '#A'                 ¦ - ¦ PUT A {"name":"ab"}
          update workspaces set name = upper(name) || '-x' where id = '#A'        ¦ keys 1 ¦ PUT A {"name":"ACME-x"}
          update workspaces set name = 'x' where name = 'Acme'                    ¦ list name_contains=Acme checked ¦ PUT A {"name":"x"}
          update workspaces set status = 'active' where status = 'inactive'       ¦ list status=inactive ¦ PUT B {"status":"active"}
          update workspaces w set name = w.name || w.status where w.status = 'active' ¦ list status=active ¦ PUT A {"name":"Acmeactive"}
          update workspaces set name = (select max(name) from workspaces) where id = '#A' ¦ keys 1;list ¦ PUT A {"name":"Bolt"}
          update workspaces set name = case when status = 'active' then 'on' else 'off' end where true ¦ list ¦ PUT A {"name":"on"};PUT B {"name":"off"}
          update workspaces set name = 'x' where id = 'ACME'                      ¦ - ¦
          update workspaces set name = 'x' where id = null                        ¦ - ¦
          update workspaces set name = 'x' where id = '#A' and status = 'inactive' ¦ keys 1 checked ¦
          update "AIRBYTE"."Workspaces" set "NAME" = 'x' where "Id" = '#A'        ¦ - ¦ PUT A {"name":"x"}
          update workspaces set name = 'x' where id in (select id from workspaces where status = 'active') ¦ keys 1;list status=active ¦ PUT A {"name":"x"}
          update workspaces set name = 'x'                                        ¦ list ¦ PUT A {"name":"x"};PUT B {"name":"x"}
          update workspaces set name = '"\\é😀' where id = '#A'                    ¦ - ¦ PUT A {"name":"\\"\\\\é😀"}
          update workspaces set name = u&'\\0009\\000A\\0001' where id = '#A'       ¦ - ¦ PUT A {"name":"\\t\\n\\u0001"}
          delete from workspaces where id = '#A'                                  ¦ - ¦ DELETE A
          delete from workspaces where id = '#A' or id = '#B'                     ¦ - ¦ DELETE A;DELETE B
          delete from workspaces where name like 'A%'                             ¦ list name_contains=A checked ¦ DELETE A
          delete from workspaces where exists (select 1 from workspaces x where x.id = workspaces.id and x.status = 'inactive') ¦ keys 1;list status=inactive ¦ DELETE B
          delete from workspaces where 1 = 0                                      ¦ - ¦
          delete from workspaces where id <> '#A'                                 ¦ list ¦ DELETE B
          insert into workspaces (name) values ('x')                              ¦ - ¦ CREATE x
          insert into workspaces (name, status, cache_enabled) values ('x', 'inactive', true), ('y', default, null) ¦ - ¦ CREATE x inactive true;CREATE y
          insert into workspaces (id, name, created_at) values (null, 'x', default) ¦ - ¦ CREATE x
          insert into workspaces (name) values (upper('x'))                       ¦ - ¦ CREATE X
          insert into workspaces (name, status, created_at) values (upper('x'), default, default) ¦ - ¦ CREATE X
          insert into workspaces (name, cache_enabled) values ((select max(name) from workspaces) || '!', default) ¦ list ¦ CREATE Bolt!
          insert into workspaces (name, cache_enabled) values ((select max(name) from workspaces), null), ('x', true) ¦ list ¦ CREATE Bolt;CREATE x true
          insert into workspaces (name) select name || '-copy' from workspaces where status = 'active' ¦ list status=active ¦ CREATE Acme-copy
          insert into workspaces (name) values ((select max(name) from workspaces) || '!') ¦ list ¦ CREATE Bolt!
          """)
  void a_write_freezes_its_rows_before_anything_is_sent(String sql, String asked, String requests)
      throws SQLException {
    String written = String.join(";", tasks(freeze(sql.replace("#A", A).replace("#B", B))));
    assertThat(written.replace(A, "A").replace(B, "B")).isEqualTo(requests == null ? "" : requests);
    assertThat(String.join(";", runner.asked.stream().sorted().toList()))
        .isEqualTo(asked.equals("-") ? "" : asked);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          update workspaces set id = 'x' where id = 'y'                  | 42808
          update workspaces set created_at = now where id = 'y'          | 42808
          update workspaces set nope = 'x' where id = 'y'                | 42S22
          update workspaces set name = 'x', name = 'y' where id = 'y'    | 42701
          update nope set name = 'x' where id = 'y'                      | 42S02
          update driver.requests set name = 'x'                          | 0A000
          update workspaces set name = null where id = 'y'               | 23502
          update workspaces set name = '' where id = 'y'                 | 22023
          update workspaces set status = 'deleted' where id = 'y'        | 22023
          update workspaces set status = upper(status) where true        | 22023
          update workspaces set name = 'x' where nope = 1                | 42S22
          delete from nope where id = 'x'                                | 42S02
          insert into workspaces (status) values ('active')              | 23502
          insert into workspaces (name) values (null)                    | 23502
          insert into workspaces (name) values ('')                      | 22023
          insert into workspaces (name, status) values ('x', 'gone')     | 22023
          insert into workspaces (id, name) values ('y', 'x')            | 42808
          insert into workspaces (name) values ('x', 'y')                | 42601
          insert into workspaces (name, nope) values ('x', 'y')          | 42S22
          insert into workspaces (name) select name, id from workspaces  | 42601
          merge into workspaces w using workspaces x on w.id = x.id when matched then update set name = 'x' | 0A000
          truncate table workspaces                                      | 0A000
          create table t (a int)                                         | 0A000
          drop table workspaces                                          | 0A000
          """)
  void a_write_that_cannot_be_is_refused_by_its_reason(String sql, String state) {
    assertThatThrownBy(() -> freeze(sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(e.toString()).isEqualTo(state));
  }

  @Test
  void a_null_parameter_never_widens_a_write() throws SQLException {
    for (String where :
        List.of("id = ?", "status = ?", "name = ?", "name like ?", "id in (?)", "name <> ?")) {
      assertThat(freeze("delete from workspaces where " + where, (Object) null).tasks())
          .as(where)
          .isEmpty();
    }
  }

  @Test
  void parameters_have_the_types_of_their_columns_in_the_order_of_the_text() throws SQLException {
    PreparedPlan plan =
        engine.prepare(
            "update workspaces set name = ?, cache_enabled = ? where id = ? and status = ?");
    assertThat(plan.parameters().stream().map(ParameterType::jdbcType))
        .containsExactly(Types.VARCHAR, Types.BOOLEAN, Types.VARCHAR, Types.VARCHAR);
    assertThat(plan.kind()).isEqualTo(StatementKind.WRITE);
  }

  @Test
  void parameters_reach_the_body_and_the_condition() throws SQLException {
    FrozenWrite write =
        freeze("update workspaces set name = ?, cache_enabled = ? where id = ?", "x", true, A);
    assertThat(tasks(write))
        .containsExactly("PUT " + A + " {\"name\":\"x\",\"cache_enabled\":true}");
    assertThat(write.rowsRead()).isFalse();
  }

  @Test
  void a_parameter_beside_a_sub_query_has_the_type_of_its_column() throws SQLException {
    String sql =
        "insert into workspaces (name, cache_enabled) values"
            + " ((select max(name) from workspaces), ?), (?, true)";
    assertThat(tasks(freeze(sql, false, "x")))
        .containsExactly("CREATE Bolt false", "CREATE x true");
  }

  @Test
  void old_values_are_those_of_the_frozen_row() throws SQLException {
    FrozenWrite write = freeze("update workspaces set name = name || '!' where status = 'active'");
    assertThat(WriteLine.of(write.tasks().get(0)).get(0).changes()).isEqualTo("name: Acme → Acme!");
  }

  @Test
  void only_a_statement_without_where_says_not_which_rows() throws SQLException {
    assertThat(prepared("delete from workspaces").saysWhichRows()).isFalse();
    assertThat(prepared("delete from workspaces where true").saysWhichRows()).isTrue();
    assertThat(prepared("update workspaces set name = 'x'").saysWhichRows()).isFalse();
    assertThat(prepared("insert into workspaces (name) values ('x')").saysWhichRows()).isTrue();
  }

  @Test
  void explain_shows_each_request_and_the_effect() throws SQLException {
    PreparedPlan plan =
        engine.prepare(
            "explain plan for update workspaces set status = 'inactive' where status = 'active'");
    List<Object> rows = new ArrayList<>();
    try (RowCursor cursor = plan.open(context())) {
      while (cursor.next()) {
        rows.add(Arrays.asList(cursor.row()));
      }
    }
    assertThat(rows)
        .containsExactly(
            Arrays.asList(
                1,
                "GET",
                "/workspaces",
                null,
                null,
                "read first: rows = workspaces that pass the filters sent; each row is checked:"
                    + " status = 'active'"),
            Arrays.asList(
                2,
                "PUT",
                "/workspaces/" + A,
                "{\"status\":\"inactive\"}",
                "status: active → inactive",
                "name: Acme"),
            Arrays.asList(
                3,
                null,
                null,
                null,
                null,
                "1 tenant will be inactive: everything in them stops working"));
  }

  private PreparedWrite prepared(String sql) throws SQLException {
    return (PreparedWrite) engine.prepare(sql);
  }

  private FrozenWrite freeze(String sql, Object... parameters) throws SQLException {
    return prepared(sql).freeze(context(parameters));
  }

  private ExecutionContext context(Object... parameters) {
    return new ExecutionContext(Arrays.asList(parameters), runner, Instant.EPOCH, () -> false, 0);
  }

  private static List<String> tasks(FrozenWrite write) {
    return write.tasks().stream().map(WritePlanTests::describe).toList();
  }

  private static String describe(WriteTask task) {
    if (task instanceof WriteTask.Create create) {
      return "CREATE "
          + create.name()
          + (create.status() == null ? "" : " " + create.status().text())
          + (create.cacheEnabled() == null ? "" : " " + create.cacheEnabled());
    }
    WriteLine line = WriteLine.of(task).get(0);
    return line.httpMethod()
        + " "
        + line.path().replace("/workspaces/", "")
        + (line.body() == null ? "" : " " + line.body());
  }
}
