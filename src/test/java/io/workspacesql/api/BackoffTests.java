package io.workspacesql.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The arithmetic of waiting, for numbers that nobody chose. */
class BackoffTests {
  private static final long SEED = 20_261_122;

  /**
   * A wait to compute.
   *
   * @param asked null = the server asks for nothing
   */
  record Draw(
      Backoff backoff, int retry, boolean limited, @Nullable Duration asked, double random) {
    Duration pause() {
      return backoff.pause(retry, limited, asked, random);
    }

    Duration bound() {
      return backoff.pause(retry, limited, null, 1);
    }
  }

  static Stream<Draw> draws() {
    Random random = new Random(SEED);
    return Stream.generate(() -> draw(random)).limit(2_000);
  }

  private static Draw draw(Random random) {
    Duration maxDelay = Duration.ofMillis(1 + random.nextInt(1 + random.nextInt(100_000_000)));
    Duration asked =
        random.nextBoolean()
            ? null
            : Duration.ofMillis(random.nextInt(1 + random.nextInt(200_000)));
    return new Draw(
        new Backoff(random.nextInt(11), maxDelay),
        random.nextInt(1 + random.nextInt(1_000)),
        random.nextBoolean(),
        asked,
        random.nextDouble());
  }

  @ParameterizedTest
  @MethodSource("draws")
  void what_the_server_asks_is_kept_up_to_a_minute(Draw draw) {
    if (draw.asked() != null && !draw.asked().isZero()) {
      long kept = Math.min(draw.asked().toNanos(), Duration.ofSeconds(60).toNanos());
      assertThat(draw.pause()).isEqualTo(Duration.ofNanos(kept));
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void the_drivers_own_wait_is_a_share_of_its_bound(Draw draw) {
    if (draw.asked() == null || draw.asked().isZero()) {
      assertThat(draw.pause()).isBetween(Duration.ZERO, draw.bound());
      assertThat(draw.pause().toNanos()).isEqualTo((long) (draw.bound().toNanos() * draw.random()));
    }
  }

  @ParameterizedTest
  @MethodSource("draws")
  void the_bound_doubles_until_it_is_the_largest(Draw draw) {
    Duration next =
        new Draw(draw.backoff(), draw.retry() + 1, draw.limited(), null, draw.random()).bound();
    Duration twice = draw.bound().multipliedBy(2);
    Duration most = draw.backoff().maxDelay();
    assertThat(next).isEqualTo(twice.compareTo(most) < 0 ? twice : most);
  }

  @ParameterizedTest
  @CsvSource({
    "0, false, 100",
    "1, false, 200",
    "2, false, 400",
    "0, true, 1000",
    "2, true, 4000",
    "9, true, 20000",
    "999, false, 20000"
  })
  void the_first_bounds_are_those_of_the_docs(int retry, boolean limited, long millis) {
    assertThat(Backoff.DEFAULT.pause(retry, limited, null, 1)).isEqualTo(Duration.ofMillis(millis));
  }
}
