package io.workspacesql.run;

import io.workspacesql.run.Sight.Blind;
import io.workspacesql.run.Sight.Settled;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Looks what became of a write, some times over, for the server may be late or unwell. */
record Lookout(WriteRun run) {
  static final List<Duration> WAITS =
      Stream.of(0, 200, 500, 1_000, 2_000).map(Duration::ofMillis).toList();

  /** Looks until something is seen. */
  Sight once(Effect<?> effect) {
    return look(effect, false);
  }

  /** Looks until the effect is seen. */
  Sight untilSettled(Effect<?> effect) {
    return look(effect, true);
  }

  private Sight look(Effect<?> effect, boolean untilSettled) {
    Sight sight = new Blind("the statement ended before it could be looked at", true);
    for (Duration wait : WAITS) {
      if (!run.timing().sleep(wait, run.reads())) {
        return sight;
      }
      sight = glance(effect);
      boolean more = sight instanceof Blind blind ? blind.forNow() : untilSettled;
      if (sight instanceof Settled || !more) {
        return sight;
      }
    }
    return sight;
  }

  private static Sight glance(Effect<?> effect) {
    try {
      return effect.look();
    } catch (SQLException e) {
      return new Blind("it could not be looked at: " + e.getMessage(), true);
    }
  }
}
