package io.workspacesql.golden;

import java.util.List;
import java.util.stream.Stream;

/**
 * Something that goes wrong with a read.
 *
 * @param damage in the words of a fault script
 * @param retryAfter in the same words; empty = none
 * @param passes whether the driver takes it for something that may pass
 */
record ReadFault(String damage, String retryAfter, boolean passes) {

  static List<ReadFault> all() {
    Stream<ReadFault> passing =
        Stream.of(
                "cut",
                "cut headers",
                "cut body",
                "reset",
                "truncated",
                "silence",
                "slow 200ms",
                "delay 200ms",
                "408",
                "429",
                "500",
                "502",
                "502 html",
                "503",
                "504")
            .map(damage -> new ReadFault(damage, "", true));
    Stream<ReadFault> patient =
        Stream.of("429", "503").map(damage -> new ReadFault(damage, "retry-after 1s", true));
    Stream<ReadFault> lasting =
        Stream.of("400", "401", "403", "404", "409", "422", "501")
            .map(damage -> new ReadFault(damage, "", false));
    return Stream.of(passing, patient, lasting).flatMap(faults -> faults).toList();
  }

  /** Whether the answer comes nevertheless, only late. */
  boolean isLateOnly() {
    return damage.startsWith("slow") || damage.startsWith("delay");
  }

  boolean isStatus() {
    return Character.isDigit(damage.charAt(0));
  }

  String title() {
    return retryAfter.isEmpty() ? damage : damage + " " + retryAfter;
  }
}
