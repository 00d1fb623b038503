package io.workspacesql.run;

import static io.workspacesql.run.WriteBench.create;
import static io.workspacesql.run.WriteBench.delete;
import static io.workspacesql.run.WriteBench.suspend;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.run.WriteFault.Effect;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every method × unclear end × effect, for one unclear answer and for two: the outcome, the state
 * of the server and each request.
 */
class WriteMatrixTests {
  private static final int RESET = 0;
  private static final List<Integer> ENDS = List.of(RESET, 200, 408, 500, 502, 503, 504);

  private final WriteBench bench = WriteBench.of(10);

  @AfterEach
  void close() {
    bench.close();
  }

  /** The write of one row by each method. */
  enum Method {
    PUT(suspend(4), "PUT 4", " {status=inactive}", "GET 4"),
    DELETE(delete(4), "DELETE 4", "", "GET 4"),
    POST(create("new"), "POST new", "", "LIST");

    final WriteTask task;
    final String request;
    final String body;
    final String look;

    Method(WriteTask task, String request, String body, String look) {
      this.task = task;
      this.request = request;
      this.body = body;
      this.look = look;
    }

    String first() {
      return request + body;
    }

    String second() {
      return first() + " #2";
    }
  }

  static Stream<Arguments> methodsAndEnds() {
    return Stream.of(Method.values())
        .flatMap(method -> ENDS.stream().map(end -> Arguments.of(method, end)));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void with_the_effect_one_look_settles_it(Method method, int end) throws SQLException {
    fault(method, end, Effect.NOW);
    assertDone(method, bench.outcome(method.task));
    assertRequests(method, method.first(), method.look);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void without_the_effect_it_is_sent_once_more(Method method, int end) throws SQLException {
    fault(method, end, Effect.NONE);
    assertDone(method, bench.outcome(method.task));
    assertRequests(method, withToken(method, method.first(), method.look, method.second()));
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void with_the_effect_of_the_second_request_the_next_look_settles_it(Method method, int end)
      throws SQLException {
    fault(method, end, Effect.NONE, Effect.NOW);
    assertDone(method, bench.outcome(method.task));
    assertRequests(method, method.first(), method.look, method.second(), method.look);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void with_a_late_effect_some_more_looks_settle_it(Method method, int end) throws SQLException {
    fault(method, end, Effect.LATE, Effect.LATE);
    assertDone(method, bench.outcome(method.task));
    assertRequests(method, looks(4, method));
    assertThat(bench.waits).extracting("seconds", "nano").hasSize(3);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void without_any_effect_in_time_it_is_unknown(Method method, int end) throws SQLException {
    for (Effect effect : List.of(Effect.NONE, Effect.MUCH_LATER)) {
      bench.organization.requests.clear();
      fault(method, end, effect, effect);
      assertUnknown(bench.outcome(method.task), end, "looked unchanged, but may still happen");
      assertRequests(method, looks(5, method));
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void when_nothing_can_be_seen_it_is_unknown_and_not_sent_again(Method method, int end)
      throws SQLException {
    for (Effect effect : Effect.values()) {
      bench.organization.requests.clear();
      blind(method);
      fault(method, end, effect);
      assertUnknown(bench.outcome(method.task), end, "could not be looked at");
      List<String> requests = new ArrayList<>(List.of(method.first()));
      requests.addAll(Collections.nCopies(Lookout.WAITS.size(), method.look));
      assertRequests(method, requests.toArray(String[]::new));
      reset(method);
    }
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("methodsAndEnds")
  void a_refusal_of_the_second_request_does_not_prove_that_the_first_had_no_effect(
      Method method, int end) throws SQLException {
    bench.organization.faults.onWrite(
        method.request, unclear(end, Effect.NONE), WriteFault.refused(Failure.CONFLICT, 409));
    assertUnknown(bench.outcome(method.task), 409, "looked unchanged");
  }

  private void fault(Method method, int end, Effect... effects) {
    for (Effect effect : effects) {
      bench.organization.faults.onWrite(method.request, unclear(end, effect));
    }
  }

  private static WriteFault unclear(int end, Effect effect) {
    return end == RESET ? WriteFault.reset(effect) : WriteFault.unclear(end, effect);
  }

  /** All looks fail; the one before a creation does not. */
  private void blind(Method method) {
    if (method == Method.POST) {
      bench.organization.faults.onReads(false);
    }
    bench.organization.faults.onReads(
        Collections.nCopies(Lookout.WAITS.size(), true).toArray(Boolean[]::new));
  }

  private void reset(Method method) {
    switch (method) {
      case PUT ->
          bench.organization.find(FakeOrganization.id(4)).orElseThrow().put("status", "active");
      case DELETE -> {
        if (bench.organization.find(FakeOrganization.id(4)).isEmpty()) {
          bench.organization.add(4);
        }
      }
      case POST -> bench.organization.workspaces.removeIf(row -> "new".equals(row.get("name")));
    }
  }

  private static String[] looks(int number, Method method) {
    List<String> requests = new ArrayList<>(List.of(method.first(), method.look, method.second()));
    requests.addAll(Collections.nCopies(number, method.look));
    return requests.toArray(String[]::new);
  }

  private static String[] withToken(Method method, String... requests) {
    List<String> all = new ArrayList<>(List.of(requests));
    if (method == Method.POST) {
      all.add("info new");
    }
    return all.toArray(String[]::new);
  }

  private void assertRequests(Method method, String... requests) {
    List<String> all = new ArrayList<>();
    if (method == Method.POST) {
      all.add("LIST");
    }
    all.addAll(List.of(requests));
    assertThat(bench.requests()).containsExactlyElementsOf(all);
  }

  private void assertDone(Method method, WriteOutcome outcome) {
    assertThat(outcome.state()).as("%s", outcome).isEqualTo(State.DONE);
    assertThat(outcome.failure()).isNull();
    switch (method) {
      case PUT -> assertThat(bench.valueOf(4, "status")).isEqualTo("inactive");
      case DELETE -> assertThat(bench.organization.find(FakeOrganization.id(4))).isEmpty();
      case POST ->
          assertThat(outcome.id())
              .isEqualTo(bench.organization.named("new").orElseThrow().get("id"));
    }
  }

  private static void assertUnknown(WriteOutcome outcome, int end, String why) {
    assertThat(outcome.state()).as("%s", outcome).isEqualTo(State.UNKNOWN);
    assertThat(outcome.failure()).isEqualTo(Failure.UNKNOWN_OUTCOME);
    assertThat(outcome.httpStatus()).isEqualTo(end == RESET ? null : (Integer) end);
    assertThat(outcome.requestId()).isEqualTo(end == RESET ? null : "req-" + end);
    assertThat(outcome.message()).contains(why);
  }
}
