package io.workspacesql.demo;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import mockwebserver3.RecordedRequest;

/** Carries requests out when a fault says so. Safe for use by several threads. */
final class FaultyEndpoints implements AutoCloseable {
  private final Endpoints endpoints;
  private final AtomicInteger pending = new AtomicInteger();
  private final ExecutorService late =
      Executors.newSingleThreadExecutor(task -> new DemoThread("airbyte-demo-late-effects", task));

  FaultyEndpoints(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  /** The answer of a request that was carried out, or of one that seems so. */
  Reply answer(Fault fault, RecordedRequest request) {
    Duration after = fault.effectAfter();
    if (after != null && after.isZero()) {
      return endpoints.answer(request);
    }
    if (after != null) {
      carryOutLater(request, after);
    }
    return endpoints.rehearse(request);
  }

  private void carryOutLater(RecordedRequest request, Duration after) {
    pending.incrementAndGet();
    Executor delayed =
        CompletableFuture.delayedExecutor(after.toNanos(), TimeUnit.NANOSECONDS, late);
    delayed.execute(
        () -> {
          try {
            endpoints.answer(request);
          } finally {
            pending.decrementAndGet();
          }
        });
  }

  /** How many requests are yet to be carried out. */
  int pending() {
    return pending.get();
  }

  /** Forgets the effects that have not come yet. */
  @Override
  public void close() {
    late.shutdownNow();
  }
}
