package io.workspacesql.run;

/**
 * The cursors that a walk has followed, 8 to 16 bytes each: 64-bit hashes, of which 100,000
 * different ones hold an equal pair once in three billion walks. Beyond {@link #CAPACITY} cursors,
 * which only pages of fewer than 40 rows reach, new ones are no longer learned.
 */
final class CursorMemory {
  static final int CAPACITY = 1 << 18;

  private static final int SMALLEST = 64;
  private static final long FNV_BASIS = 0xcbf29ce484222325L;
  private static final long FNV_PRIME = 0x100000001b3L;

  private long[] slots = new long[SMALLEST];
  private int size;

  /** Whether the cursor is new. */
  boolean add(String cursor) {
    long hash = hash(cursor);
    int slot = slotOf(hash, slots);
    if (slots[slot] == hash) {
      return false;
    }
    if (size < CAPACITY) {
      slots[slot] = hash;
      growAfter(++size);
    }
    return true;
  }

  private void growAfter(int count) {
    if (2 * count <= slots.length) {
      return;
    }
    long[] larger = new long[2 * slots.length];
    for (long hash : slots) {
      if (hash != 0) {
        larger[slotOf(hash, larger)] = hash;
      }
    }
    slots = larger;
  }

  /** Where the hash is, or the free slot where it belongs. */
  private static int slotOf(long hash, long[] slots) {
    int mask = slots.length - 1;
    int slot = (int) hash & mask;
    while (slots[slot] != 0 && slots[slot] != hash) {
      slot = (slot + 1) & mask;
    }
    return slot;
  }

  /** FNV-1a with a final mix; never 0, which marks a free slot. */
  private static long hash(String text) {
    long hash = FNV_BASIS;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * FNV_PRIME;
    }
    hash ^= hash >>> 32;
    return hash == 0 ? FNV_BASIS : hash;
  }
}
