package io.workspacesql.demo;

import java.util.Arrays;

/**
 * The numbers of deleted tenants, sorted, which turns a position in the visible order into a number
 * and back. For one thread at a time.
 */
final class Gaps {
  private int[] numbers = new int[0];
  private int size;

  boolean contains(int tenant) {
    return size > 0 && Arrays.binarySearch(numbers, 0, size, tenant) >= 0;
  }

  void add(int tenant) {
    int place = before(tenant);
    if (size == numbers.length) {
      numbers = Arrays.copyOf(numbers, Math.max(8, size * 2));
    }
    System.arraycopy(numbers, place, numbers, place + 1, size - place);
    numbers[place] = tenant;
    size++;
  }

  /** How many visible tenants stand before this one. */
  int positionOf(int tenant) {
    return tenant - before(tenant);
  }

  /** The visible tenant with this many visible ones before it. */
  int tenantAt(int position) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (numbers[middle] - middle <= position) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return position + low;
  }

  private int before(int tenant) {
    int found = Arrays.binarySearch(numbers, 0, size, tenant);
    return found < 0 ? -found - 1 : found;
  }
}
