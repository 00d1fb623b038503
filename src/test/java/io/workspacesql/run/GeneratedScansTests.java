package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RequestCost;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Random organizations, settings and scans against a list that is filtered and cut by hand. */
class GeneratedScansTests {
  private static final long FIRST_SEED = 20_261_121;

  static LongStream seeds() {
    return LongStream.range(FIRST_SEED, FIRST_SEED + 300);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void a_scan_gives_the_rows_of_the_list_in_its_order(long seed) throws SQLException {
    Random random = new Random(seed);
    FakeOrganization organization = organization(random);
    WorkspaceStatus status = random.nextBoolean() ? null : WorkspaceStatus.ACTIVE;
    String ending = Integer.toString(random.nextInt(10));
    boolean filters = random.nextBoolean();
    Predicate<Object[]> filter = filters ? row -> row[0].toString().endsWith(ending) : row -> true;
    long offset = random.nextBoolean() ? 0 : random.nextInt(60);
    long fetch = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(120);
    BoundScan scan =
        new BoundScan(
            Catalog.WORKSPACES,
            new BoundAccess.Pages(null, status),
            Scans.columns("name"),
            filter,
            filters,
            offset,
            fetch);
    RunSettings settings =
        new RunSettings(1 + random.nextInt(40), random.nextInt(4), 4, 4, false, StatsTrust.TRUST);

    assertThat(read(organization, settings, scan)).isEqualTo(expected(organization, scan, status));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void key_look_ups_give_the_rows_of_the_ids_in_their_order(long seed) throws SQLException {
    Random random = new Random(seed);
    FakeOrganization organization = organization(random);
    List<String> ids =
        IntStream.range(0, random.nextInt(1 + RequestCost.ASKS_SIZE_ABOVE))
            .map(i -> random.nextInt(400))
            .distinct()
            .mapToObj(FakeOrganization::id)
            .toList();
    long offset = random.nextInt(4);
    long fetch = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(10);
    BoundScan scan = Scans.limited(new BoundAccess.Keys(ids), offset, fetch);
    RunSettings settings =
        new RunSettings(100, 1, 1 + random.nextInt(6), 4, false, StatsTrust.NEVER);
    List<Object> expected =
        ids.stream()
            .flatMap(id -> living(organization).filter(row -> id.equals(row.get("id"))).limit(1))
            .map(row -> row.get("name"))
            .skip(offset)
            .limit(fetch)
            .toList();

    assertThat(read(organization, settings, scan)).isEqualTo(expected);
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void ids_give_the_same_rows_whichever_way_is_cheaper(long seed) throws SQLException {
    Random random = new Random(seed);
    FakeOrganization organization = organization(random);
    List<String> ids =
        random.ints(random.nextInt(60), 0, 400).distinct().mapToObj(FakeOrganization::id).toList();
    List<Object> expected =
        living(organization)
            .distinct()
            .filter(row -> ids.contains((String) row.get("id")))
            .map(row -> row.get("name"))
            .toList();

    BoundScan scan = Scans.scan(new BoundAccess.Keys(ids));

    assertThat(read(organization, anySettings(random), scan))
        .containsExactlyInAnyOrderElementsOf(expected);
    assertThat(organization.requests)
        .hasSizeLessThanOrEqualTo(ids.size() + Math.max(1, ids.size() / 10));
  }

  @ParameterizedTest(name = "seed {0}")
  @MethodSource("seeds")
  void lists_that_overlap_give_each_workspace_once(long seed) throws SQLException {
    Random random = new Random(seed);
    FakeOrganization organization = organization(random);
    WorkspaceStatus status = random.nextBoolean() ? null : WorkspaceStatus.ACTIVE;
    List<String> needles =
        random.ints(random.nextInt(30), 0, 40).mapToObj(Integer::toString).toList();
    List<BoundAccess.Pages> lists =
        needles.stream().map(needle -> new BoundAccess.Pages(needle, status)).toList();
    Predicate<Object[]> filter =
        row -> needles.stream().anyMatch(needle -> row[0].toString().endsWith(needle));
    long offset = random.nextBoolean() ? 0 : random.nextInt(20);
    long fetch = random.nextBoolean() ? Long.MAX_VALUE : random.nextInt(40);
    BoundScan scan =
        new BoundScan(
            Catalog.WORKSPACES,
            new BoundAccess.Lists(lists),
            Scans.columns("name"),
            filter,
            true,
            offset,
            fetch);
    List<Object> all = expected(organization, Scans.filtered(Scans.ALL, filter, 9_999), status);

    assertThat(read(organization, anySettings(random), scan))
        .doesNotHaveDuplicates()
        .isSubsetOf(all)
        .hasSize((int) Math.min(fetch, Math.max(0, all.size() - offset)));
  }

  private static RunSettings anySettings(Random random) {
    StatsTrust trust = StatsTrust.values()[random.nextInt(3)];
    return new RunSettings(1 + random.nextInt(40), random.nextInt(3), 4, 4, false, trust);
  }

  /** Up to 300 workspaces, some of them tombstones, some listed again a few places later. */
  private static FakeOrganization organization(Random random) {
    FakeOrganization organization = FakeOrganization.of(random.nextInt(300));
    organization.keyset = random.nextBoolean();
    organization.workspaces.forEach(row -> row.put("tombstone", random.nextInt(20) == 0));
    int repetitions = organization.keyset ? 0 : random.nextInt(5);
    for (int i = 0; i < repetitions && !organization.workspaces.isEmpty(); i++) {
      int at = random.nextInt(organization.workspaces.size());
      int later = Math.min(organization.workspaces.size(), at + 1 + random.nextInt(10));
      organization.workspaces.add(later, organization.workspaces.get(at));
    }
    return organization;
  }

  private static Stream<Map<String, Object>> living(FakeOrganization all) {
    return all.workspaces.stream().filter(row -> Boolean.FALSE.equals(row.get("tombstone")));
  }

  private static List<Object> expected(
      FakeOrganization organization, BoundScan scan, WorkspaceStatus status) {
    return living(organization)
        .distinct()
        .filter(row -> status == null || status.text().equals(row.get("status")))
        .map(row -> row.get("name"))
        .filter(name -> scan.filter().test(new Object[] {name}))
        .skip(scan.offset())
        .limit(scan.fetch())
        .toList();
  }

  private static List<Object> read(
      FakeOrganization organization, RunSettings settings, BoundScan scan) throws SQLException {
    try (Session session = Scans.session(organization, settings);
        Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(scan)) {
      return Scans.drain(cursor);
    }
  }
}
