package io.workspacesql.api.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MomentTextTests {
  private static final long SEED = 20_261_122;
  private static final int TEXTS = 200_000;
  private static final String CHARACTERS = "0123456789-:.TtZz+ ٣";

  @Test
  void every_instant_of_four_digit_years_is_read_as_the_jdk_reads_it() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      long second =
          random.nextLong(
              Instant.parse("0000-01-01T00:00:00Z").getEpochSecond(),
              Instant.parse("9999-12-31T23:59:59Z").getEpochSecond());
      Instant instant = Instant.ofEpochSecond(second, random.nextInt(1_000_000_000));
      ChronoUnit unit = ChronoUnit.values()[random.nextInt(ChronoUnit.SECONDS.ordinal() + 1)];
      assertSame(instant.truncatedTo(unit).toString());
      assertSame(instant.atOffset(ZoneOffset.ofHours(random.nextInt(5))).toString());
    }
  }

  @Test
  void a_text_with_any_change_is_read_or_refused_as_by_the_jdk() {
    Random random = new Random(SEED);
    for (int i = 0; i < TEXTS; i++) {
      StringBuilder text = new StringBuilder("2024-02-29T23:59:59.123456Z");
      for (int changes = random.nextInt(3); changes >= 0; changes--) {
        int place = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(place);
          case 1 -> text.insert(place, character(random));
          default -> text.setCharAt(place, character(random));
        }
      }
      assertSame(text.toString());
    }
  }

  private static char character(Random random) {
    return CHARACTERS.charAt(random.nextInt(CHARACTERS.length()));
  }

  private static void assertSame(String text) {
    assertThat(read(text)).as(text).isEqualTo(byJdk(text));
  }

  private static Optional<Long> read(String text) {
    try {
      char[] buffer = ("<" + text + ">").toCharArray();
      return Optional.of(MomentText.epochMicros(buffer, 1, text.length()));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Long> byJdk(String text) {
    try {
      Instant instant = OffsetDateTime.parse(text).toInstant();
      return Optional.of(instant.getEpochSecond() * 1_000_000 + instant.getNano() / 1_000);
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
