package io.workspacesql.soundness;

import static io.workspacesql.soundness.Conditions.read;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.LoggedRequest;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The model of writing finds what is wrong, and what is found is made small. */
class WriteHarnessTests {
  private static final String ACME = "00000000-0000-4000-8000-00000000000a";
  private static final String BOLT = "00000000-0000-4000-8000-00000000000b";
  private static final Instant NOW = Instant.parse("2026-01-01T00:00:01Z");

  private static final Write APPEND =
      new Write.Update(
          List.of(
              new Assignment(
                  Column.NAME, Node.Call.of(Operator.CONCAT, read(Column.NAME), text("-x")))),
          Which.where(Node.Call.of(Operator.EQUAL, read(Column.STATUS), text("active"))));

  private static Node text(String text) {
    return new Node.Literal(Type.TEXT, text, false);
  }

  private static Map<Column, Object> row(String id, String name, String status) {
    Map<Column, Object> row = new EnumMap<>(Column.class);
    Arrays.stream(Column.values()).forEach(column -> row.put(column, null));
    row.put(Column.ID, id);
    row.put(Column.NAME, name);
    row.put(Column.STATUS, status);
    row.put(Column.CREATED_AT, Instant.EPOCH);
    row.put(Column.UPDATED_AT, Instant.EPOCH);
    return row;
  }

  private static Model model() {
    return new Model(
        WrittenOrganization.EMPTY,
        "an organization",
        List.of(row(ACME, "Acme", "active"), row(BOLT, "Bolt", "inactive")));
  }

  private static LoggedRequest put(String id, String body) {
    return new LoggedRequest("PUT", "/workspaces/" + id, body);
  }

  private static Optional<String> judged(
      Write write, Returned returned, LoggedRequest... requests) {
    Step step = new Step(Via.STATEMENT_UPDATE, List.of(write), List.of(List.of()));
    return new Judgement(
            WrittenOrganization.EMPTY, model(), step, returned, List.of(requests), NOW, Map.of())
        .difference()
        .map(Difference::kind);
  }

  static Stream<Arguments> wrong() {
    LoggedRequest right = put(ACME, "{\"name\":\"Acme-x\"}");
    Returned one = Returned.counts(1, 1);
    return Stream.of(
        Arguments.of("nothing is", "", one, List.of(right)),
        Arguments.of("a row is missing", "requests", one, List.of()),
        Arguments.of("a row is written twice", "requests", one, List.of(right, right)),
        Arguments.of(
            "another row is written", "requests", one, List.of(right, put(BOLT, right.body()))),
        Arguments.of(
            "another column is written",
            "requests",
            one,
            List.of(put(ACME, "{\"name\":\"Acme-x\",\"status\":\"active\"}"))),
        Arguments.of(
            "a column is written twice",
            "requests",
            one,
            List.of(put(ACME, "{\"name\":\"Acme-x\",\"name\":\"Acme-x\"}"))),
        Arguments.of("the count is", "counts", Returned.counts(2, 2), List.of(right)),
        Arguments.of("one of the counts is", "counts", Returned.counts(1, 0), List.of(right)));
  }

  @ParameterizedTest(name = "when {0}")
  @MethodSource("wrong")
  void a_judgement_names_what_is_wrong(
      String what, String kind, Returned returned, List<LoggedRequest> requests) {
    Optional<String> found = judged(APPEND, returned, requests.toArray(LoggedRequest[]::new));

    assertThat(found.orElse("")).as(what).isEqualTo(kind);
  }

  @Test
  void a_refusal_that_does_not_come_is_a_difference() {
    assertThat(judged(new Write.Delete(Which.UNSAID), Returned.counts(0, 0)))
        .hasValueSatisfying(kind -> assertThat(kind).startsWith("state"));
  }

  @Test
  void the_model_does_what_the_server_does() {
    Model model = model();
    model.apply(Sent.put(ACME, Map.of("name", "Acme-x")), NOW, Map.of());
    model.apply(Sent.delete(BOLT), NOW, Map.of());
    Map<Column, Object> expected = row(ACME, "Acme-x", "active");
    expected.put(Column.UPDATED_AT, NOW);

    assertThat(model.difference(List.of(expected))).isEmpty();
    assertThat(model.difference(List.of(row(ACME, "Acme", "active")))).contains("1 rows differ");
    assertThat(model.difference(List.of(expected, row(BOLT, "Bolt", "active"))))
        .contains("not expected");
  }

  @Test
  void the_same_seed_gives_the_same_steps() {
    assertThat(steps(7)).isEqualTo(steps(7)).isNotEqualTo(steps(8));
  }

  private static List<Step> steps(long seed) {
    Steps steps = new Steps(seed, List.of(Column.values()));
    List<Map<Column, Object>> rows = model().table(List.of()).rows();
    return Stream.generate(() -> steps.next(rows)).limit(20).collect(Collectors.toList());
  }

  @Test
  void a_write_is_written_as_sql_with_its_parameters_in_order() {
    Node parameter = new Node.Parameter(1, Type.TEXT);
    Write update =
        new Write.Update(
            List.of(new Assignment(Column.NAME, parameter)),
            Which.of(
                Shape.EXISTS_SAME,
                Node.Call.of(Operator.EQUAL, read(Column.NAME), new Node.Parameter(0, Type.TEXT)),
                Node.TRUE));

    assertThat(Rendering.of(update))
        .isEqualTo(
            new Rendering.Sql(
                "UPDATE airbyte.workspaces AS a SET name = ? WHERE (a.name = ?) AND EXISTS"
                    + " (SELECT 1 FROM workspaces b WHERE b.id = a.id AND TRUE)",
                List.of(1, 0)));
  }

  @Test
  void a_script_shrinks_to_what_makes_it_fail() {
    List<Step> failing = steps(7);
    List<Step> smallest =
        ScriptShrinking.shrink(
            Stream.concat(
                    failing.stream(),
                    Stream.of(
                        new Step(Via.STATEMENT_BATCH, List.of(APPEND, APPEND), List.of(List.of()))))
                .toList(),
            script ->
                script.toString().contains("'-x'")
                    ? Optional.of(new Difference("rows", "planted"))
                    : Optional.empty());

    assertThat(smallest)
        .hasToString("[STATEMENT_BATCH: UPDATE airbyte.workspaces SET name = '-x' WHERE TRUE ]");
  }
}
