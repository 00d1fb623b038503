package io.workspacesql.api;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static io.workspacesql.api.ApiServer.CLIENT;
import static io.workspacesql.api.ApiServer.ID;
import static io.workspacesql.api.ApiServer.scope;
import static io.workspacesql.api.SqlFailures.assertFails;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.QueryParameter;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.RequestRecord;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWorkspacesApiTests {
  private static final List<ColumnDefinition> COLUMNS = Catalog.WORKSPACES.columns();
  private static final ColumnDefinition CONNECTOR_ID = ListedTables.CONNECTORS.column("id");
  private static final ListQuery FIRST = new ListQuery(null, null, 100, null);
  private static final String WORKSPACE =
      """
      {"id":"%s","name":"Acme","organization_id":"o","status":"active","cache_enabled":null,
       "tombstone":false,"visibility":"shared","color":null,"new_field":{"a":[1]},
       "created_at":"2026-01-02T03:04:05.678901Z","updated_at":"2026-01-02T03:04:05Z"}"""
          .formatted(ID);

  private final ApiServer server = new ApiServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void a_page_holds_the_wanted_columns_in_their_order() throws Exception {
    server.answersJson("/workspaces", "{\"next\":null,\"data\":[" + WORKSPACE + "]}");
    try (WorkspacesApi api = server.client()) {
      WorkspacePage page = api.list(FIRST, COLUMNS, scope());
      long created = EpochMicros.of(Instant.parse("2026-01-02T03:04:05.678901Z"));
      assertThat(page.rows())
          .containsExactly(
              new Object[] {
                ID, "Acme", "o", "active", null, false, created, created - 678_901, "shared", null
              });
      assertThat(page.next()).isNull();
    }
  }

  @Test
  void a_list_sends_its_filters_and_nothing_else() throws Exception {
    server.answersJson("/workspaces", "{\"data\":[]}");
    try (WorkspacesApi api = server.client()) {
      api.list(new ListQuery("a&b=ü", WorkspaceStatus.ACTIVE, 50, null), COLUMNS, scope());
      LoggedRequest request = server.requests().get(0);
      assertThat(request.queryParameter("name_contains").values()).containsExactly("a&b=ü");
      assertThat(request.queryParameter("status").values()).containsExactly("active");
      assertThat(request.queryParameter("limit").values()).containsExactly("50");
      assertThat(request.getQueryParams()).hasSize(3);
    }
  }

  @Test
  void a_listing_sends_its_parameters_as_they_are() throws Exception {
    server.answersJson(Listing.CONNECTORS.path(), "{\"data\":[{\"id\":\"c\"}]}");
    ListingQuery query =
        new ListingQuery(
            Listing.CONNECTORS,
            List.of(
                new QueryParameter("workspace_name", "a&b=ü %"),
                new QueryParameter("tags", "x"),
                new QueryParameter("tags", "y")));
    try (WorkspacesApi api = server.client()) {
      assertThat(api.rows(query, List.of(CONNECTOR_ID), scope()))
          .containsExactly(new Object[] {"c"});
      LoggedRequest request = server.requests().get(0);
      assertThat(request.queryParameter("workspace_name").values()).containsExactly("a&b=ü %");
      assertThat(request.queryParameter("tags").values()).containsExactly("x", "y");
    }
  }

  @Test
  void a_workspace_that_is_not_there_has_no_connectors() throws Exception {
    server.answers(Listing.CONNECTORS.path(), aResponse().withStatus(404));
    try (WorkspacesApi api = server.client()) {
      ListingQuery query = new ListingQuery(Listing.CONNECTORS, List.of());
      assertThat(api.rows(query, List.of(CONNECTOR_ID), scope())).isEmpty();
    }
  }

  @Test
  void a_listing_that_is_not_there_is_an_error() throws Exception {
    server.answers(Listing.TEMPLATE_TAGS.path(), aResponse().withStatus(404));
    try (WorkspacesApi api = server.client()) {
      ListingQuery query = new ListingQuery(Listing.TEMPLATE_TAGS, List.of());
      ColumnDefinition id = ListedTables.TEMPLATE_TAGS.column("id");
      assertThatExceptionOfType(SQLException.class)
          .isThrownBy(() -> api.rows(query, List.of(id), scope()))
          .satisfies(e -> assertThat(e.getSQLState()).isEqualTo("58000"));
    }
  }

  @Test
  void the_next_page_is_asked_with_the_cursor_and_our_own_filters() throws Exception {
    server.answersJson(
        "/workspaces",
        "{\"data\":[],\"next\":\"" + server.base() + "/workspaces?cursor=abc%3D%26x\"}");
    try (WorkspacesApi api = server.client()) {
      PageCursor next = api.list(FIRST, COLUMNS, scope()).next();
      api.list(new ListQuery("n", null, 100, next), COLUMNS, scope());
      LoggedRequest request = server.requests().get(1);
      assertThat(request.queryParameter("cursor").values()).containsExactly("abc=&x");
      assertThat(request.queryParameter("name_contains").values()).containsExactly("n");
    }
  }

  @Test
  void a_workspace_is_got_by_its_id() throws Exception {
    server.answersJson("/workspaces/" + ID, WORKSPACE);
    try (WorkspacesApi api = server.client()) {
      assertThat(api.get(ID, List.of(Catalog.WORKSPACES.column("name")), scope()))
          .containsExactly("Acme");
    }
  }

  @Test
  void a_missing_workspace_is_null() throws Exception {
    server.answersAll(ApiServer.status(404, "{\"detail\":\"not found\"}"));
    try (WorkspacesApi api = server.client()) {
      assertThat(api.get(ID, COLUMNS, scope())).isNull();
    }
  }

  @Test
  void an_id_that_is_no_canonical_uuid_never_enters_a_path() throws Exception {
    server.answersAll(WireMock.ok());
    try (WorkspacesApi api = server.client()) {
      assertFails("XX000", () -> api.get("../stats", COLUMNS, scope()));
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void stats_are_read() throws Exception {
    server.answersJson(
        "/workspaces/stats", "{\"active_count\":3,\"inactive_count\":2,\"total_count\":5}");
    try (WorkspacesApi api = server.client()) {
      assertThat(api.stats(scope())).isEqualTo(new WorkspaceStats(3, 2, 5));
    }
  }

  @Test
  void the_token_is_sent_as_bearer_and_asked_for_once() throws Exception {
    server.answersToken("t-1").answersJson("/workspaces", "{\"data\":[]}");
    try (WorkspacesApi api = server.client(CLIENT)) {
      api.verifyCredentials(scope());
      api.list(FIRST, COLUMNS, scope());
      assertThat(server.lines())
          .containsExactly(
              "POST /api/v1/account/applications/token", "GET /api/v1/workspaces?limit=100");
      LoggedRequest token = server.requests().get(0);
      assertThat(token.getBodyAsString())
          .isEqualTo("{\"client_id\":\"client-1\",\"client_secret\":\"secret-canary\"}");
      assertThat(token.containsHeader("Authorization")).isFalse();
      assertThat(server.requests().get(1).getHeader("Authorization")).isEqualTo("Bearer t-1");
    }
  }

  @Test
  void every_request_says_who_asks_and_for_which_organization() throws Exception {
    server.answersToken("t-1").answersJson("/workspaces", "{\"data\":[]}");
    ApiSettings settings =
        new ApiSettings(
            server.base(),
            CLIENT,
            "org-1",
            Network.DIRECT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            8,
            0,
            ApiServer.NO_RETRIES,
            ApiServer.MINTING,
            "DBeaver 24.1 - Main");
    try (WorkspacesApi api = server.client(settings)) {
      api.list(FIRST, COLUMNS, scope());
      assertThat(server.requests())
          .hasSize(2)
          .allSatisfy(
              request -> {
                assertThat(request.getHeader("X-Organization-Id")).isEqualTo("org-1");
                assertThat(request.getHeader("Accept")).isEqualTo("application/json");
                assertThat(request.getHeader("User-Agent"))
                    .startsWith("airbyte-workspaces-jdbc/0.1.0 (")
                    .endsWith(") DBeaver 24.1 - Main");
              });
    }
  }

  @Test
  void a_header_value_with_a_line_break_is_refused_before_anything_is_sent() {
    ApiSettings settings =
        new ApiSettings(
            server.base(),
            CLIENT,
            "org\r\nX-Evil: 1",
            Network.DIRECT,
            Duration.ofSeconds(10),
            Duration.ofSeconds(60),
            8,
            0,
            ApiServer.NO_RETRIES,
            ApiServer.MINTING,
            null);
    assertFails("08001", () -> server.client(settings))
        .hasMessageContaining("organizationId")
        .hasMessageNotContaining("X-Evil");
  }

  @Test
  void the_ledger_has_every_attempt_without_the_cursor() throws Exception {
    server
        .answersToken(WireMock.okJson("{\"access_token\":\"t\"}").withHeader("X-Request-Id", "r1"))
        .answersJson("/workspaces", "{\"data\":[]}");
    try (WorkspacesApi api = server.client(CLIENT)) {
      PageCursor cursor = new PageCursor("opaque", null);
      api.list(new ListQuery("ü", WorkspaceStatus.INACTIVE, 9, cursor), COLUMNS, scope());
    }
    List<RequestRecord> records =
        server.ledger.entries().stream().map(Ledger.Entry::request).toList();
    assertThat(records)
        .extracting(
            RequestRecord::statementId,
            RequestRecord::attempt,
            RequestRecord::httpMethod,
            RequestRecord::pathTemplate,
            RequestRecord::queryText,
            RequestRecord::httpStatus,
            RequestRecord::bytes,
            RequestRecord::requestId,
            RequestRecord::failure)
        .containsExactly(
            tuple(7L, 1, "POST", "/account/applications/token", null, 200, 20L, "r1", null),
            tuple(
                7L,
                1,
                "GET",
                "/workspaces",
                "name_contains=ü&status=inactive&limit=9&cursor=…",
                200,
                11L,
                null,
                null));
  }

  @Test
  void a_given_token_is_proved_by_one_cheap_read() throws Exception {
    server.answersJson("/workspaces", "{\"data\":[]}");
    try (WorkspacesApi api = server.client()) {
      api.verifyCredentials(scope());
      assertThat(server.lines()).containsExactly("GET /api/v1/workspaces?limit=1");
    }
  }

  @Test
  void a_closed_client_sends_nothing_more() throws Exception {
    server.answersJson("/workspaces", "{\"data\":[]}");
    WorkspacesApi api = server.client();
    api.close();
    api.close();
    assertFails("08003", () -> api.list(FIRST, COLUMNS, scope()));
    assertThat(server.requests()).isEmpty();
  }
}
