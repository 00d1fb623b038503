package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The tenants as they are now: the founded ones and what has changed since, which alone costs
 * memory. New ones stand at the end. Safe for use by several threads; each method sees one state.
 */
final class Tenants implements TenantChanges {
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final FoundedTenants founded;
  private final String organizationId;
  private final Clock clock;
  private final Map<Integer, Workspace> changed = new HashMap<>();
  private final Gaps deleted = new Gaps();
  private int end;
  private long moreActive;
  private long more;

  Tenants(FoundedTenants founded, String organizationId, Clock clock) {
    this.founded = founded;
    this.organizationId = organizationId;
    this.clock = clock;
    this.end = founded.size();
  }

  /** The number of the tenant that has or had this id; empty = there never was one. */
  OptionalInt numberOf(UUID id) {
    OptionalInt number = founded.numberOf(id);
    return reading(() -> isBelow(number, end) ? number : OptionalInt.empty());
  }

  UUID id(int tenant) {
    return founded.id(tenant);
  }

  /** The tenant that a GET shows. */
  Optional<Workspace> workspace(UUID id) {
    OptionalInt number = founded.numberOf(id);
    return reading(() -> isVisible(number) ? Optional.of(at(number.getAsInt())) : Optional.empty());
  }

  /** The tenant that can be changed: shown and no tombstone. */
  Optional<Workspace> writable(UUID id) {
    return workspace(id).filter(workspace -> !workspace.tombstone());
  }

  /** The first tenant with exactly this name; looks at every tenant. */
  Optional<Workspace> find(String name) {
    return reading(
        () -> {
          for (int tenant = 0; tenant < end; tenant++) {
            if (name(tenant).equals(name) && isWritable(tenant)) {
              return Optional.of(at(tenant));
            }
          }
          return Optional.empty();
        });
  }

  /** Up to {@code limit} matching tenants from this place on. */
  Page list(@Nullable WorkspaceStatus status, Predicate<String> name, Place from, int limit) {
    return reading(() -> page(status, name, from, limit));
  }

  private Page page(
      @Nullable WorkspaceStatus status, Predicate<String> name, Place from, int limit) {
    List<Workspace> shown = new ArrayList<>(limit);
    int matches = 0;
    int last = 0;
    for (int tenant = from.firstTenant(deleted); tenant < end; tenant++) {
      boolean match =
          (status == null || status == status(tenant))
              && !deleted.contains(tenant)
              && name.test(name(tenant));
      if (match && shown.size() == limit) {
        return new Page(shown, new Page.Next(deleted.positionOf(tenant), matches, last));
      }
      if (match && matches++ >= from.skip()) {
        shown.add(at(tenant));
        last = tenant;
      }
    }
    return new Page(shown, null);
  }

  /** Counts every tenant that is no tombstone. */
  WorkspaceStats stats() {
    WorkspaceStats then = founded.stats();
    return reading(
        () -> {
          long active = then.active() + moreActive;
          long total = then.total() + more;
          return new WorkspaceStats(active, total - active, total);
        });
  }

  @Override
  public Optional<Workspace> update(UUID id, UnaryOperator<Workspace> change) {
    OptionalInt number = founded.numberOf(id);
    return writing(
        () -> {
          if (!isWritable(number)) {
            return Optional.empty();
          }
          Workspace before = at(number.getAsInt());
          Workspace after = change.apply(before);
          changed.put(number.getAsInt(), after);
          count(before, -1);
          count(after, 1);
          return Optional.of(after);
        });
  }

  @Override
  public boolean delete(UUID id) {
    OptionalInt number = founded.numberOf(id);
    return writing(
        () -> {
          if (!isWritable(number)) {
            return false;
          }
          count(at(number.getAsInt()), -1);
          changed.remove(number.getAsInt());
          deleted.add(number.getAsInt());
          return true;
        });
  }

  @Override
  public Workspace named(String name) {
    return writing(() -> find(name).orElseGet(() -> found(name)));
  }

  private Workspace found(String name) {
    Workspace founding = upcoming(name);
    changed.put(end++, founding);
    count(founding, 1);
    return founding;
  }

  /** The tenant that would be founded now with this name. */
  Workspace upcoming(String name) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return new Workspace(
        founded.id(reading(() -> end)).toString(),
        name,
        organizationId,
        WorkspaceStatus.ACTIVE,
        null,
        false,
        now,
        now,
        "shared",
        null);
  }

  private void count(Workspace workspace, int times) {
    more += times;
    moreActive += workspace.status() == WorkspaceStatus.ACTIVE ? times : 0;
  }

  private Workspace at(int tenant) {
    Workspace now = changed.get(tenant);
    return now == null ? founded.workspace(tenant) : now;
  }

  private String name(int tenant) {
    Workspace now = changed.get(tenant);
    return now == null ? founded.name(tenant) : now.name();
  }

  private WorkspaceStatus status(int tenant) {
    Workspace now = changed.get(tenant);
    return now == null ? founded.status(tenant) : now.status();
  }

  private boolean isVisible(OptionalInt number) {
    return isBelow(number, end) && !deleted.contains(number.getAsInt());
  }

  private boolean isWritable(OptionalInt number) {
    return isBelow(number, end) && isWritable(number.getAsInt());
  }

  private boolean isWritable(int tenant) {
    return !deleted.contains(tenant)
        && (changed.containsKey(tenant) || !founded.isTombstone(tenant));
  }

  private static boolean isBelow(OptionalInt number, int end) {
    return number.isPresent() && number.getAsInt() < end;
  }

  private <T> T reading(Supplier<T> action) {
    return holding(lock.readLock(), action);
  }

  private <T> T writing(Supplier<T> action) {
    return holding(lock.writeLock(), action);
  }

  private static <T> T holding(Lock held, Supplier<T> action) {
    held.lock();
    try {
      return action.get();
    } finally {
      held.unlock();
    }
  }
}
