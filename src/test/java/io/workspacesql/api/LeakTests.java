package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.scope;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Opening and closing leaves nothing behind; what is left open blocks the next, in one test. */
@Timeout(120)
@Tag("threat-22")
class LeakTests {
  private static final String PAGE =
      "HTTP/1.1 200 OK\r\nContent-Length: 53\r\n\r\n"
          + "{\"active_count\":1,\"inactive_count\":1,\"total_count\":2}";

  @Test
  void closed_connections_leave_no_socket_open() throws Exception {
    RawServer.Script untilClosed =
        (socket, raw) -> {
          while (true) {
            raw.readRequest(socket);
            RawServer.write(socket, PAGE);
          }
        };
    try (ApiServer tokens = new ApiServer();
        RawServer raw = new RawServer(untilClosed)) {
      // The server takes one connection after the other: a socket left open would block the next.
      for (int i = 0; i < 200; i++) {
        try (WorkspacesApi api = tokens.client(ApiServer.settings(raw.base(), ApiServer.GIVEN))) {
          assertThat(api.stats(scope()).total()).isEqualTo(2);
        }
      }
      assertThat(raw.connections()).isEqualTo(200);
    }
  }

  @Test
  void ten_thousand_cycles_leave_a_handful_of_daemon_threads() throws Exception {
    Set<Thread> others = Thread.getAllStackTraces().keySet();
    try (ApiServer server = new ApiServer()) {
      server.answersToken("t-1").answers("/workspaces", WireMock.okJson("{\"data\":[]}"));
      for (int i = 0; i < 10_000; i++) {
        try (WorkspacesApi api = server.client(CLIENT)) {
          if (i % 100 == 0) {
            api.verifyCredentials(scope());
            api.list(new ListQuery(null, null, 1, null), List.of(), scope());
          }
        }
      }
    }
    List<Thread> threads =
        Thread.getAllStackTraces().keySet().stream()
            .filter(thread -> thread.getName().matches("(OkHttp|Okio).*"))
            .filter(thread -> !others.contains(thread))
            .toList();
    assertThat(threads).hasSizeLessThan(10).allMatch(Thread::isDaemon);
  }
}
