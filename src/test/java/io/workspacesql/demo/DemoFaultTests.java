package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.workspacesql.demo.Dialect.DeletionForm;
import io.workspacesql.demo.Wire.Ending;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DemoFaultTests {
  private static final int SIZE = 30;
  private static final String STATS = "/workspaces/stats";
  private final SetClock clock = new SetClock();
  private DemoOrganization organization;
  private DemoClient client;
  private String token;
  private String first;

  @BeforeEach
  void start() throws IOException {
    start(Dialect.CURRENT);
  }

  private void start(Dialect dialect) throws IOException {
    organization =
        DemoOrganization.start(
            DemoOptions.ofSize(SIZE)
                .withTokens(clock, Duration.ofMinutes(15))
                .withDialect(dialect));
    token =
        DemoClient.of(organization).mint("demo", "demo-secret").json().get("access_token").asText();
    client = DemoClient.of(organization).withToken(token);
    first = "/workspaces/" + client.get("/workspaces").json().at("/data/0/id").asText();
  }

  @AfterEach
  void close() throws IOException {
    organization.close();
  }

  private void inject(String script) {
    organization.inject(FaultScript.parse(script));
  }

  @ParameterizedTest
  @ValueSource(ints = {400, 401, 403, 404, 408, 409, 429, 500, 502, 503, 504})
  void an_error_takes_the_place_of_the_answer(int status) {
    inject(status + " on GET call 2");

    assertThat(client.get(STATS).status()).isEqualTo(200);
    assertThat(client.get(STATS).status()).isEqualTo(status);
    assertThat(client.get(STATS).status()).isEqualTo(200);
  }

  @Test
  void an_error_has_the_form_of_the_dialect_or_is_a_web_page() {
    inject("503 on GET call 1; 502 html on GET call 2");
    DemoClient.Answer json = client.get(STATS);
    DemoClient.Answer page = client.get(STATS);

    assertThat(json.json().get("message").asText()).isEqualTo("Service Unavailable");
    assertThat(page.header("Content-Type")).startsWith("text/html");
    assertThat(page.body()).contains("<h1>502 Bad Gateway</h1>");
  }

  @ParameterizedTest
  @CsvSource({
    "'', ''",
    "retry-after 0, 0",
    "retry-after 2m, 120",
    "retry-after date 3s, 'Thu, 01 Jan 2026 00:00:03 GMT'"
  })
  void retry_after_has_each_of_its_forms(String option, String header) {
    inject("429 on GET " + option);

    assertThat(client.get(STATS).header("Retry-After")).isEqualTo(header);
  }

  @ParameterizedTest
  @MethodSource("damagesAndWrites")
  void a_write_without_effect_is_not_carried_out(String damage, Write write) throws IOException {
    inject(damage + " on " + write.method + " without effect");
    send(write);

    assertThat(isDone(write)).isFalse();
    assertThat(organization.pendingEffects()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void a_write_with_a_late_effect_is_carried_out_long_after_its_answer(Write write)
      throws IOException {
    inject("504 on " + write.method + " effect after 3s");
    Wire answer = send(write);

    assertThat(answer.received()).startsWith("HTTP/1.1 504 ");
    assertThat(isDone(write)).isFalse();
    assertThat(organization.pendingEffects()).isEqualTo(1);
    awaitLateEffects();
    assertThat(isDone(write)).isTrue();
  }

  @ParameterizedTest
  @MethodSource("damagesAndWrites")
  void a_write_happens_although_its_answer_was_lost(String damage, Write write) throws IOException {
    inject(damage + " on " + write.method + " with effect");
    send(write);

    assertThat(isDone(write)).isTrue();
    assertThat(organization.pendingEffects()).isZero();
  }

  /** Each way to change the first tenant, or to found one. */
  enum Write {
    UPDATE("PUT", "/workspaces/ID", "{\"name\": \"done\"}"),
    DELETE("DELETE", "/workspaces/ID", ""),
    FOUND("POST", "/account/applications/scoped-token", "{\"workspace_name\": \"done\"}");

    private final String method;
    private final String path;
    private final String body;

    Write(String method, String path, String body) {
      this.method = method;
      this.path = path;
      this.body = body;
    }
  }

  static Stream<Arguments> damagesAndWrites() {
    return Stream.of(
            "429",
            "500",
            "502 html",
            "503",
            "504",
            "cut",
            "cut headers",
            "cut body",
            "reset",
            "truncated")
        .flatMap(damage -> Stream.of(Write.values()).map(write -> Arguments.of(damage, write)));
  }

  private Wire send(Write write) throws IOException {
    String path = write.path.replace("/workspaces/ID", first);
    return Wire.send(organization, token, write.method, path, write.body);
  }

  private boolean isDone(Write write) {
    return switch (write) {
      case UPDATE -> client.get(first).json().get("name").asText().equals("done");
      case DELETE -> client.get(first).status() == 404;
      case FOUND -> client.all("limit=100").size() == SIZE + 1;
    };
  }

  private void awaitLateEffects() {
    awaitLateEffects(0);
  }

  private void awaitLateEffects(int left) {
    long end = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (organization.pendingEffects() > left && System.nanoTime() < end) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  @ParameterizedTest
  @CsvSource({"429, false", "504, false", "cut, true", "reset, true", "cut body, true"})
  void by_default_an_error_has_no_effect_and_a_lost_answer_has(String damage, boolean effect)
      throws IOException {
    inject(damage + " on PUT");
    send(Write.UPDATE);

    assertThat(isDone(Write.UPDATE)).isEqualTo(effect);
  }

  @Test
  void a_cut_ends_the_connection_without_an_answer() throws IOException {
    inject("cut on GET");

    assertThat(wire("GET", STATS)).isEqualTo(new Wire("", Ending.CLOSED));
  }

  @Test
  void a_reset_does_so_without_a_farewell() throws IOException {
    inject("reset on GET");

    assertThat(wire("GET", STATS)).isEqualTo(new Wire("", Ending.RESET));
  }

  @Test
  void a_cut_in_the_headers_leaves_half_a_header() throws IOException {
    inject("cut headers on GET");

    assertThat(wire("GET", STATS))
        .isEqualTo(new Wire("HTTP/1.1 200 OK\r\nContent-Ty", Ending.CLOSED));
  }

  @Test
  void a_cut_in_the_body_leaves_less_than_its_length() throws IOException {
    String whole = client.get(STATS).body();
    inject("cut body of GET");
    Wire cut = wire("GET", STATS);

    assertThat(cut.ending()).isEqualTo(Ending.CLOSED);
    assertThat(cut.contentLength()).isEqualTo(whole.length());
    assertThat(cut.body()).isEqualTo(whole.substring(0, whole.length() / 2));
  }

  @Test
  void a_cut_in_a_body_that_is_not_there_comes_behind_the_headers() throws IOException {
    organization.close();
    start(Dialect.builder().deletion(DeletionForm.NO_CONTENT).build());
    inject("cut body of DELETE");
    Wire cut = wire("DELETE", first);

    assertThat(cut.received()).startsWith("HTTP/1.1 204 ").endsWith("\r\n\r\n");
    assertThat(cut.ending()).isEqualTo(Ending.CLOSED);
  }

  @Test
  void truncated_json_comes_with_its_own_right_length() throws IOException {
    String whole = client.get(STATS).body();
    inject("truncated on GET");
    Wire truncated = wire("GET", STATS);

    assertThat(truncated.ending()).isEqualTo(Ending.WHOLE);
    assertThat(truncated.body()).isEqualTo(whole.substring(0, whole.length() / 2));
    assertThat(truncated.contentLength()).isEqualTo(whole.length() / 2);
  }

  @Test
  void silence_keeps_the_connection_open() throws IOException {
    inject("silence on PUT");
    Wire wire = send(Write.UPDATE);

    assertThat(wire).isEqualTo(new Wire("", Ending.OPEN));
    assertThat(isDone(Write.UPDATE)).isTrue();
  }

  @Test
  void a_slow_body_drips_and_comes_whole() {
    String whole = client.get(STATS).body();
    inject("slow 1s on GET");
    long before = System.nanoTime();

    assertThat(client.get(STATS).body()).isEqualTo(whole);
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Duration.ofMillis(800), Duration.ofSeconds(6));
  }

  @Test
  void a_delayed_answer_comes_whole_and_its_effect_at_once() {
    inject("delay 1s on PUT");
    long before = System.nanoTime();
    JsonNode answer = client.put(first, "{\"name\": \"done\"}").json();

    assertThat(answer.get("name").asText()).isEqualTo("done");
    assertThat(Duration.ofNanos(System.nanoTime() - before))
        .isBetween(Duration.ofMillis(900), Duration.ofSeconds(6));
  }

  @Test
  void a_success_without_effect_looks_like_one() {
    inject("delay 0s on any without effect");

    assertThat(client.put(first, "{\"name\": \"done\"}").json().get("name").asText())
        .isEqualTo("done");
    assertThat(client.delete(first).status()).isEqualTo(200);
    assertThat(client.delete(first).status()).isEqualTo(200);
    assertThat(isDone(Write.UPDATE)).isFalse();
  }

  @Test
  void a_fault_can_mean_one_workspace() {
    inject("500 on PUT " + first);
    String second = "/workspaces/" + client.all("limit=100").get(1).get("id").asText();

    assertThat(client.put(first, "{}").status()).isEqualTo(500);
    assertThat(client.put(second, "{}").status()).isEqualTo(200);
  }

  @Test
  void a_struck_request_is_counted_and_logged() throws IOException {
    inject("cut on PUT without effect");
    send(Write.UPDATE);

    assertThat(organization.requests()).containsEntry("PUT /workspaces/{workspace_id}", 1L);
    assertThat(organization.log())
        .last()
        .isEqualTo(new LoggedRequest("PUT", first, "{\"name\": \"done\"}"));
  }

  @Test
  void another_script_begins_to_count_anew_and_none_ends_all() {
    inject("500 on GET call 2");
    client.get(STATS);
    inject("500 on GET call 2");

    assertThat(client.get(STATS).status()).isEqualTo(200);
    assertThat(client.get(STATS).status()).isEqualTo(500);
    inject("500 on GET");
    organization.inject(FaultScript.NONE);
    assertThat(client.get(STATS).status()).isEqualTo(200);
  }

  @Test
  void faults_can_strike_from_the_first_token_on() throws IOException {
    DemoOptions options = DemoOptions.ofSize(1).withFaults(FaultScript.parse("503 on any first 1"));
    try (DemoOrganization other = DemoOrganization.start(options)) {
      DemoClient newcomer = DemoClient.of(other);

      assertThat(newcomer.mint("demo", "demo-secret").status()).isEqualTo(503);
      assertThat(newcomer.mint("demo", "demo-secret").status()).isEqualTo(200);
    }
  }

  @Test
  void a_running_name_with_other_faults_is_refused() throws IOException {
    DemoOptions options =
        DemoOptions.of("faulty", 1, 1, Duration.ZERO)
            .withFaults(FaultScript.parse("503 on GET call 9"));
    try (DemoOrganization running = DemoOrganization.named(options)) {
      assertThat(DemoOrganization.named(options)).isSameAs(running);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DemoOrganization.named("faulty", 1, 1, Duration.ZERO))
          .withMessageContaining("latency=0ms, faults=503 on GET call 9; use these values");
    }
  }

  @Test
  void calls_of_many_threads_are_struck_exactly_as_often_as_the_script_says() {
    inject("503 on GET every 4");
    long struck =
        IntStream.range(0, 200).parallel().filter(i -> client.get(STATS).status() == 503).count();

    assertThat(struck).isEqualTo(50);
  }

  @Test
  void its_late_effects_are_forgotten_when_it_ends_and_their_thread_is_a_daemon() throws Exception {
    List<Thread> ofOthers = lateThreads();
    inject("504 on PUT call 1 effect after 1ms; 504 on PUT effect after 10m");
    send(Write.UPDATE);
    send(Write.UPDATE);
    awaitLateEffects(1);
    List<Thread> late = lateThreads();
    late.removeAll(ofOthers);

    assertThat(late).singleElement().matches(Thread::isDaemon);
    organization.close();
    late.get(0).join(5_000);
    assertThat(late.get(0).isAlive()).isFalse();
  }

  private static List<Thread> lateThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().equals("airbyte-demo-late-effects"))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private Wire wire(String method, String path) throws IOException {
    return Wire.send(organization, token, method, path);
  }
}
