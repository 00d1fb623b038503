package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.sql.time.TimestampText;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampQueryTests {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
  private static final Instant NOW = Instant.parse("2024-03-10T12:34:56.123456789Z");

  private final RecordingRunner runner =
      new RecordingRunner(
          List.of(
              workspace("a", "2024-01-31 12:34:56.123456", "2024-02-01 00:00:00"),
              workspace("b", "2024-01-31 12:34:56.123457", "2024-02-01 00:00:00.000001"),
              workspace("c", "2024-01-31 12:34:56.123457", null),
              workspace("d", "1969-12-31 23:59:59.999999", "2024-11-03 05:30:00")));

  private static Object[] workspace(String name, String created, String updated) {
    String id = "00000000-0000-0000-0000-00000000000" + name;
    return new Object[] {
      id, name, null, "active", null, false, micros(created), micros(updated), "shared", null
    };
  }

  private static Long micros(String text) {
    try {
      return text == null ? null : EpochMicros.of(TimestampText.parse(text, ZoneOffset.UTC));
    } catch (SQLException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select created_at from workspaces where name = 'a'                      | [2024-01-31 12:34:56.123456]
          select name from workspaces where created_at = '2024-01-31 12:34:56.123456' | [a]
          select name from workspaces where created_at > timestamp '2024-01-31 12:34:56.123456' | [b, c]
          select name from workspaces where timestamp '2024-01-31 12:34:56' < created_at | [a, b, c]
          select name from workspaces where created_at between '2024-01-31T12:34:56.123456Z' and '2024-01-31T13:34:56.123456+01:00' | [a]
          select name from workspaces where created_at in ('2024-01-31 12:34:56.123457', '1969-12-31 23:59:59.999999') | [b, c, d]
          select name from workspaces where created_at not in ('2024-01-31 12:34:56.123457') | [a, d]
          select name from workspaces where created_at >= date '2024-01-31' and created_at < date '2024-02-01' | [a, b, c]
          select name from workspaces where updated_at = date '2024-02-01'        | [a]
          select name from workspaces where updated_at is null                    | [c]
          select name from workspaces where updated_at is distinct from timestamp '2024-02-01 00:00:00' | [b, c, d]
          select name from workspaces order by created_at desc, name              | [b, c, a, d]
          select name from workspaces order by updated_at, name                   | [a, b, d, c]
          select name from workspaces order by created_at limit 1                 | [d]
          select count(*) from workspaces group by created_at order by created_at | [1, 1, 2]
          select distinct created_at from workspaces order by 1                   | [1969-12-31 23:59:59.999999, 2024-01-31 12:34:56.123456, 2024-01-31 12:34:56.123457]
          select count(distinct created_at) from workspaces                       | [3]
          select concat(a.name, b.name) from workspaces as a join workspaces as b on a.created_at = b.created_at and a.name < b.name | [bc]
          select concat(a.name, b.name) from workspaces as a join workspaces as b on a.created_at < b.created_at and b.name = 'a' | [da]
          select max(created_at) from workspaces                                  | [2024-01-31 12:34:56.123457]
          select min(updated_at) from workspaces                                  | [2024-02-01 00:00:00.000000]
          select max(created_at) from workspaces where 1 = 0                      | [null]
          select count(updated_at) from workspaces                                | [3]
          select created_at from workspaces where name = 'a' union select updated_at from workspaces where name = 'b' order by 1 | [2024-01-31 12:34:56.123456, 2024-02-01 00:00:00.000001]
          select created_at from workspaces intersect select created_at from workspaces where name <> 'a' order by 1 | [1969-12-31 23:59:59.999999, 2024-01-31 12:34:56.123457]
          select created_at from workspaces except select created_at from workspaces where name <> 'a' | [2024-01-31 12:34:56.123456]
          select created_at from workspaces where name = 'a' union all select date '2024-01-01' from workspaces where name = 'a' order by 1 | [2024-01-01 00:00:00.000000, 2024-01-31 12:34:56.123456]
          select case when name = 'a' then created_at else updated_at end from workspaces order by name | [2024-01-31 12:34:56.123456, 2024-02-01 00:00:00.000001, null, 2024-11-03 05:30:00.000000]
          select case when name = 'a' then created_at else timestamp '2024-01-01 00:00:00' end from workspaces order by name limit 2 | [2024-01-31 12:34:56.123456, 2024-01-01 00:00:00.000000]
          select coalesce(updated_at, created_at) from workspaces where name = 'c' | [2024-01-31 12:34:56.123457]
          select coalesce(updated_at, timestamp '2024-01-01 00:00:00.1') from workspaces where name = 'c' | [2024-01-01 00:00:00.100000]
          select nullif(created_at, timestamp '2024-01-31 12:34:56.123456') from workspaces where name in ('a', 'b') order by name | [null, 2024-01-31 12:34:56.123457]
          select lag(created_at) over (order by created_at, name) from workspaces order by name | [1969-12-31 23:59:59.999999, 2024-01-31 12:34:56.123456, 2024-01-31 12:34:56.123457, null]
          select lead(created_at, 1, timestamp '2030-01-01') over (order by created_at, name) from workspaces order by name | [2024-01-31 12:34:56.123457, 2024-01-31 12:34:56.123457, 2030-01-01 00:00:00.000000, 2024-01-31 12:34:56.123456]
          select rank() over (order by created_at) from workspaces order by name  | [2, 3, 3, 1]
          select first_value(created_at) over (partition by status order by created_at) from workspaces where name = 'b' | [2024-01-31 12:34:56.123457]
          select count(*) over (order by created_at range interval '0.000' second preceding) from workspaces order by name | [1, 2, 2, 1]
          select count(*) over (order by created_at range interval '1' second preceding) from workspaces order by name | [1, 3, 3, 1]
          select name from workspaces w where created_at = (select max(created_at) from workspaces) order by name | [b, c]
          select name from workspaces where created_at in (select created_at from workspaces where name = 'b') order by name | [b, c]
          select name from workspaces where created_at >= all (select created_at from workspaces) order by name | [b, c]
          select name from workspaces w where exists (select 1 from workspaces x where x.created_at = w.created_at and x.name <> w.name) order by name | [b, c]
          select name, (select max(x.created_at) from workspaces x where x.created_at < w.created_at) from workspaces w where name = 'b' | [[b, 2024-01-31 12:34:56.123456]]
          select x.m from workspaces w, lateral (select max(v.created_at) as m from workspaces v where v.name = w.name) x where w.name = 'a' | [2024-01-31 12:34:56.123456]
          values (timestamp '2024-01-31 12:34:56.123456'), (cast('2024-01-31' as timestamp)) | [2024-01-31 12:34:56.123456, 2024-01-31 00:00:00.000000]
          select * from (values (1, timestamp '2024-01-31 12:34:56.123456'), (2, null)) as t(n, ts) order by n | [[1, 2024-01-31 12:34:56.123456], [2, null]]
          select cast('2024-01-01 00:00:00.123456' as timestamp)                  | [2024-01-01 00:00:00.123456]
          select cast('2024-01-01 00:00:00.123456' as timestamp(3))               | [2024-01-01 00:00:00.123000]
          select cast(created_at as timestamp(3)) from workspaces where name = 'd' | [1969-12-31 23:59:59.999000]
          select cast(cast(created_at as timestamp(3)) as timestamp) from workspaces where name = 'a' | [2024-01-31 12:34:56.123000]
          select cast(created_at as varchar) from workspaces where name = 'a'     | [2024-01-31 12:34:56.123456]
          select cast(created_at as varchar(10)) from workspaces where name = 'a' | [2024-01-31]
          select concat('at ', cast(created_at as varchar)) from workspaces where name = 'a' | [at 2024-01-31 12:34:56.123456]
          select cast(created_at as date) from workspaces where name = 'd'        | [-1]
          select cast(created_at as time(3)) from workspaces where name = 'a'     | [45296123]
          select cast(created_at as time) from workspaces where name = 'a'        | [45296000]
          select cast(date '2024-01-31' as timestamp)                             | [2024-01-31 00:00:00.000000]
          select cast(cast('2024-01-31 12:34:56.123456' as varchar) as timestamp) from workspaces where name = 'a' | [2024-01-31 12:34:56.123456]
          select cast(null as timestamp)                                          | [null]
          select cast(? as timestamp) is null from workspaces where name = 'a' and 1 = 0 | []
          select name from workspaces where (created_at, name) > (timestamp '2024-01-31 12:34:56.123457', 'b') | [c]
          select name from workspaces where (created_at, name) = (timestamp '2024-01-31 12:34:56.123457', 'b') | [b]
          select name from workspaces where (created_at, name) in ((timestamp '2024-01-31 12:34:56.123457', 'b')) | [b]
          select name from workspaces where created_at + interval '0.5' second > timestamp '2024-01-31 12:34:56.623456' | [b, c]
          """)
  void six_digits_hold_in_every_kind_of_plan(String sql, String rows) throws SQLException {
    assertThat(shown(engine(ZoneOffset.UTC), sql)).hasToString(rows);
  }

  private static SqlEngine engine(ZoneId zone) {
    return new SqlEngine(new PlanSettings(100, true, zone));
  }

  private List<Object> shown(SqlEngine engine, String sql, Object... parameters)
      throws SQLException {
    PreparedPlan plan = engine.prepare(sql);
    ExecutionContext context =
        new ExecutionContext(Arrays.asList(parameters), runner, NOW, () -> false, 0);
    List<Object> rows = new ArrayList<>();
    try (RowCursor cursor = plan.open(context)) {
      while (cursor.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
          row.add(shown(plan.columns().get(i), cursor.row()[i]));
        }
        rows.add(row.size() == 1 ? row.get(0) : row);
      }
    }
    return rows;
  }

  private static Object shown(ResultColumn column, Object value) {
    return column.jdbcType() == Types.TIMESTAMP && value != null
        ? TimestampText.format(EpochMicros.toInstant((Long) value), ZoneOffset.UTC)
        : value;
  }
}
