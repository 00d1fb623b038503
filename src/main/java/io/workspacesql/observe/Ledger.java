package io.workspacesql.observe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/**
 * The last requests of a connection, oldest first; older ones are forgotten, the count is not. Safe
 * for use by several threads.
 */
public final class Ledger implements DriverListener {
  /** Entries kept: about 1 MB. A scan of 400,000 rows, and any bulk write, is seen whole. */
  public static final int CAPACITY = 4_000;

  private final ArrayDeque<RequestRecord> records = new ArrayDeque<>();
  private long total;

  /** Adds a finished attempt. */
  public synchronized void add(RequestRecord request) {
    if (records.size() == CAPACITY) {
      records.removeFirst();
    }
    records.addLast(request);
    total++;
  }

  @Override
  public void attempted(RequestRecord attempt) {
    add(attempt);
  }

  /** All attempts of the connection, the forgotten ones included. */
  public synchronized long total() {
    return total;
  }

  /** A copy of what is kept, with the number of each entry (1 = the connection's first). */
  public synchronized List<Entry> entries() {
    List<Entry> entries = new ArrayList<>(records.size());
    long number = total - records.size();
    for (RequestRecord request : records) {
      entries.add(new Entry(++number, request));
    }
    return entries;
  }

  /** A request with its number within the connection. */
  public record Entry(long number, RequestRecord request) {}
}
