package io.workspacesql.demo;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.HttpUrl;

/** A script that runs: counts requests and says which are struck. Safe for several threads. */
final class Faults {
  private final List<Counted> faults;

  private Faults(List<Counted> faults) {
    this.faults = faults;
  }

  /** A script at its beginning. */
  static Faults of(FaultScript script) {
    return new Faults(script.faults().stream().map(Counted::of).toList());
  }

  /** The fault that strikes this request, which every fault counts that means it. */
  Optional<Fault> next(Route route, HttpUrl url) {
    List<Fault> striking =
        faults.stream()
            .filter(counted -> counted.fault().target().fits(route, url))
            .filter(Counted::strikesNext)
            .map(Counted::fault)
            .toList();
    return striking.stream().findFirst();
  }

  private record Counted(Fault fault, AtomicInteger calls) {
    static Counted of(Fault fault) {
      return new Counted(fault, new AtomicInteger());
    }

    boolean strikesNext() {
      return fault.occasion().strikes(calls.incrementAndGet());
    }
  }
}
