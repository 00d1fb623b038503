package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TenantsTests {
  private static final String ORGANIZATION = "8a2c6f0e-0000-3000-8000-000000000000";
  private static final int SIZE = 40;
  private final SetClock clock = new SetClock();
  private final Tenants tenants =
      new Tenants(new FoundedTenants(SIZE, new Seed(1), ORGANIZATION, 0), ORGANIZATION, clock);

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void random_changes_leave_what_a_plain_list_has_after_them(long seed) {
    Random random = new Random(seed);
    List<Workspace> plain = new ArrayList<>(all());
    for (int i = 0; i < 200; i++) {
      change(random, plain);
      assertThat(all()).isEqualTo(plain);
      assertThat(tenants.stats()).isEqualTo(counted(plain));
    }
  }

  private void change(Random random, List<Workspace> plain) {
    int kind = plain.isEmpty() ? 2 : random.nextInt(3);
    int place = plain.isEmpty() ? 0 : random.nextInt(plain.size());
    if (kind == 0) {
      assertThat(tenants.delete(id(plain.remove(place)))).isTrue();
    } else if (kind == 1) {
      WorkspaceStatus status = WorkspaceStatus.values()[random.nextInt(2)];
      WorkspacePatch patch = new WorkspacePatch("n" + random.nextInt(9), status, false, null);
      Workspace after = patch.appliedTo(plain.get(place), clock.instant());
      tenants.update(id(plain.get(place)), before -> patch.appliedTo(before, clock.instant()));
      plain.set(place, after);
    } else {
      String name = "n" + random.nextInt(9);
      Workspace named = tenants.named(name);
      if (plain.stream().noneMatch(workspace -> workspace.name().equals(name))) {
        plain.add(named);
      }
    }
  }

  @Test
  void a_rehearsed_change_answers_alike_and_changes_nothing() {
    Rehearsal rehearsal = new Rehearsal(tenants);
    List<Workspace> before = all();
    UUID first = id(before.get(0));
    WorkspacePatch patch = new WorkspacePatch("new", null, true, null);

    assertThat(rehearsal.update(first, now -> patch.appliedTo(now, clock.instant())))
        .contains(patch.appliedTo(before.get(0), clock.instant()));
    assertThat(rehearsal.delete(first)).isTrue();
    assertThat(rehearsal.delete(UUID.randomUUID())).isFalse();
    Workspace upcoming = rehearsal.named("New");
    assertThat(all()).isEqualTo(before);
    assertThat(tenants.named("New")).isEqualTo(upcoming);
  }

  @Test
  void many_threads_found_each_name_once_and_count_right() {
    IntStream.range(0, 400)
        .parallel()
        .forEach(
            i -> {
              Workspace named = tenants.named("n" + i % 50);
              tenants.update(
                  id(named),
                  before ->
                      new WorkspacePatch(null, WorkspaceStatus.values()[i % 2], false, null)
                          .appliedTo(before, clock.instant()));
            });

    assertThat(all()).hasSize(SIZE + 50).extracting(Workspace::name).contains("n0", "n49");
    assertThat(tenants.stats()).isEqualTo(counted(all()));
  }

  /** All tenants in pages of seven by position. */
  private List<Workspace> all() {
    Page page = page(0);
    List<Workspace> all = new ArrayList<>(page.workspaces());
    while (page.next() != null) {
      page = page(page.next().position());
      all.addAll(page.workspaces());
    }
    return all;
  }

  private Page page(int position) {
    return tenants.list(null, any -> true, new Place.Position(position), 7);
  }

  private static WorkspaceStats counted(List<Workspace> workspaces) {
    long active = workspaces.stream().filter(w -> w.status() == WorkspaceStatus.ACTIVE).count();
    return new WorkspaceStats(active, workspaces.size() - active, workspaces.size());
  }

  private static UUID id(Workspace workspace) {
    return UUID.fromString(workspace.id());
  }
}
