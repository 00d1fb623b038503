package io.workspacesql.demo;

import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

/**
 * What a simulated organization is made of. Immutable.
 *
 * @param name part of what the organization's id and its data are computed from; the unnamed demo
 *     is the empty text
 * @param workspaces number of tenants, 0 or more; none is held in memory
 * @param seed from which the tenants are computed: the same name and seed give the same tenants
 * @param latency added before every answer; zero or more
 * @param clock decides when a token ends, and says when a workspace was created or changed
 * @param tokenLife at least a second; the API's own is 15 minutes
 * @param dialect the form of requests and answers
 * @param faults what goes wrong from the start
 */
public record DemoOptions(
    String name,
    int workspaces,
    long seed,
    Duration latency,
    Clock clock,
    Duration tokenLife,
    Dialect dialect,
    FaultScript faults) {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);

  /**
   * @throws IllegalArgumentException when a number or duration is out of its range
   */
  public DemoOptions {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(clock, "clock");
    Objects.requireNonNull(dialect, "dialect");
    Objects.requireNonNull(faults, "faults");
    if (workspaces < 0) {
      throw new IllegalArgumentException("workspaces must be 0 or more, not " + workspaces);
    }
    if (latency.isNegative()) {
      throw new IllegalArgumentException("latency must be 0 or more, not " + latency);
    }
    if (tokenLife.toSeconds() < 1) {
      throw new IllegalArgumentException("tokenLife must be 1s or more, not " + tokenLife);
    }
  }

  /** These values, the system's clock, tokens of 15 minutes and the API's current dialect. */
  public static DemoOptions of(String name, int workspaces, long seed, Duration latency) {
    return new DemoOptions(
        name,
        workspaces,
        seed,
        latency,
        Clock.systemUTC(),
        TOKEN_LIFE,
        Dialect.CURRENT,
        FaultScript.NONE);
  }

  /** The unnamed organization of this size with seed 1 and without latency. */
  public static DemoOptions ofSize(int workspaces) {
    return of("", workspaces, 1, Duration.ZERO);
  }

  /** The same with this clock and another life of its application tokens. */
  public DemoOptions withTokens(Clock tokenClock, Duration life) {
    return new DemoOptions(name, workspaces, seed, latency, tokenClock, life, dialect, faults);
  }

  /** The same with faults from the start, the first token included. */
  public DemoOptions withFaults(FaultScript script) {
    return new DemoOptions(name, workspaces, seed, latency, clock, tokenLife, dialect, script);
  }

  /** The same in another dialect. */
  public DemoOptions withDialect(Dialect other) {
    return new DemoOptions(name, workspaces, seed, latency, clock, tokenLife, other, faults);
  }

  boolean sameOrganization(DemoOptions other) {
    return workspaces == other.workspaces
        && seed == other.seed
        && latency.equals(other.latency)
        && faults.equals(other.faults);
  }

  String described() {
    return "workspaces=%d, seed=%d, latency=%dms".formatted(workspaces, seed, latency.toMillis())
        + (faults.equals(FaultScript.NONE) ? "" : ", faults=" + faults);
  }
}
