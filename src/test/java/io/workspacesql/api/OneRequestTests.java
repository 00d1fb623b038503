package io.workspacesql.api;

import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.GIVEN;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.ApiServer.settings;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.observe.Ledger;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing is sent twice, and nothing elsewhere, behind the driver's back. */
class OneRequestTests {
  private static final List<ColumnDefinition> COLUMNS = Catalog.WORKSPACES.columns();
  private static final ListQuery FIRST = new ListQuery(null, null, 100, null);
  private static final String PAGE = "HTTP/1.1 200 OK\r\nContent-Length: 11\r\n\r\n{\"data\":[]}";

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {408, 421, 425, 429, 500, 502, 503, 504})
  void an_invitation_to_repeat_is_not_followed(int status) throws Exception {
    server.answersAll(WireMock.status(status).withHeader("Retry-After", "0"));
    try (WorkspacesApi api = server.client();
        WorkspacesApi login = server.client(CLIENT)) {
      SqlFailures.of(() -> api.list(FIRST, COLUMNS, scope()));
      SqlFailures.of(() -> api.get(ID, COLUMNS, scope()));
      SqlFailures.of(() -> api.stats(scope()));
      SqlFailures.of(() -> login.verifyCredentials(scope()));
    }
    assertThat(server.lines()).hasSize(4).doesNotHaveDuplicates();
  }

  @Tag("threat-5")
  @ParameterizedTest
  @CsvSource({
    "300, false", "301, false", "302, false", "303, false", "307, false", "308, false",
    "300, true", "301, true", "302, true", "303, true", "307, true", "308, true"
  })
  void a_redirect_is_an_error_and_its_target_hears_nothing(int status, boolean login)
      throws Exception {
    try (ApiServer target = new ApiServer()) {
      target.answersAll(WireMock.okJson("{\"data\":[]}"));
      String location = target.base() + "/workspaces?token=in-the-url";
      server.answersAll(WireMock.status(status).withHeader("Location", location));
      try (WorkspacesApi api = server.client(login ? CLIENT : GIVEN)) {
        assertFails("58000", () -> api.verifyCredentials(scope()))
            .hasMessageContaining("redirect to http://127.0.0.1/api/v1/workspaces")
            .hasMessageNotContaining("in-the-url");
      }
      assertThat(target.requests()).isEmpty();
      assertThat(server.requests()).hasSize(1);
    }
  }

  @Test
  void a_redirect_to_the_same_server_is_not_followed_either() throws Exception {
    server.answersAll(WireMock.temporaryRedirect("/api/v1/workspaces/stats"));
    try (WorkspacesApi api = server.client()) {
      assertFails("58000", () -> api.list(FIRST, COLUMNS, scope()));
    }
    assertThat(server.requests()).hasSize(1);
  }

  @Test
  void a_reset_after_the_request_is_not_repeated() throws Exception {
    RawServer.Script reset =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.reset(socket);
        };
    try (RawServer raw = new RawServer(reset);
        WorkspacesApi api = client(raw.base())) {
      assertFails("08006", () -> api.list(FIRST, COLUMNS, scope()));
      assertThat(raw.requests()).isEqualTo(1);
      assertThat(raw.connections()).isEqualTo(1);
    }
    assertThat(server.ledger.entries())
        .extracting(Ledger.Entry::request)
        .singleElement()
        .satisfies(record -> assertThat(record.httpStatus()).isNull())
        .satisfies(record -> assertThat(record.failure()).isNotBlank());
  }

  @Test
  void a_stale_pooled_socket_is_not_replaced_silently() throws Exception {
    RawServer.Script dropAfterOne =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, PAGE);
          RawServer.reset(socket);
        };
    try (RawServer raw = new RawServer(dropAfterOne);
        WorkspacesApi api = client(raw.base())) {
      api.list(FIRST, COLUMNS, scope());
      SqlFailures.of(() -> api.list(FIRST, COLUMNS, scope()));
      assertThat(raw.connections()).isEqualTo(1);
    }
    assertThat(server.ledger.total()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"data\":[",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n{\"dat",
        "HTTP/1.1 200 OK\r\nContent-Le",
        "this is not HTTP\r\n\r\n",
        ""
      })
  void an_answer_that_breaks_off_is_a_lost_connection(String answer) throws Exception {
    RawServer.Script breakOff =
        (socket, raw) -> {
          raw.readRequest(socket);
          RawServer.write(socket, answer);
        };
    try (RawServer raw = new RawServer(breakOff);
        WorkspacesApi api = client(raw.base())) {
      assertFails("08006", () -> api.list(FIRST, COLUMNS, scope()))
          .hasMessageStartingWith("Lost the connection to http://127.0.0.1");
      assertThat(raw.requests()).isEqualTo(1);
    }
  }

  private WorkspacesApi client(URI base) throws Exception {
    return server.client(settings(base, GIVEN));
  }
}
