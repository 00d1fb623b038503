package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Long and deep statements, by a JVM's usual stack. */
@Timeout(120)
@Tag("threat-8")
final class StatementLimitTests {
  /** The planner takes long over it: it compares the conditions with each other. */
  private static final String SLOW =
      "select * from workspaces where " + repeated(600, " or ", "name like '%%abc%d%%'");

  private final SqlEngine engine = new SqlEngine(new PlanSettings(100, true, ZoneOffset.UTC));
  private final RecordingRunner runner =
      new RecordingRunner(List.<Object[]>of(workspace("n42"), workspace("other")));

  private static Object[] workspace(String name) {
    return new Object[] {name, name, null, "active", true, false, 0L, 0L, "shared", null};
  }

  private static String repeated(int times, String delimiter, String form) {
    return IntStream.range(0, times)
        .mapToObj(i -> String.format(form, i))
        .collect(Collectors.joining(delimiter));
  }

  static List<String> longLists() {
    String list = repeated(5_000, ", ", "'n%d'");
    return List.of(
        "select name from workspaces where name in (" + list + ")",
        "select name from workspaces where not (name not in (" + list + "))",
        "select name from workspaces where " + repeated(300, " or ", "name = 'n%d'"),
        "select name from workspaces where not (" + repeated(300, " and ", "name <> 'n%d'") + ")",
        "select name from workspaces where name = 'n42' and created_at in ("
            + repeated(500, ", ", "timestamp '1970-01-01 00:00:00.%d'")
            + ")");
  }

  @ParameterizedTest
  @MethodSource("longLists")
  void a_long_list_is_planned_and_means_the_same(String sql) throws SQLException {
    assertThat(names(sql)).containsExactly("n42");
  }

  private List<Object> names(String sql) throws SQLException {
    PreparedPlan plan = engine.prepare(sql);
    List<Object> names = new ArrayList<>();
    try (RowCursor rows =
        plan.open(new ExecutionContext(List.of(), runner, Instant.EPOCH, () -> false, 0))) {
      while (rows.next()) {
        names.add(rows.row()[0]);
      }
    }
    return names;
  }

  static List<String> deepStatements() {
    return List.of(
        "select " + "(".repeat(400) + "1" + ")".repeat(400),
        "select 1" + " + 1".repeat(400),
        "select * from workspaces where " + "not ".repeat(400) + "cache_enabled",
        "select 'a'" + " || 'b'".repeat(400));
  }

  @ParameterizedTest
  @MethodSource("deepStatements")
  void hundreds_of_levels_are_planned(String sql) throws SQLException {
    assertThat(engine.prepare(sql).kind()).isEqualTo(StatementKind.QUERY);
  }

  @ParameterizedTest
  @ValueSource(ints = {600, 10_000})
  void what_is_nested_deeper_is_refused_and_the_next_statement_works(int levels)
      throws SQLException {
    for (String sql :
        List.of(
            "select * from workspaces where " + "not ".repeat(levels) + "cache_enabled",
            "select " + "abs(".repeat(levels) + "1" + ")".repeat(levels))) {
      assertThatThrownBy(() -> engine.prepare(sql))
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("54001");
    }
    assertThat(names("select name from workspaces where name = 'n42'")).containsExactly("n42");
  }

  @Test
  void a_text_of_more_than_a_million_characters_is_refused() {
    assertThatThrownBy(() -> engine.prepare("select '" + "x".repeat(1_000_000) + "'"))
        .hasMessage("The statement has 1000009 characters; the driver takes 1000000.")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("54000");
  }

  @Test
  void planning_ends_when_its_time_is_over() {
    assertThatThrownBy(() -> engine.prepare(SLOW, Planning.within(Duration.ofMillis(20))))
        .isInstanceOf(SQLTimeoutException.class)
        .hasMessage("The statement did not end within 20 ms.");
  }

  @Test
  void planning_ends_when_another_thread_cancels_it() throws Exception {
    Planning planning = Planning.within(Duration.ZERO);
    CompletableFuture<Void> canceller = CompletableFuture.runAsync(planning::cancel);

    assertThatThrownBy(() -> engine.prepare(SLOW, planning))
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("57014");
    canceller.get(10, TimeUnit.SECONDS);
  }

  @Test
  void planning_ends_when_its_thread_is_interrupted() {
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> engine.prepare(SLOW))
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("57014");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Tag("threat-20")
  @Test
  void planning_looks_classes_up_where_the_driver_is_and_leaves_the_callers_loader_alone()
      throws SQLException {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    ClassLoader host = ClassLoader.getPlatformClassLoader();
    Thread.currentThread().setContextClassLoader(host);
    try {
      ClassLoader planner =
          Planning.within(Duration.ZERO).call(() -> Thread.currentThread().getContextClassLoader());
      assertThat(planner).isSameAs(SqlEngine.class.getClassLoader()).isNotSameAs(host);
      assertThat(Thread.currentThread().getContextClassLoader()).isSameAs(host);
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }

  @Tag("threat-20")
  @Test
  void a_thread_whose_class_loader_does_not_know_the_driver_can_plan() throws SQLException {
    ClassLoader own = Thread.currentThread().getContextClassLoader();
    Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
    try {
      assertThat(names("select upper(name) from workspaces where length(name) = 3 order by 1"))
          .containsExactly("N42");
    } finally {
      Thread.currentThread().setContextClassLoader(own);
    }
  }
}
