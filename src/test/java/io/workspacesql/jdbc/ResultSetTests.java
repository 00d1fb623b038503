package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.sql.ResultColumn;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.Calendar;
import java.util.TimeZone;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ResultSetTests {
  private final FakeBackend backend = new FakeBackend();

  private ResultSet open(FakePlan plan) throws SQLException {
    backend.plan("Q", plan);
    return backend.connection().createStatement().executeQuery("Q");
  }

  private static void assertState(String state, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOf(SQLException.class)
        .extracting("SQLState")
        .isEqualTo(state);
  }

  @Test
  void null_is_null_zero_or_false_and_was_null_says_so() throws SQLException {
    ResultSet row = open(FakePlan.query(JDBCType.VARCHAR, JDBCType.BIGINT).row(null, 7L));
    row.next();
    assertThat(row.getString(1)).isNull();
    assertThat(row.wasNull()).isTrue();
    assertThat(row.getInt(1)).isZero();
    assertThat(row.getBoolean(1)).isFalse();
    assertThat(row.getObject(1, Instant.class)).isNull();
    assertThat(row.getLong(2)).isEqualTo(7);
    assertThat(row.wasNull()).isFalse();
  }

  @Test
  void labels_match_without_regard_to_case_and_the_first_one_wins() throws SQLException {
    ResultColumn first = column("Name");
    ResultSet row = open(FakePlan.of(first, column("NAME")).row("a", "b"));
    row.next();
    assertThat(row.findColumn("name")).isEqualTo(1);
    assertThat(row.getString("nAME")).isEqualTo("a");
    assertState("42703", () -> row.getString("other"));
    assertState("42703", () -> row.getString((String) null));
  }

  private static ResultColumn column(String label) {
    return new ResultColumn(label, label, null, null, Types.VARCHAR, "VARCHAR", 0, 0, true);
  }

  @Test
  void there_is_no_value_outside_of_the_rows() throws SQLException {
    ResultSet rows = open(FakePlan.query(JDBCType.BIGINT).row(1L));
    assertState("24000", () -> rows.getLong(1));
    rows.next();
    assertState("07009", () -> rows.getLong(0));
    assertState("07009", () -> rows.getLong(2));
    rows.next();
    assertState("24000", () -> rows.getLong(1));
  }

  @Test
  void the_position_is_known_before_within_and_after_the_rows() throws SQLException {
    ResultSet rows = open(FakePlan.query(JDBCType.BIGINT).row(1L).row(2L));
    assertThat(rows.isBeforeFirst()).isTrue();
    assertThat(rows.getRow()).isZero();
    rows.next();
    assertThat(rows.isFirst()).isTrue();
    assertThat(rows.isLast()).isFalse();
    assertThat(rows.getLong(1)).isEqualTo(1);
    rows.next();
    assertThat(rows.isLast()).isTrue();
    assertThat(rows.getRow()).isEqualTo(2);
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isTrue();
    assertThat(rows.getRow()).isZero();
  }

  @Test
  void an_empty_result_has_no_position_at_all() throws SQLException {
    ResultSet rows = open(FakePlan.query(JDBCType.BIGINT));
    assertThat(rows.isBeforeFirst()).isFalse();
    assertThat(rows.next()).isFalse();
    assertThat(rows.isAfterLast()).isFalse();
  }

  @Test
  void the_cursor_is_let_go_as_soon_as_the_rows_end() throws SQLException {
    FakePlan plan = FakePlan.query(JDBCType.BIGINT);
    ResultSet rows = open(plan);
    rows.next();
    assertThat(plan.closed).isNotEmpty();
    assertThat(rows.isClosed()).isFalse();
    assertThat(rows.next()).isFalse();
  }

  @Test
  void a_closed_result_answers_nothing() throws SQLException {
    ResultSet rows = open(FakePlan.query(JDBCType.BIGINT).row(1L));
    rows.close();
    rows.close();
    assertState("55000", rows::next);
    assertState("55000", () -> rows.getLong(1));
    assertState("55000", () -> rows.getLong("C1"));
    assertState("55000", rows::getMetaData);
  }

  @Test
  void a_calendars_zone_decides_on_which_day_an_instant_is() throws SQLException {
    Instant moment = Instant.parse("2024-01-31T20:00:00Z");
    Calendar tokyo = Calendar.getInstance(TimeZone.getTimeZone("Asia/Tokyo"));
    ResultSet row = open(FakePlan.query(JDBCType.TIMESTAMP).row(EpochMicros.of(moment)));
    row.next();
    assertThat(row.getTimestamp(1, tokyo)).isEqualTo(Timestamp.from(moment));
    assertThat(row.getDate(1)).isEqualTo(Date.valueOf("2024-01-31"));
    assertThat(Instant.ofEpochMilli(row.getDate(1, tokyo).getTime()))
        .isEqualTo("2024-01-31T15:00:00Z");
  }

  @ParameterizedTest
  @EnumSource(
      value = JDBCType.class,
      names = {
        "VARCHAR",
        "CHAR",
        "BOOLEAN",
        "TINYINT",
        "SMALLINT",
        "INTEGER",
        "BIGINT",
        "REAL",
        "FLOAT",
        "DOUBLE",
        "DECIMAL",
        "DATE",
        "TIME",
        "TIMESTAMP",
        "VARBINARY"
      })
  void the_class_of_an_object_is_the_one_that_the_metadata_names(JDBCType type)
      throws SQLException, ClassNotFoundException {
    ResultSet row = open(FakePlan.query(type).row(sample(type)));
    row.next();
    ResultSetMetaData columns = row.getMetaData();
    assertThat(row.getObject(1).getClass().getName()).isEqualTo(columns.getColumnClassName(1));
    assertThat(columns.getColumnDisplaySize(1)).isPositive();
    assertThat(row.getString(1).length()).isLessThanOrEqualTo(columns.getColumnDisplaySize(1));
  }

  private static Object sample(JDBCType type) {
    return switch (type) {
      case BOOLEAN -> false;
      case TINYINT -> -128;
      case SMALLINT -> -32768;
      case INTEGER -> Integer.MIN_VALUE;
      case BIGINT -> Long.MIN_VALUE;
      case REAL -> -1.17549435E-38f;
      case FLOAT, DOUBLE -> -2.2250738585072014E-308;
      case DECIMAL -> new java.math.BigDecimal("-1234567890.123456789");
      case DATE -> 19_000;
      case TIME -> 86_399_999;
      case TIMESTAMP -> 1_700_000_000_123L;
      case VARBINARY -> new byte[] {1, 2};
      default -> "text";
    };
  }

  @Test
  void the_origin_of_a_column_says_if_it_can_be_written() throws SQLException {
    ResultSet rows = open(FakePlan.of(origin("name"), origin("id"), column("an expression")));
    ResultSetMetaData columns = rows.getMetaData();
    assertThat(columns.getSchemaName(1)).isEqualTo("airbyte");
    assertThat(columns.getTableName(1)).isEqualTo("workspaces");
    assertThat(columns.isWritable(1)).isTrue();
    assertThat(columns.isReadOnly(2)).isTrue();
    assertThat(columns.getTableName(3)).isEmpty();
    assertThat(columns.isReadOnly(3)).isTrue();
    assertThat(columns.isNullable(1)).isEqualTo(ResultSetMetaData.columnNoNulls);
    assertThat(columns.isNullable(3)).isEqualTo(ResultSetMetaData.columnNullable);
  }

  private static ResultColumn origin(String name) {
    return new ResultColumn(
        "alias", name, "airbyte", "workspaces", Types.VARCHAR, "VARCHAR", 0, 0, false);
  }
}
