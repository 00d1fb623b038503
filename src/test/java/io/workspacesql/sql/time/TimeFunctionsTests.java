package io.workspacesql.sql.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.error.UncheckedSqlException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeFunctionsTests {
  private static final long SEED = 20240310;
  private static final int MOMENTS = 2_000;

  /** Moments from 1900 to 2100, half of them within two days of a change of New York's clocks. */
  private static void moments(Consumer<Instant> check) {
    Random random = new Random(SEED);
    Instant spring = Instant.parse("2024-03-10T07:00:00Z");
    for (int i = 0; i < MOMENTS; i++) {
      long micros = (long) (random.nextGaussian() * 2e15);
      Instant moment =
          i % 2 == 0
              ? EpochMicros.toInstant(micros)
              : spring
                  .plusSeconds(random.nextInt(2) * 238L * 86_400)
                  .plus(micros / 20_000, ChronoUnit.MICROS);
      check.accept(moment);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"})
  void text_reads_back_as_the_same_clock(String zone) {
    moments(
        moment -> {
          long micros = EpochMicros.of(moment);
          String text = TimeFunctions.text(micros, zone);
          LocalDateTime clock = moment.atZone(ZoneId.of(zone)).toLocalDateTime();
          assertThat(LocalDateTime.parse(text.replace(' ', 'T'))).isEqualTo(clock);
          assertThat(TimeFunctions.parse(text, 6, zone))
              .isEqualTo(EpochMicros.of(clock.atZone(ZoneId.of(zone)).toInstant()));
          assertThat(TimeFunctions.parse(moment.toString(), 6, zone)).isEqualTo(micros);
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Z", "America/New_York", "Asia/Kolkata", "Australia/Lord_Howe"})
  void fields_are_those_of_the_zones_calendar(String zone) {
    moments(
        moment -> {
          long micros = EpochMicros.of(moment);
          ZonedDateTime time = moment.atZone(ZoneId.of(zone));
          assertThat(TimeFunctions.date(micros, zone))
              .isEqualTo((int) time.toLocalDate().toEpochDay());
          assertThat(TimeFunctions.time(micros, 3, zone))
              .isEqualTo(time.get(ChronoField.MILLI_OF_DAY));
          assertThat(TimeFunctions.extract("YEAR", micros, zone)).isEqualTo(time.getYear());
          assertThat(TimeFunctions.extract("HOUR", micros, zone)).isEqualTo(time.getHour());
          assertThat(TimeFunctions.extract("WEEK", micros, zone))
              .isEqualTo(time.get(WeekFields.ISO.weekOfWeekBasedYear()));
          assertThat(TimeFunctions.extract("DOW", micros, zone))
              .isEqualTo(time.get(WeekFields.SUNDAY_START.dayOfWeek()));
          assertThat(TimeFunctions.extract("EPOCH", micros, zone))
              .isEqualTo(moment.getEpochSecond());
        });
  }

  @ParameterizedTest
  @EnumSource
  void rounding_brackets_every_moment(CalendarUnit unit) {
    moments(
        moment -> {
          long micros = EpochMicros.of(moment);
          long floor = TimeFunctions.floor(unit.name(), micros, "America/New_York");
          long ceil = TimeFunctions.ceil(unit.name(), micros, "America/New_York");
          assertThat(micros).isBetween(floor, ceil);
          assertThat(TimeFunctions.floor(unit.name(), floor, "America/New_York")).isEqualTo(floor);
          assertThat(TimeFunctions.ceil(unit.name(), floor, "America/New_York")).isEqualTo(floor);
          assertThat(TimeFunctions.ceil(unit.name(), ceil, "America/New_York")).isEqualTo(ceil);
        });
  }

  @ParameterizedTest
  @EnumSource(
      value = CalendarUnit.class,
      names = {"MICROSECOND", "MILLISECOND", "SECOND", "MINUTE", "HOUR", "DAY", "WEEK"})
  void what_is_added_is_what_lies_between(CalendarUnit unit) {
    moments(
        moment -> {
          long micros = EpochMicros.of(moment);
          long count = Math.floorMod(micros, 400) - 200;
          long later = TimeFunctions.add(unit.name(), count, micros, "Z");
          assertThat(TimeFunctions.between(unit.name(), micros, later, "Z")).isEqualTo(count);
        });
  }

  @ParameterizedTest
  @CsvSource({
    // Clocks skip from 02:00 to 03:00.
    "2024-03-10 02:30:00, 2024-03-10T07:30:00Z",
    "2024-03-10 03:30:00, 2024-03-10T07:30:00Z",
    "2024-03-10, 2024-03-10T05:00:00Z",
    // Clocks show 01:00 to 02:00 twice: the first counts, unless the text says which.
    "2024-11-03 01:30:00, 2024-11-03T05:30:00Z",
    "2024-11-03 01:30:00-05:00, 2024-11-03T06:30:00Z",
    "2024-11-03T01:30:00-0400, 2024-11-03T05:30:00Z",
    "2024-11-03 02:00, 2024-11-03T07:00:00Z",
    "2024-11-03t07:00:00.1234567z, 2024-11-03T07:00:00.123456Z"
  })
  void text_of_a_changing_clock_is_read_as_java_time_reads_it(String text, Instant expected) {
    assertThat(TimeFunctions.parse(text, 6, "America/New_York"))
        .isEqualTo(EpochMicros.of(expected));
  }

  @ParameterizedTest
  @CsvSource({
    "day,  2024-11-03T05:30:00Z, 2024-11-03T04:00:00Z",
    "day,  2024-11-03T06:30:00Z, 2024-11-03T04:00:00Z",
    "day,  2024-11-04T04:59:59.999999Z, 2024-11-03T04:00:00Z",
    "hour, 2024-11-03T05:30:00Z, 2024-11-03T05:00:00Z",
    "hour, 2024-11-03T06:30:00Z, 2024-11-03T06:00:00Z",
    "hour, 2024-03-10T07:30:00Z, 2024-03-10T07:00:00Z",
    "week, 2024-11-03T06:30:00Z, 2024-10-28T04:00:00Z"
  })
  void truncation_knows_both_hours_of_the_night_when_clocks_go_back(
      String unit, Instant moment, Instant begin) {
    assertThat(TimeFunctions.dateTrunc(unit, EpochMicros.of(moment), "America/New_York"))
        .isEqualTo(EpochMicros.of(begin));
  }

  @ParameterizedTest
  @CsvSource({
    "2024-03-09T17:00:00Z, 2024-03-10T16:00:00Z",
    "2024-11-02T16:00:00Z, 2024-11-03T17:00:00Z",
    "2024-03-09T07:30:00Z, 2024-03-10T07:30:00Z"
  })
  void a_day_later_clocks_show_the_same_and_24_hours_may_not_have_passed(
      Instant moment, Instant expected) {
    long day = 86_400_000_000L;
    assertThat(TimeFunctions.plusDays(EpochMicros.of(moment), day, "America/New_York"))
        .isEqualTo(EpochMicros.of(expected));
    assertThat(TimeFunctions.plus(EpochMicros.of(moment), day))
        .isEqualTo(EpochMicros.of(moment.plus(24, ChronoUnit.HOURS)));
  }

  @ParameterizedTest
  @ValueSource(longs = {Long.MAX_VALUE, Long.MIN_VALUE, 8_000L * 366 * 86_400_000_000L})
  void a_sum_beyond_the_year_9999_is_out_of_range(long interval) {
    long now = EpochMicros.of(LocalDate.of(2024, 1, 1).atStartOfDay(ZoneId.of("Z")).toInstant());
    assertThatThrownBy(() -> TimeFunctions.plus(now, interval))
        .isInstanceOfSatisfying(
            UncheckedSqlException.class,
            e -> assertThat(e.failure().getSQLState()).isEqualTo("22003"));
  }

  @ParameterizedTest
  @CsvSource({
    "INTERVAL_DAY_SECOND, 93784123456, +1 02:03:04.123456",
    "INTERVAL_DAY, -86400000000, -1",
    "INTERVAL_HOUR_MINUTE, 360060000000, +100:01",
    "INTERVAL_SECOND, -1, -0.000001",
    "INTERVAL_YEAR_MONTH, 47, +3-11",
    "INTERVAL_MONTH, -7, -7"
  })
  void an_interval_is_shown_as_it_is_written(String type, long value, String text) {
    assertThat(IntervalFunctions.text(type, value)).isEqualTo(text);
  }
}
