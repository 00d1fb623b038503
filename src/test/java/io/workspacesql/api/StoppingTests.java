package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.matching.RequestPattern;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Credentials;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Cancel, deadlines, timeouts and closing end a request at once, each with its own SQLState. */
@Timeout(20)
class StoppingTests {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration SHORT = Duration.ofMillis(200);

  private final ApiServer server = new ApiServer();

  @BeforeEach
  void answer_late() {
    server.answersAll(
        WireMock.okJson("{\"data\":[]}").withFixedDelay((int) Duration.ofSeconds(40).toMillis()));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void cancel_ends_a_request_in_flight() throws Exception {
    RequestScope scope = scope();
    try (WorkspacesApi api = client(server.base(), GIVEN, LONG, 8)) {
      onceAsked(scope::cancel);
      assertFails("57014", () -> api.stats(scope));
    }
  }

  @Test
  void a_deadline_ends_a_request_in_flight() throws Exception {
    RequestScope scope = new RequestScope(1, Deadline.after(SHORT));
    try (WorkspacesApi api = client(server.base(), GIVEN, LONG, 8)) {
      assertFails("HYT00", () -> api.stats(scope)).hasMessageContaining("200 ms");
    }
  }

  @Test
  void a_deadline_ends_a_body_that_trickles() throws Exception {
    RawServer.Script trickle =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, "HTTP/1.1 200 OK\r\nContent-Length: 9999999\r\n\r\n");
          while (true) {
            RawServer.write(socket, " ");
          }
        };
    RequestScope scope = new RequestScope(1, Deadline.after(SHORT));
    try (RawServer raw = new RawServer(trickle);
        WorkspacesApi api = client(raw.base(), GIVEN, LONG, 8)) {
      assertFails("HYT00", () -> api.stats(scope));
    }
  }

  @Test
  void without_a_deadline_the_read_timeout_is_a_lost_connection() throws Exception {
    try (WorkspacesApi api = client(server.base(), GIVEN, SHORT, 8)) {
      assertFails("08006", () -> api.stats(scope())).hasMessageContaining("readTimeout");
    }
  }

  @Test
  void a_connect_timeout_names_its_property() throws Exception {
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      List<Socket> filling = fill(full);
      URI base = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/api/v1");
      try (WorkspacesApi api = client(base, GIVEN, LONG, 8)) {
        assertFails("08001", () -> api.stats(scope())).hasMessageContaining("connectTimeout");
      } finally {
        for (Socket socket : filling) {
          socket.close();
        }
      }
    }
  }

  @Test
  void cancel_ends_the_wait_for_a_free_slot() throws Exception {
    try (WorkspacesApi api = client(server.base(), GIVEN, LONG, 1)) {
      occupy(api);
      RequestScope scope = scope();
      CompletableFuture.runAsync(
          scope::cancel, CompletableFuture.delayedExecutor(200, TimeUnit.MILLISECONDS));
      assertFails("57014", () -> api.stats(scope));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_deadline_ends_the_wait_for_a_free_slot() throws Exception {
    try (WorkspacesApi api = client(server.base(), GIVEN, LONG, 1)) {
      occupy(api);
      RequestScope scope = new RequestScope(1, Deadline.after(SHORT));
      assertFails("HYT00", () -> api.stats(scope));
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void cancel_ends_the_wait_for_a_token() throws Exception {
    RequestScope scope = scope();
    try (WorkspacesApi api = client(server.base(), CLIENT, LONG, 8)) {
      onceAsked(scope::cancel);
      assertFails("57014", () -> api.verifyCredentials(scope));
    }
  }

  @Test
  void close_ends_its_own_requests_only() throws Exception {
    try (WorkspacesApi other = client(server.base(), GIVEN, LONG, 8)) {
      CompletableFuture<?> alive = occupy(other);
      WorkspacesApi api = client(server.base(), GIVEN, LONG, 8);
      CompletableFuture<?> ending = inBackground(api);
      awaitRequests(2);
      api.close();
      assertThat(ending)
          .failsWithin(Duration.ofSeconds(5))
          .withThrowableThat()
          .havingRootCause()
          .withMessageContaining("connection is closed");
      assertThat(alive).isNotDone();
    }
  }

  private WorkspacesApi client(
      URI base, Credentials credentials, Duration readTimeout, int maxConcurrentRequests)
      throws Exception {
    return server.client(
        new ApiSettings(
            base,
            credentials,
            null,
            Network.DIRECT,
            Duration.ofMillis(500),
            readTimeout,
            maxConcurrentRequests,
            0,
            ApiServer.NO_RETRIES,
            ApiServer.MINTING,
            null));
  }

  private CompletableFuture<?> occupy(WorkspacesApi api) throws Exception {
    CompletableFuture<?> running = inBackground(api);
    awaitRequests(1);
    return running;
  }

  private static CompletableFuture<?> inBackground(WorkspacesApi api) {
    CompletableFuture<Object> result = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                result.complete(api.stats(scope()));
              } catch (SQLException e) {
                result.completeExceptionally(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return result;
  }

  private void onceAsked(Runnable action) {
    CompletableFuture.runAsync(
        () -> {
          awaitRequests(1);
          action.run();
        });
  }

  private void awaitRequests(int count) {
    RequestPattern all = WireMock.anyRequestedFor(WireMock.anyUrl()).build();
    while (server.wire.countRequestsMatching(all).getCount() < count) {
      Thread.onSpinWait();
    }
  }

  /** Connects until the kernel takes no more. */
  private static List<Socket> fill(ServerSocket full) throws Exception {
    List<Socket> sockets = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Socket socket = new Socket();
      sockets.add(socket);
      try {
        socket.connect(new InetSocketAddress("127.0.0.1", full.getLocalPort()), 100);
      } catch (SocketTimeoutException e) {
        return sockets;
      }
    }
    return sockets;
  }
}
