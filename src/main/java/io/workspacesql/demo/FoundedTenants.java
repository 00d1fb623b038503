package io.workspacesql.demo;

import io.workspacesql.demo.Seed.Purpose;
import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The tenants that an organization starts with, numbered in the order of the list and computed when
 * asked for: their number costs no memory. They never change; {@link Tenants} holds what does. Safe
 * for use by several threads.
 */
final class FoundedTenants {
  /** The tenant that every organization starts with, always active. */
  static final int DEFAULT = 0;

  private static final int ACTIVE_PERCENT = 85;
  private static final Instant FIRST_DAY = Instant.parse("2022-03-01T00:00:00Z");
  // Fixed, not now: what a query answers today it must answer tomorrow.
  private static final Instant LAST_DAY = Instant.parse("2026-11-01T00:00:00Z");
  private static final int COLORS = 0x1000000;

  private final int size;
  private final String organizationId;
  private final int tombstoneEvery;
  private final Seed seed;
  private final TenantIds ids;
  private final TenantNames names;
  private volatile @Nullable WorkspaceStats stats;

  FoundedTenants(int size, Seed seed, String organizationId, int tombstoneEvery) {
    this.size = size;
    this.organizationId = organizationId;
    this.tombstoneEvery = tombstoneEvery;
    this.seed = seed;
    this.ids = new TenantIds(seed);
    this.names = new TenantNames(seed);
  }

  int size() {
    return size;
  }

  /** The number of the tenant with this id, founded or later; empty = nobody's id. */
  OptionalInt numberOf(UUID id) {
    return ids.tenantOf(id);
  }

  UUID id(int tenant) {
    return ids.of(tenant);
  }

  Workspace workspace(int tenant) {
    Instant created = between(FIRST_DAY, tenant, Purpose.CREATED);
    return new Workspace(
        ids.of(tenant).toString(),
        names.of(tenant),
        organizationId,
        status(tenant),
        cacheEnabled(tenant),
        isTombstone(tenant),
        created,
        between(created, tenant, Purpose.UPDATED),
        seed.below(10, tenant, Purpose.VISIBILITY) == 0 ? "private" : "shared",
        color(tenant));
  }

  String name(int tenant) {
    return names.of(tenant);
  }

  /** Counts every tenant that is no tombstone, once. */
  WorkspaceStats stats() {
    WorkspaceStats known = stats;
    if (known == null) {
      known = count();
      stats = known;
    }
    return known;
  }

  private WorkspaceStats count() {
    long active = 0;
    long total = 0;
    for (int tenant = 0; tenant < size; tenant++) {
      if (!isTombstone(tenant)) {
        total++;
        active += status(tenant) == WorkspaceStatus.ACTIVE ? 1 : 0;
      }
    }
    return new WorkspaceStats(active, total - active, total);
  }

  WorkspaceStatus status(int tenant) {
    return tenant == DEFAULT || seed.below(100, tenant, Purpose.STATUS) < ACTIVE_PERCENT
        ? WorkspaceStatus.ACTIVE
        : WorkspaceStatus.INACTIVE;
  }

  boolean isTombstone(int tenant) {
    return tombstoneEvery > 0 && tenant % tombstoneEvery == tombstoneEvery - 1;
  }

  private @Nullable Boolean cacheEnabled(int tenant) {
    int tenth = seed.below(10, tenant, Purpose.CACHE);
    return tenth < 5 ? null : Boolean.valueOf(tenth < 8);
  }

  private @Nullable String color(int tenant) {
    int number = seed.below(COLORS * 2, tenant, Purpose.COLOR);
    return number >= COLORS ? null : '#' + Integer.toHexString(number | COLORS).substring(1);
  }

  private Instant between(Instant first, int tenant, Purpose purpose) {
    long micros = ChronoUnit.MICROS.between(first, LAST_DAY);
    long after = Long.remainderUnsigned(seed.number(tenant, purpose), micros);
    return first.plus(after, ChronoUnit.MICROS);
  }
}
