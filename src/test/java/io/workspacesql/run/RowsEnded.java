package io.workspacesql.run;

import io.workspacesql.observe.Progress;
import io.workspacesql.observe.RowRecord;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.LongConsumer;

/** Hears how many rows have been written. */
record RowsEnded(LongConsumer listener) implements Progress {

  @Override
  public void pageRead(long statementId, long pages, long rows) {}

  @Override
  public void rowWritten(RowRecord row) {
    listener.accept(row.ended());
  }

  static void await(CountDownLatch latch) {
    try {
      latch.await(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
