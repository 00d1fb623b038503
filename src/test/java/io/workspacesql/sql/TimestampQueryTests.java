package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimestampQueryTests {
  private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

  private static final long GENERATED = 20240310;

  /** The evening before clocks go forward in New York. */
  private static final String SATURDAY = "2024-03-09 23:34:56.123456";

  private static final Instant NOW = Instant.parse("2024-03-10T12:34:56.123456789Z");

  private final RecordingRunner runner =
      new RecordingRunner(
          List.of(
              workspace("a", "2024-01-31 12:34:56.123456", "2024-02-01 00:00:00"),
              workspace("b", "2024-01-31 12:34:56.123457", "2024-02-01 00:00:00.000001"),
              workspace("c", "2024-01-31 12:34:56.123457", null),
              workspace("d", "1969-12-31 23:59:59.999999", "2024-03-10 04:34:56.123456")));

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
          select case when name = 'a' then created_at else updated_at end from workspaces order by name | [2024-01-31 12:34:56.123456, 2024-02-01 00:00:00.000001, null, 2024-03-10 04:34:56.123456]
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
    assertThat(shown(ZoneOffset.UTC, sql)).hasToString(rows);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          extract(year from ts)                         | 2024
          extract(quarter from ts)                      | 1
          extract(month from ts)                        | 3
          extract(week from ts)                         | 10
          extract(day from ts)                          | 9
          extract(dow from ts)                          | 7
          extract(isodow from ts)                       | 6
          extract(doy from ts)                          | 69
          extract(isoyear from ts)                      | 2024
          extract(decade from ts)                       | 202
          extract(century from ts)                      | 21
          extract(millennium from ts)                   | 3
          extract(hour from ts)                         | 23
          extract(minute from ts)                       | 34
          extract(second from ts)                       | 56
          extract(millisecond from ts)                  | 56123
          extract(microsecond from ts)                  | 56123456
          extract(epoch from ts)                        | 1710045296
          year(ts)                                      | 2024
          month(ts)                                     | 3
          dayofmonth(ts)                                | 9
          dayofweek(ts)                                 | 7
          dayofyear(ts)                                 | 69
          week(ts)                                      | 10
          hour(ts)                                      | 23
          minute(ts)                                    | 34
          second(ts)                                    | 56
          date_part('hour', ts)                         | 23
          floor(ts to second)                           | 2024-03-09 23:34:56.000000
          floor(ts to minute)                           | 2024-03-09 23:34:00.000000
          floor(ts to hour)                             | 2024-03-09 23:00:00.000000
          floor(ts to day)                              | 2024-03-09 00:00:00.000000
          floor(ts to week)                             | 2024-03-03 00:00:00.000000
          floor(ts to month)                            | 2024-03-01 00:00:00.000000
          floor(ts to quarter)                          | 2024-01-01 00:00:00.000000
          floor(ts to year)                             | 2024-01-01 00:00:00.000000
          ceil(ts to millisecond)                       | 2024-03-09 23:34:56.124000
          ceil(ts to hour)                              | 2024-03-10 00:00:00.000000
          ceil(ts to day)                               | 2024-03-10 00:00:00.000000
          ceil(ts to month)                             | 2024-04-01 00:00:00.000000
          ceil(floor(ts to year) to year)               | 2024-01-01 00:00:00.000000
          date_trunc('day', ts)                         | 2024-03-09 00:00:00.000000
          date_trunc('WEEK', ts)                        | 2024-03-04 00:00:00.000000
          date_trunc('milliseconds', ts)                | 2024-03-09 23:34:56.123000
          date_trunc('decade', ts)                      | 2020-01-01 00:00:00.000000
          date_trunc('century', ts)                     | 2001-01-01 00:00:00.000000
          date_trunc('month', date '2024-03-09')        | 2024-03-01 00:00:00.000000
          timestampadd(microsecond, 1, ts)              | 2024-03-09 23:34:56.123457
          timestampadd(hour, 1, ts)                     | 2024-03-10 00:34:56.123456
          timestampadd(day, 1, ts)                      | 2024-03-10 23:34:56.123456
          timestampadd(month, -1, ts)                   | 2024-02-09 23:34:56.123456
          timestampadd(sql_tsi_year, 1, ts)             | 2025-03-09 23:34:56.123456
          {fn timestampadd(SQL_TSI_DAY, 1, ts)}         | 2024-03-10 23:34:56.123456
          timestampadd(day, 1, date '2024-03-09')       | 2024-03-10 00:00:00.000000
          timestampdiff(microsecond, ts, timestamp '2025-03-09 23:34:56.123457') | 31532400000001
          timestampdiff(day, ts, timestamp '2024-03-10 23:34:56.123455') | 0
          timestampdiff(day, ts, timestamp '2024-03-10 23:34:56.123456') | 1
          timestampdiff(hour, ts, timestamp '2024-03-10 23:34:56.123456') | 23
          timestampdiff(month, ts, timestamp '2024-01-09 23:34:56.123456') | -2
          timestampdiff(day, date '2024-01-01', date '2024-03-01') | 60
          ts + interval '1' second                      | 2024-03-09 23:34:57.123456
          interval '0.001' second + ts                  | 2024-03-09 23:34:56.124456
          ts + interval '24' hour                       | 2024-03-11 00:34:56.123456
          ts + interval '1' day                         | 2024-03-10 23:34:56.123456
          ts - interval '1' month                       | 2024-02-09 23:34:56.123456
          ts + interval '1-2' year to month             | 2025-05-09 23:34:56.123456
          ts + 3 * interval '1' hour                    | 2024-03-10 03:34:56.123456
          ts - interval '1 01:00:00.5' day to second    | 2024-03-08 22:34:55.623456
          date '2024-03-09' + interval '1' day          | 19792
          date '2024-03-31' - interval '1' month        | 19782
          (date '2024-03-09' - date '2024-03-01') day   | +8
          (ts - timestamp '2024-03-09 23:34:55') second | +1.123456
          (ts - timestamp '2024-03-08 22:00:00') day to second | +1 01:34:56.123456
          (timestamp '2024-03-08 22:00:00' - ts) hour   | -25
          (ts - timestamp '2023-01-09 00:00:00') year to month | +1-02
          (ts - timestamp '2024-03-09 23:34:55') second > interval '1.123' second | true
          extract(minute from (ts - timestamp '2024-03-08 22:00:00') day to second) | 34
          ts + (ts - timestamp '2024-03-09 23:34:55') second | 2024-03-09 23:34:57.246912
          cast((ts - timestamp '2024-03-09 23:34:50') second as integer) | 6
          case when ts is null then null else interval '2' hour end | +2
          cast(interval '90' minute as varchar)         | +90
          cast(3 as interval hour) + ts                 | 2024-03-10 03:34:56.123456
          cast(ts as date) = date '2024-03-09'          | true
          cast(ts as varchar)                           | 2024-03-09 23:34:56.123456
          cast(cast(ts as varchar) as timestamp) = ts   | true
          ts like '2024-03-09%'                         | true
          concat('at ', ts)                             | at 2024-03-09 23:34:56.123456
          now()                                         | 2024-03-10 08:34:56.123456
          current_timestamp                             | 2024-03-10 08:34:56.123456
          current_timestamp(3)                          | 2024-03-10 08:34:56.123000
          localtimestamp                                | 2024-03-10 08:34:56.123456
          {fn NOW()} = current_timestamp(0)             | true
          current_date = date '2024-03-10'              | true
          cast(current_time as varchar)                 | 08:34:56
          localtime(3) = cast(now() as time(3))           | true
          now() = current_timestamp                     | true
          now() > ts                                    | true
          timestamp '2024-03-10 02:30:00'               | 2024-03-10 03:30:00.000000
          timestamp '2024-11-03 01:30:00'               | 2024-11-03 01:30:00.000000
          {ts '2024-03-09 23:34:56.123456'} = ts        | true
          timestamp '2024-03-10T04:34:56.123456Z' = ts  | true
          timestamp '2024-03-09' = date '2024-03-09'    | true
          greatest(ts, timestamp '2024-01-01 00:00:00') | 2024-03-09 23:34:56.123456
          """)
  void each_construct_follows_the_zone(String expression, String expected) throws SQLException {
    String sql =
        "select %1$s from (values (timestamp '%2$s')) as v(ts) union all select %1$s"
            + " from (select updated_at as ts from workspaces where name = 'd')";
    assertThat(shown(NEW_YORK, sql.formatted(expression, SATURDAY)))
        .hasToString("[" + expected + ", " + expected + "]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select cast('yesterday' as timestamp)                            | 22007
          select timestamp '2024-02-30 00:00:00'                           | 22007
          select name from workspaces where created_at > 'x'               | 22007
          select timestampadd(year, 9000, created_at) from workspaces      | 22003
          select date_trunc('fortnight', created_at) from workspaces       | 22023
          select to_char(created_at, 'YYYY') from workspaces               | 42883
          select to_timestamp('2024', 'YYYY')                              | 42883
          select array[created_at] from workspaces                         | 0A000
          select collect(created_at) from workspaces                       | 42883
          select cast(created_at as bigint) from workspaces                | 0A000
          select created_at + interval '0.0001' second(1, 4) from workspaces | 0A000
          select cast(created_at as timestamp with local time zone) from workspaces | 0A000
          """)
  void what_cannot_be_right_is_refused(String sql, String state) {
    assertThatThrownBy(() -> shown(ZoneOffset.UTC, sql))
        .isInstanceOfSatisfying(
            SQLException.class, e -> assertThat(e.getSQLState()).as(e.toString()).isEqualTo(state));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          select name from workspaces where created_at = ?              | [a]
          select name from workspaces where created_at < ?              | [d]
          select name from workspaces where created_at in (?)           | [a]
          select name from workspaces where coalesce(updated_at, created_at) = ? | []
          select name from workspaces where date_trunc('day', created_at) = date_trunc('day', cast(? as timestamp)) | [a, b, c]
          select cast(? as timestamp)                                   | [2024-01-31 12:34:56.123456]
          select cast(cast(? as timestamp) as varchar)                  | [2024-01-31 12:34:56.123456]
          select timestampadd(day, 1, cast(? as timestamp))             | [2024-02-01 12:34:56.123456]
          """)
  void a_parameter_keeps_its_six_digits(String sql, String rows) throws SQLException {
    assertThat(engine(ZoneOffset.UTC).prepare(sql).parameters())
        .extracting(ParameterType::jdbcType)
        .containsExactly(Types.TIMESTAMP);
    assertThat(shown(ZoneOffset.UTC, sql, micros("2024-01-31 12:34:56.123456"))).hasToString(rows);
  }

  @ParameterizedTest
  @CsvSource({"America/New_York, en-US", "Asia/Kolkata, tr-TR", "Pacific/Apia, ar-EG"})
  void the_jvms_zone_and_locale_change_nothing(String zone, String locale) throws SQLException {
    TimeZone zoneBefore = TimeZone.getDefault();
    Locale localeBefore = Locale.getDefault();
    try {
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      Locale.setDefault(Locale.forLanguageTag(locale));
      assertThat(
              shown(
                  ZoneOffset.UTC,
                  "select cast(created_at as varchar), cast(cast(created_at as date) as varchar),"
                      + " extract(hour from created_at), date_trunc('minute', created_at),"
                      + " cast('2024-01-31 12:34' as timestamp), current_date, now()"
                      + " from workspaces where created_at = '2024-01-31 12:34:56.123456'"))
          .hasToString(
              "[[2024-01-31 12:34:56.123456, 2024-01-31, 12, 2024-01-31 12:34:00.000000,"
                  + " 2024-01-31 12:34:00.000000, 19792, 2024-03-10 12:34:56.123456]]");
    } finally {
      TimeZone.setDefault(zoneBefore);
      Locale.setDefault(localeBefore);
    }
  }

  /** Rows that lie close together, asked for by every comparison and against every boundary. */
  @Test
  void comparisons_agree_with_java_on_generated_moments() throws SQLException {
    Random random = new Random(GENERATED);
    List<Object[]> rows = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      rows.add(workspace("n" + i, null, null));
      rows.get(i)[6] = 1_710_054_000_000_000L + random.nextInt(5) * 500L + random.nextInt(3);
    }
    SqlEngine engine = engine(NEW_YORK);
    for (int i = 0; i < 40; i++) {
      long bound = (Long) rows.get(random.nextInt(rows.size()))[6];
      String operator = List.of("=", "<>", "<", "<=", ">", ">=").get(random.nextInt(6));
      String text = TimestampText.format(EpochMicros.toInstant(bound), ZoneOffset.UTC) + "Z";
      String sql = "select name from workspaces where created_at " + operator + " '" + text + "'";
      assertThat(shown(engine, new RecordingRunner(rows), NEW_YORK, sql))
          .as(sql)
          .isEqualTo(
              rows.stream()
                  .filter(row -> holds(operator, Long.compare((Long) row[6], bound)))
                  .map(row -> row[1])
                  .toList());
    }
  }

  private static boolean holds(String operator, int comparison) {
    return switch (operator) {
      case "=" -> comparison == 0;
      case "<>" -> comparison != 0;
      case "<" -> comparison < 0;
      case "<=" -> comparison <= 0;
      case ">" -> comparison > 0;
      default -> comparison >= 0;
    };
  }

  @Test
  void every_timestamp_of_a_result_says_six_digits() throws SQLException {
    PreparedPlan plan =
        engine(ZoneOffset.UTC)
            .prepare(
                "select created_at, max(created_at) over (), now(), timestamp '2024-01-01',"
                    + " case when name = 'a' then created_at else cast(null as timestamp(3)) end,"
                    + " floor(created_at to day), created_at + interval '1' day from workspaces");
    assertThat(plan.columns()).extracting(ResultColumn::scale).containsOnly(6);
    assertThat(plan.columns()).extracting(ResultColumn::jdbcType).containsOnly(Types.TIMESTAMP);
    assertThat(plan.columns().get(0).name()).isEqualTo("created_at");
    assertThat(plan.columns().get(0).tableName()).isEqualTo("workspaces");
  }

  private static SqlEngine engine(ZoneId zone) {
    return new SqlEngine(new PlanSettings(100, true, zone));
  }

  private List<Object> shown(ZoneId zone, String sql, Object... parameters) throws SQLException {
    return shown(engine(zone), runner, zone, sql, parameters);
  }

  private static List<Object> shown(
      SqlEngine engine, RecordingRunner runner, ZoneId zone, String sql, Object... parameters)
      throws SQLException {
    PreparedPlan plan = engine.prepare(sql);
    ExecutionContext context =
        new ExecutionContext(Arrays.asList(parameters), runner, NOW, () -> false, 0);
    List<Object> rows = new ArrayList<>();
    try (RowCursor cursor = plan.open(context)) {
      while (cursor.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 0; i < plan.columns().size(); i++) {
          row.add(shown(plan.columns().get(i), cursor.row()[i], zone));
        }
        rows.add(row.size() == 1 ? row.get(0) : row);
      }
    }
    return rows;
  }

  private static Object shown(ResultColumn column, Object value, ZoneId zone) {
    return column.jdbcType() == Types.TIMESTAMP && value != null
        ? TimestampText.format(EpochMicros.toInstant((Long) value), zone)
        : value;
  }
}
