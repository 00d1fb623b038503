package io.workspacesql.demo;

/** Where all of an organization's data comes from: numbers that look random and never change. */
record Seed(long value) {
  private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

  /** A number for this tenant and purpose; the purposes of one tenant are independent. */
  long number(long tenant, Purpose purpose) {
    return mix(mix(value + purpose.stream * GOLDEN_RATIO) ^ mix(tenant + GOLDEN_RATIO));
  }

  /** The same, from 0 to {@code bound} - 1. */
  int below(int bound, long tenant, Purpose purpose) {
    return (int) Long.remainderUnsigned(number(tenant, purpose), bound);
  }

  /** The finalizer of SplitMix64: every bit of the input changes half of the output's. */
  private static long mix(long number) {
    long mixed = number;
    mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }

  /** What a number is for. */
  enum Purpose {
    ID_ROUND_1(1),
    ID_ROUND_2(2),
    ID_ROUND_3(3),
    ID_ROUND_4(4),
    ID_HIGH_HALF(5),
    FIRST_WORD(6),
    SECOND_WORD(7),
    STATUS(8),
    CACHE(9),
    CREATED(10),
    UPDATED(11),
    VISIBILITY(12),
    COLOR(13),
    CONNECTOR_COUNT(14),
    CONNECTOR_TEMPLATE(15),
    CONNECTOR_CREATED(16),
    CONNECTOR_ID_HIGH(17),
    CONNECTOR_ID_LOW(18);

    private final long stream;

    Purpose(long stream) {
      this.stream = stream;
    }
  }
}
