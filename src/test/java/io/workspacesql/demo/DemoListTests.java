package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.workspacesql.demo.Dialect.CursorKind;
import io.workspacesql.demo.Dialect.EndForm;
import io.workspacesql.demo.Dialect.NextForm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoListTests {
  private static final int SIZE = 437;
  private static DemoOrganization organization;
  private static DemoClient client;

  @BeforeAll
  static void start() throws IOException {
    organization = DemoOrganization.start(DemoOptions.ofSize(SIZE));
    client = DemoClient.loggedIn(organization);
  }

  @AfterAll
  static void close() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @MethodSource("everyWayToPage")
  void a_walk_gives_each_tenant_exactly_once(NextForm next, EndForm end, CursorKind cursor)
      throws IOException {
    Dialect dialect = Dialect.builder().next(next).end(end).cursor(cursor).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(SIZE).withDialect(dialect))) {
      List<String> ids = walk(DemoClient.loggedIn(other));

      assertThat(ids).hasSize(SIZE).doesNotHaveDuplicates();
      assertThat(other.requests()).containsEntry("GET /workspaces", 9L);
    }
  }

  static Stream<Arguments> everyWayToPage() {
    return Stream.of(NextForm.values())
        .flatMap(
            next ->
                Stream.of(EndForm.values())
                    .flatMap(
                        end ->
                            Stream.of(CursorKind.values())
                                .map(cursor -> Arguments.of(next, end, cursor))));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 50, 51})
  void a_page_that_holds_all_is_the_last(int size) throws IOException {
    try (DemoOrganization other = DemoOrganization.start(DemoOptions.ofSize(size))) {
      JsonNode page = DemoClient.loggedIn(other).get("/workspaces?limit=50").json();

      assertThat(page.get("data")).hasSize(Math.min(size, 50));
      assertThat(page.get("next").isNull()).isEqualTo(size <= 50);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 20",
    "limit=1, 1",
    "limit=100, 100",
    "limit=7&limit=9, 9",
    "page=3&sort=name, 20"
  })
  void the_limit_is_20_unless_given(String query, int rows) {
    assertThat(client.get("/workspaces?" + query).json().get("data")).hasSize(rows);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "limit=0",
        "limit=101",
        "limit=-1",
        "limit=",
        "limit=ten",
        "limit=1.5",
        "limit=99999999999999999999",
        "status=deleted",
        "status=ACTIVE",
        "status=",
        "cursor=",
        "cursor=%21",
        "cursor=e30",
        "cursor=eyJvZmZzZXQiOiItMSJ9"
      })
  void a_bad_parameter_is_422_and_named(String query) {
    DemoClient.Answer answer = client.get("/workspaces?" + query);

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.json().get("errors").findValuesAsText("field"))
        .containsExactly(query.substring(0, query.indexOf('=')));
  }

  @Test
  void a_bad_cursor_can_be_400() throws IOException {
    Dialect dialect = Dialect.builder().badCursorStatus(400).cursor(CursorKind.KEYSET).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(3).withDialect(dialect))) {
      assertThat(DemoClient.loggedIn(other).get("/workspaces?cursor=e30").status()).isEqualTo(400);
    }
  }

  @Test
  void a_page_cap_shortens_pages_but_loses_no_tenant() throws IOException {
    Dialect dialect = Dialect.builder().pageCap(10).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(35).withDialect(dialect))) {
      assertThat(walk(DemoClient.loggedIn(other))).hasSize(35).doesNotHaveDuplicates();
      assertThat(other.requests()).containsEntry("GET /workspaces", 4L);
    }
  }

  @Test
  void next_holds_the_limit_and_the_cursor_but_no_filter() {
    String next = client.get("/workspaces?status=active&limit=5").json().get("next").asText();

    assertThat(next).startsWith(organization.base() + "/workspaces?limit=5&cursor=");
  }

  @Test
  void next_can_repeat_the_filters() throws IOException {
    Dialect dialect = Dialect.builder().filtersInNext(true).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(SIZE).withDialect(dialect))) {
      List<JsonNode> rows =
          DemoClient.loggedIn(other).all("status=inactive&name_contains=e&limit=5");

      assertThat(rows).hasSizeGreaterThan(5).allMatch(row -> isText(row, "status", "inactive"));
      assertThat(rows)
          .allMatch(row -> row.get("name").asText().toLowerCase(Locale.ROOT).contains("e"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"active", "inactive"})
  void a_status_filter_gives_as_many_as_the_stats_say(String status) throws IOException {
    Dialect dialect = Dialect.builder().filtersInNext(true).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(SIZE).withDialect(dialect))) {
      DemoClient otherClient = DemoClient.loggedIn(other);
      int expected = otherClient.get("/workspaces/stats").json().get(status + "_count").asInt();

      assertThat(otherClient.all("limit=100&status=" + status))
          .hasSize(expected)
          .allMatch(row -> isText(row, "status", status));
    }
  }

  @Test
  void the_stats_add_up_to_the_size() {
    JsonNode stats = client.get("/workspaces/stats").json();

    assertThat(stats.get("total_count").asInt()).isEqualTo(SIZE);
    assertThat(stats.get("active_count").asInt() + stats.get("inactive_count").asInt())
        .isEqualTo(SIZE);
  }

  @Test
  void the_order_is_stable_and_is_not_that_of_the_names() {
    List<String> names = client.names("limit=100");

    assertThat(names)
        .isEqualTo(client.names("limit=37"))
        .isNotEqualTo(names.stream().sorted().toList());
  }

  @Test
  void difficult_names_survive_the_way() {
    assertThat(client.names("limit=100")).contains("default").containsAll(TenantNames.DIFFICULT);
  }

  @Test
  void some_names_are_equal_and_some_differ_only_by_case() {
    List<String> names = client.names("limit=100");
    List<String> folded = names.stream().map(name -> name.toLowerCase(Locale.ROOT)).toList();

    assertThat(names.size() - new HashSet<>(names).size()).isEqualTo(1);
    assertThat(new HashSet<>(folded).size()).isLessThan(new HashSet<>(names).size());
  }

  @Test
  void a_name_filter_finds_what_contains_it_and_nothing_else() throws IOException {
    Dialect dialect = Dialect.builder().filtersInNext(true).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(SIZE).withDialect(dialect))) {
      List<String> expected =
          client.names("limit=100").stream()
              .filter(name -> name.toLowerCase(Locale.ROOT).contains("robotics"))
              .toList();

      assertThat(DemoClient.loggedIn(other).names("name_contains=rOBOTICS&limit=3"))
          .hasSizeGreaterThan(3)
          .isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"100% Organic", "back\\slash", "Rocket 🚀 Labs", "?next=&cursor=#", "a\tb"})
  void a_name_filter_takes_every_character(String name) {
    assertThat(client.names("name_contains=" + DemoClient.encoded(name))).containsExactly(name);
  }

  @Test
  void an_empty_name_filter_lets_everything_through() {
    assertThat(client.get("/workspaces?name_contains=&limit=100").json().get("data")).hasSize(100);
  }

  @Test
  void tombstones_are_shown_only_when_asked_for_and_never_counted() throws IOException {
    Dialect dialect = Dialect.builder().tombstoneEvery(10).build();
    try (DemoOrganization other =
        DemoOrganization.start(DemoOptions.ofSize(35).withDialect(dialect))) {
      DemoClient otherClient = DemoClient.loggedIn(other);

      assertThat(otherClient.all("limit=100")).filteredOn(DemoListTests::isTombstone).hasSize(3);
      assertThat(otherClient.get("/workspaces/stats").json().get("total_count").asInt())
          .isEqualTo(32);
      assertThat(client.all("limit=100")).noneMatch(DemoListTests::isTombstone);
    }
  }

  private static boolean isTombstone(JsonNode row) {
    return row.get("tombstone").asBoolean();
  }

  private static boolean isText(JsonNode row, String key, String text) {
    return row.get(key).asText().equals(text);
  }

  /** Pages of 50 by every form of {@code next}. */
  private static List<String> walk(DemoClient client) {
    List<String> ids = new ArrayList<>();
    String path = "/workspaces?limit=50";
    while (path != null) {
      JsonNode page = client.get(path).json();
      IntStream.range(0, page.get("data").size())
          .forEach(i -> ids.add(page.get("data").get(i).get("id").asText()));
      path = nextPath(page);
    }
    return ids;
  }

  private static @Nullable String nextPath(JsonNode page) {
    JsonNode pagination = page.get("pagination");
    JsonNode next = pagination == null ? page.get("next") : pagination.get("next_cursor");
    if (pagination != null) {
      assertThat(pagination.get("has_more").asBoolean())
          .isEqualTo(next != null && !next.isNull() && !next.asText().isEmpty());
    }
    if (next == null || next.isNull() || next.asText().isEmpty()) {
      return null;
    }
    String text = next.asText();
    if (text.startsWith("http")) {
      return text;
    }
    return text.startsWith("/api/v1/")
        ? text.substring("/api/v1".length())
        : "/workspaces?limit=50&cursor=" + text;
  }
}
