package io.workspacesql.run;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.WorkspacePage;

/**
 * How many rows the server of one session really sends a page, where it sends fewer than it is
 * asked for. Counted before anything is left out here. Safe for use by several threads.
 *
 * <p>It is learned from a walk over all workspaces, in which {@link #PROOF} pages in a row had the
 * same number of rows, fewer than asked for, and were not the last; and unless any page, of
 * whatever list, had more. So pages that are short by chance teach nothing: those of a list with
 * filters, which a server may apply after it has cut the page, do not count, and those from which a
 * server leaves deleted rows out differ. Should they be equal all the same, the first longer page
 * refutes them.
 */
final class ServedPages {
  static final int PROOF = 3;

  private static final int UNKNOWN = Integer.MAX_VALUE;

  private int longest;
  private int learned = UNKNOWN;

  /** The most rows that come when so many are asked for. */
  synchronized int of(int asked) {
    return Math.min(asked, learned);
  }

  /** The most rows of any page; {@link Integer#MAX_VALUE} = as many as are asked for. */
  synchronized int most() {
    return learned;
  }

  /** Watches one walk. */
  Walk walk(ListQuery query) {
    return new Walk(query);
  }

  private synchronized void saw(int rows) {
    longest = Math.max(longest, rows);
    if (rows > learned) {
      learned = UNKNOWN;
    }
  }

  private synchronized void proven(int rows) {
    if (rows == longest) {
      learned = rows;
    }
  }

  /** The pages of one walk, in their order; for one thread after the other. */
  final class Walk {
    private final ListQuery query;
    private int rows;
    private int equal;

    private Walk(ListQuery query) {
      this.query = query;
    }

    void saw(WorkspacePage page) {
      int sent = page.rows().size();
      ServedPages.this.saw(sent);
      equal = sent == rows ? equal + 1 : 1;
      rows = sent;
      if (equal >= PROOF && teaches(page)) {
        proven(sent);
      }
    }

    private boolean teaches(WorkspacePage page) {
      boolean isShort = rows > 0 && rows < query.limit();
      boolean filtered = query.nameContains() != null || query.status() != null;
      return isShort && !filtered && page.next() != null;
    }
  }
}
