package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceId;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class FoundedTenantsTests {
  private static final String ORGANIZATION = "8a2c6f0e-0000-3000-8000-000000000000";
  private static final int SIZE = 10_000;
  private final FoundedTenants tenants = new FoundedTenants(SIZE, new Seed(1), ORGANIZATION, 0);

  @ParameterizedTest
  @ValueSource(longs = {0, 1, -1, Long.MIN_VALUE, 987654321})
  void every_id_leads_back_to_its_tenant(long seed) {
    TenantIds ids = new TenantIds(new Seed(seed));
    Set<UUID> seen = new HashSet<>();
    IntStream.concat(IntStream.range(0, 5_000), IntStream.of(Integer.MAX_VALUE))
        .forEach(
            tenant -> {
              UUID id = ids.of(tenant);
              assertThat(seen.add(id)).isTrue();
              assertThat(ids.tenantOf(id)).isEqualTo(OptionalInt.of(tenant));
            });
  }

  @Test
  void an_id_looks_like_any_other_random_uuid() {
    UUID id = tenants.id(0);

    assertThat(id.version()).isEqualTo(4);
    assertThat(id.variant()).isEqualTo(2);
    assertThat(WorkspaceId.isCanonical(id.toString())).isTrue();
  }

  @Test
  void an_id_with_any_bit_changed_is_nobodys() {
    UUID id = tenants.id(42);
    for (int bit = 0; bit < 64; bit++) {
      long change = 1L << bit;
      UUID high = new UUID(id.getMostSignificantBits() ^ change, id.getLeastSignificantBits());
      UUID low = new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ change);
      assertThat(tenants.numberOf(high)).isEmpty();
      assertThat(tenants.numberOf(low)).isEmpty();
    }
  }

  @Test
  void random_ids_and_those_of_another_seed_are_nobodys() {
    Random random = new Random(3);
    TenantIds others = new TenantIds(new Seed(2));
    for (int i = 0; i < 10_000; i++) {
      assertThat(tenants.numberOf(new UUID(random.nextLong(), random.nextLong()))).isEmpty();
      assertThat(tenants.numberOf(others.of(i))).isEmpty();
    }
  }

  @Test
  void the_data_of_a_seed_never_changes() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    workspaces().forEach(w -> digest.update(w.toString().getBytes(StandardCharsets.UTF_8)));

    assertThat(HexFormat.of().formatHex(digest.digest()))
        .isEqualTo("557bc45f0497410760115315bfa3a5dadbb4cf0e99a73da9311e278b051a0ce4");
  }

  @Test
  void another_seed_gives_other_tenants() {
    FoundedTenants others = new FoundedTenants(SIZE, new Seed(2), ORGANIZATION, 0);

    assertThat(others.workspace(100)).isNotEqualTo(tenants.workspace(100));
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9})
  void the_first_tenant_is_the_active_default(long seed) {
    Workspace first = new FoundedTenants(1, new Seed(seed), ORGANIZATION, 0).workspace(0);

    assertThat(first.name()).isEqualTo("default");
    assertThat(first.status()).isEqualTo(WorkspaceStatus.ACTIVE);
  }

  @Test
  void most_are_active_and_the_stats_count_them() {
    WorkspaceStats stats = tenants.stats();
    long active = workspaces().stream().filter(w -> w.status() == WorkspaceStatus.ACTIVE).count();

    assertThat(stats).isEqualTo(new WorkspaceStats(active, SIZE - active, SIZE));
    assertThat(active).isBetween(8_300L, 8_700L);
  }

  @Test
  void every_value_that_a_field_can_have_occurs() {
    List<Workspace> all = workspaces();

    assertThat(all).extracting(Workspace::cacheEnabled).contains(null, true, false);
    assertThat(all).extracting(Workspace::visibility).containsOnly("shared", "private");
    assertThat(all).extracting(Workspace::color).containsNull();
    assertThat(all)
        .extracting(Workspace::color)
        .filteredOn(color -> color != null)
        .allMatch(color -> color.matches("#[0-9a-f]{6}"));
    assertThat(all).filteredOn(w -> w.name().startsWith("Trial ")).hasSizeBetween(500, 700);
  }

  @Test
  void nobody_is_updated_before_being_created_or_after_the_fixed_last_day() {
    Instant last = Instant.parse("2026-11-01T00:00:00Z");

    assertThat(workspaces())
        .allMatch(w -> !w.updatedAt().isBefore(w.createdAt()) && w.updatedAt().isBefore(last));
  }

  private List<Workspace> workspaces() {
    return IntStream.range(0, SIZE).mapToObj(tenants::workspace).toList();
  }
}
