package io.workspacesql.demo;

import io.workspacesql.demo.Seed.Purpose;
import java.util.List;
import java.util.OptionalInt;
import java.util.UUID;

/**
 * Ids of tenants: random-looking version 4 UUIDs from which the tenant's number can be computed, so
 * that no map from id to tenant is needed.
 *
 * <p>The low 62 bits are a four-round Feistel permutation of the number, keyed by the seed; the
 * high half is computed from the low one and proves that an id is of this organization.
 */
final class TenantIds {
  private static final int HALF_BITS = 31;
  private static final long HALF_MASK = (1L << HALF_BITS) - 1;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VERSION = 0x4000L;
  private static final long VERSION_MASK = 0xF000L;
  private static final List<Purpose> ROUNDS =
      List.of(Purpose.ID_ROUND_1, Purpose.ID_ROUND_2, Purpose.ID_ROUND_3, Purpose.ID_ROUND_4);

  private final Seed seed;

  TenantIds(Seed seed) {
    this.seed = seed;
  }

  UUID of(int tenant) {
    long left = 0;
    long right = tenant;
    for (Purpose round : ROUNDS) {
      long next = left ^ half(right, round);
      left = right;
      right = next;
    }
    long low = VARIANT | (left << HALF_BITS) | right;
    return new UUID(highFor(low), low);
  }

  /**
   * The tenant with this id, whether or not the organization is that large; empty = nobody's id.
   */
  OptionalInt tenantOf(UUID id) {
    long low = id.getLeastSignificantBits();
    if (id.variant() != 2 || id.getMostSignificantBits() != highFor(low)) {
      return OptionalInt.empty();
    }
    long left = (low >>> HALF_BITS) & HALF_MASK;
    long right = low & HALF_MASK;
    for (int i = ROUNDS.size() - 1; i >= 0; i--) {
      long previous = right ^ half(left, ROUNDS.get(i));
      right = left;
      left = previous;
    }
    return left == 0 ? OptionalInt.of((int) right) : OptionalInt.empty();
  }

  private long half(long input, Purpose round) {
    return seed.number(input, round) & HALF_MASK;
  }

  private long highFor(long low) {
    return (seed.number(low, Purpose.ID_HIGH_HALF) & ~VERSION_MASK) | VERSION;
  }
}
