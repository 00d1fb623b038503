package io.workspacesql.run;

import io.workspacesql.api.WriteAnswer;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** What goes wrong with the requests to come; without an entry all is well. */
final class FaultScript {
  private final Map<String, Deque<WriteFault>> writes = new HashMap<>();
  private final Deque<Boolean> reads = new ArrayDeque<>();
  private final List<DueEffect> due = new ArrayList<>();

  LongSupplier nanoTime = System::nanoTime;

  /** The next write request of this text goes wrong like this, the one after it like the next. */
  synchronized void onWrite(String request, WriteFault... next) {
    writes.computeIfAbsent(request, absent -> new ArrayDeque<>()).addAll(List.of(next));
  }

  /** For each read to come: whether it fails. */
  synchronized void onReads(Boolean... failing) {
    reads.addAll(List.of(failing));
  }

  synchronized void checkRead() throws SQLException {
    applyDue();
    if (Boolean.TRUE.equals(reads.poll())) {
      throw Failure.SERVER_UNAVAILABLE.because(503, "a read", "fault");
    }
  }

  /** Does the work, or not, or later; and answers as the script wants. */
  synchronized <T> WriteAnswer<T> carryOut(
      String request, Runnable effect, Supplier<WriteAnswer<T>> answer) {
    applyDue();
    Deque<WriteFault> next = writes.get(request);
    if (next == null || next.isEmpty()) {
      WriteAnswer<T> said = answer.get();
      effect.run();
      return said instanceof WriteAnswer.Missing ? said : answer.get();
    }
    WriteFault fault = next.remove();
    take(fault.effect(), effect);
    @SuppressWarnings("unchecked") // a fault's answer holds no content
    WriteAnswer<T> said = (WriteAnswer<T>) fault.answer();
    return said;
  }

  private void take(WriteFault.Effect when, Runnable effect) {
    switch (when) {
      case NONE -> {}
      case NOW -> effect.run();
      case LATE -> due.add(new DueEffect(in(1), effect));
      case MUCH_LATER -> due.add(new DueEffect(in(3_600), effect));
    }
  }

  private long in(long seconds) {
    return nanoTime.getAsLong() + TimeUnit.SECONDS.toNanos(seconds);
  }

  private void applyDue() {
    for (DueEffect effect : List.copyOf(due)) {
      if (effect.at() <= nanoTime.getAsLong()) {
        due.remove(effect);
        effect.change().run();
      }
    }
  }

  private record DueEffect(long at, Runnable change) {}
}
