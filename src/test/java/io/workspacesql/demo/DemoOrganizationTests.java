package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import mockwebserver3.MockWebServer;
import org.junit.jupiter.api.Test;

final class DemoOrganizationTests {

  @Test
  void no_organization_is_given_the_address_of_one_that_is_gone() throws IOException {
    Set<URI> addresses = new HashSet<>();
    for (int i = 0; i < 2_000; i++) {
      try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1))) {
        assertThat(addresses.add(organization.base()))
            .as("%s is new", organization.base())
            .isTrue();
      }
    }
  }

  @Test
  void the_same_name_is_the_same_organization() throws IOException {
    try (DemoOrganization first = DemoOrganization.named("same", 10, 1, Duration.ZERO)) {
      assertThat(DemoOrganization.named("same", 10, 1, Duration.ZERO)).isSameAs(first);
      try (DemoOrganization other = DemoOrganization.named("other", 10, 1, Duration.ZERO)) {
        assertThat(other).isNotSameAs(first);
        assertThat(other.organizationId()).isNotEqualTo(first.organizationId());
      }
    }
  }

  @Test
  void a_running_name_with_another_size_is_refused_with_both_ways_out() throws IOException {
    try (DemoOrganization running = DemoOrganization.named("sized", 10, 1, Duration.ZERO)) {
      assertThat(running.requests()).containsEntry("GET /workspaces", 0L);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DemoOrganization.named("sized", 11, 1, Duration.ZERO))
          .withMessage(
              "The demo organization 'sized' runs already with workspaces=10, seed=1, latency=0ms;"
                  + " use these values or another name");
    }
  }

  @Test
  void a_closed_name_starts_anew() throws IOException {
    DemoOrganization first = DemoOrganization.named("anew", 10, 1, Duration.ZERO);
    first.close();
    first.close();
    try (DemoOrganization second = DemoOrganization.named("anew", 20, 1, Duration.ZERO)) {
      assertThat(DemoClient.loggedIn(second).all("")).hasSize(20);
      assertThat(second.organizationId()).isEqualTo(first.organizationId());
    }
  }

  @Test
  void values_out_of_range_are_refused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoOptions.ofSize(-1))
        .withMessage("workspaces must be 0 or more, not -1");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> DemoOptions.of("", 1, 1, Duration.ofMillis(-1)));
    assertThatIllegalArgumentException().isThrownBy(() -> Dialect.builder().pageCap(101).build());
  }

  @Test
  void it_answers_on_the_loopback_address_only() throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1))) {
      assertThat(organization.base().toString()).matches("http://127\\.0\\.0\\.1:\\d+/api/v1");
      assertThatThrownBy(() -> new Socket("127.0.0.2", organization.base().getPort()).close())
          .isInstanceOf(ConnectException.class);
    }
  }

  @Test
  void a_million_tenants_start_at_once_and_their_last_page_is_as_near_as_their_first()
      throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1_000_000))) {
      DemoClient client = DemoClient.loggedIn(organization);
      long before = System.nanoTime();
      // {"offset":"999900"}
      String lastPage = "/workspaces?limit=100&cursor=eyJvZmZzZXQiOiI5OTk5MDAifQ";
      for (int i = 0; i < 100; i++) {
        assertThat(client.get(lastPage).json().get("data")).hasSize(100);
      }

      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(10));
      assertThat(client.get("/workspaces/stats").json().get("total_count").asInt())
          .isEqualTo(1_000_000);
    }
  }

  @Test
  void a_filtered_walk_of_a_million_tenants_goes_over_them_once() throws IOException {
    Dialect dialect = Dialect.builder().filtersInNext(true).build();
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.ofSize(1_000_000).withDialect(dialect))) {
      DemoClient client = DemoClient.loggedIn(organization);
      long before = System.nanoTime();

      assertThat(client.names("limit=1&name_contains=ROCKET"))
          .hasSizeBetween(200, 230)
          .allMatch(name -> name.startsWith("Rocket 🚀 Labs"));
      assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(15));
    }
  }

  @Test
  void thousands_of_requests_leave_nothing_in_the_heap() throws IOException {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(10))) {
      DemoClient client = DemoClient.loggedIn(organization);
      String padding = "p".repeat(8_000);
      request(client, padding, 200);
      long before = usedHeap();
      request(client, padding, 2_000);

      assertThat(usedHeap() - before).isLessThan(8_000_000);
      assertThat(organization.requests()).containsEntry("GET /workspaces/stats", 2_200L);
    }
  }

  private static void request(DemoClient client, String padding, int times) {
    for (int i = 0; i < times; i++) {
      client.get("/workspaces/stats?padding=" + padding);
    }
  }

  private static long usedHeap() {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  @Test
  void latency_delays_each_answer_and_none_waits_for_another() throws IOException {
    Duration latency = Duration.ofMillis(500);
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.of("", 10, 1, latency))) {
      DemoClient client = DemoClient.loggedIn(organization);
      long before = System.nanoTime();
      List<CompletableFuture<Integer>> answers =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      CompletableFuture.supplyAsync(
                          () -> client.get("/workspaces").status(),
                          task -> new Thread(task).start()))
              .toList();

      assertThat(answers).allMatch(answer -> answer.join() == 200);
      assertThat(Duration.ofNanos(System.nanoTime() - before))
          .isBetween(latency, Duration.ofSeconds(6));
    }
  }

  @Test
  void its_threads_are_daemons_and_end_with_it() throws Exception {
    DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(10));
    DemoClient.loggedIn(organization).all("");
    List<Thread> threads = threadsOf(organization);

    assertThat(threads).hasSizeGreaterThanOrEqualTo(2).allMatch(Thread::isDaemon);
    assertThat(Thread.getAllStackTraces().keySet())
        .noneMatch(thread -> thread.getName().contains("MockWebServer"));
    organization.close();
    for (Thread thread : threads) {
      thread.join(5_000);
    }
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  private static List<Thread> threadsOf(DemoOrganization organization) {
    String name = "airbyte-demo-" + organization.base().getPort();
    return Thread.getAllStackTraces().keySet().stream()
        .filter(thread -> thread.getName().startsWith(name))
        .toList();
  }

  @Test
  void a_connection_without_a_request_is_not_logged_but_other_servers_may_log() throws Exception {
    Logger logger = Logger.getLogger(MockWebServer.class.getName());
    Messages messages = new Messages();
    logger.addHandler(messages);
    logger.setUseParentHandlers(false);
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1))) {
      new Socket(InetAddress.getByName("127.0.0.1"), organization.base().getPort()).close();
      DemoClient.loggedIn(organization).all("");
      awaitOneConnection(organization);

      assertThat(messages.text.toString(StandardCharsets.UTF_8)).isEmpty();
      logger.warning("of another server");
      assertThat(messages.text.toString(StandardCharsets.UTF_8)).contains("of another server");
    } finally {
      logger.setUseParentHandlers(true);
      logger.removeHandler(messages);
    }
  }

  /** The connection that sent nothing was the first; its thread ends when it has been seen. */
  private static void awaitOneConnection(DemoOrganization organization) throws Exception {
    for (Thread thread : threadsOf(organization)) {
      if (thread.getName().endsWith("-connection-0")) {
        thread.join(5_000);
        assertThat(thread.isAlive()).isFalse();
      }
    }
  }

  @Test
  void broken_requests_end_their_connection_and_nothing_else() throws Exception {
    try (DemoOrganization organization = DemoOrganization.start(DemoOptions.ofSize(1))) {
      for (String broken :
          List.of(
              "\r\n\r\n",
              "x\r\n\r\n",
              "GET\0 http://[::: HTTP/1.1\r\n\r\n",
              "POST / HTTP/1.1\r\nContent-Length: x\r\n\r\n",
              "GET /\r\n")) {
        try (Socket socket = new Socket("127.0.0.1", organization.base().getPort())) {
          socket.getOutputStream().write(broken.getBytes(StandardCharsets.ISO_8859_1));
          socket.shutdownOutput();
          socket.setSoTimeout(5_000);
          assertThat(socket.getInputStream().readAllBytes()).isEmpty();
        }
      }
      assertThat(DemoClient.loggedIn(organization).all("")).hasSize(1);
    }
  }

  /** Collects log messages. */
  private static final class Messages extends Handler {
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();
    private final PrintStream out = new PrintStream(text, true, StandardCharsets.UTF_8);

    @Override
    public void publish(LogRecord entry) {
      out.println(entry.getMessage());
    }

    @Override
    public void flush() {
      out.flush();
    }

    @Override
    public void close() {
      out.close();
    }
  }
}
