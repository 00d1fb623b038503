package io.workspacesql.run;

import io.workspacesql.api.WorkspacePage;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;

/**
 * Hands out the pages of a chain and reads some of them ahead. Belongs to the reading thread; each
 * page read ahead begins when the one before has arrived, so the chain sees one thread at a time.
 */
final class PageFeed {
  private final PageChain chain;
  private final RequestLine requests;
  private final ReadAhead readAhead;
  private final Reading reading;
  private final Queue<CompletableFuture<WorkspacePage>> coming = new ArrayDeque<>();

  private long asked;
  private boolean atEnd;

  PageFeed(PageChain chain, SessionThreads threads, ReadAhead readAhead, Reading reading) {
    this.chain = chain;
    this.requests = threads.line();
    this.readAhead = readAhead;
    this.reading = reading;
  }

  /** Whether the page handed out last was the last one. */
  boolean isAtEnd() {
    return atEnd;
  }

  /** The next page; from the second one on, the reader is taken to want more. */
  WorkspacePage next() throws SQLException {
    boolean scanning = asked > 0;
    WorkspacePage page = coming.isEmpty() ? fetch() : readingOn(coming.remove());
    atEnd = page.next() == null;
    reading.tally().pageRead(page.rows().size());
    if (scanning) {
      readAhead();
    }
    return page;
  }

  /** The page after this one is on its way as soon as this one is here, not when it is seen. */
  private WorkspacePage readingOn(CompletableFuture<WorkspacePage> page) throws SQLException {
    readAhead();
    return await(page);
  }

  /** Asks for the pages after the current one, as many as allowed. */
  void readAhead() {
    while (!atEnd && coming.size() < readAhead.depth() && asked < readAhead.pages()) {
      asked++;
      coming.add(requests.send(chain::next));
    }
  }

  private WorkspacePage await(CompletableFuture<WorkspacePage> page) throws SQLException {
    return SessionThreads.await(page, reading.scope());
  }

  private WorkspacePage fetch() throws SQLException {
    asked++;
    return chain.next();
  }

  /**
   * How much may be read before it is asked for.
   *
   * @param depth pages that wait for the reader, 0 = none
   * @param pages of the walk after which nothing is read ahead, as the reader may have enough
   */
  record ReadAhead(int depth, long pages) {}
}
