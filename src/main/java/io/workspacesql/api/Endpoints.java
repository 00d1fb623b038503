package io.workspacesql.api;

import io.workspacesql.api.http.ApiRequest;
import io.workspacesql.api.http.Endpoint;
import io.workspacesql.api.json.OrderedTokenDocument;
import io.workspacesql.api.json.ScopedTokenDocument;
import io.workspacesql.api.json.UpdateDocument;
import io.workspacesql.catalog.QueryParameter;
import io.workspacesql.config.ApiDialect;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** The URLs of one server's endpoints, built from values, never from text. */
final class Endpoints {
  static final String CURSOR = "cursor";

  /** Parameters of the list whose values the ledger may show. */
  private static final Set<String> SHOWN = Set.of("name_contains", "status", "limit");

  private final HttpUrl base;

  private Endpoints(HttpUrl base) {
    this.base = base;
  }

  static Endpoints of(URI base) throws SQLException {
    HttpUrl url = HttpUrl.get(base);
    if (url == null) {
      throw Failure.INVALID_URL.because("its server is no http or https address");
    }
    return new Endpoints(url);
  }

  HttpUrl token() {
    return below("account/applications/token");
  }

  ApiRequest stats() {
    return ApiRequest.get(Endpoint.STATS, at(Endpoint.STATS), null);
  }

  /**
   * @param id must be canonical: nothing else may enter a path
   */
  ApiRequest workspace(String id) throws SQLException {
    return ApiRequest.get(Endpoint.WORKSPACE, workspaceUrl(id), null);
  }

  /**
   * @param id as in {@link #workspace}
   */
  ApiRequest update(String id, List<FieldValue> values, int attempt) throws SQLException {
    for (FieldValue value : values) {
      if (value.value() instanceof String text) {
        encodable(text);
      }
    }
    Secret body = UpdateDocument.request(values);
    return ApiRequest.write(Endpoint.UPDATE, workspaceUrl(id), body, attempt);
  }

  /**
   * @param id as in {@link #workspace}
   */
  ApiRequest delete(String id, int attempt) throws SQLException {
    return ApiRequest.write(Endpoint.DELETE, workspaceUrl(id), null, attempt);
  }

  ApiRequest mint(Minting minting, String name, int attempt) throws SQLException {
    Endpoint endpoint = minting.endpoint();
    Secret body = ScopedTokenDocument.request(minting, encodable(name));
    return ApiRequest.write(endpoint, at(endpoint), body, attempt);
  }

  ApiRequest mint(Minting minting, TokenOrder order, int attempt) throws SQLException {
    Endpoint endpoint =
        order.allowedOrigin() == null ? minting.endpoint() : minting.widgetEndpoint();
    encodable(order.workspaceName());
    for (TokenOrder.Tags tags :
        new TokenOrder.@Nullable Tags[] {
          order.sourceTemplateTags(), order.connectionTemplateTags()
        }) {
      for (String word : tags == null ? List.<String>of() : tags.words()) {
        encodable(word);
      }
    }
    Secret body = OrderedTokenDocument.request(minting, order);
    return ApiRequest.write(endpoint, at(endpoint), body, attempt);
  }

  /**
   * @param token the scoped token that is asked about
   */
  ApiRequest scopedTokenInfo(ApiDialect dialect, Secret token) {
    return scopedTokenInfo(scopedTokenInfo(dialect)).bearing(token);
  }

  /**
   * The question about the token that it is sent with.
   *
   * @param endpoint one of the two that answer it
   */
  ApiRequest scopedTokenInfo(Endpoint endpoint) {
    return ApiRequest.get(endpoint, at(endpoint), null);
  }

  /** Where this dialect asks about a scoped token. */
  static Endpoint scopedTokenInfo(ApiDialect dialect) {
    return switch (dialect) {
      case AGENTS, ENGINE -> Endpoint.SCOPED_TOKEN_INFO;
      case EMBEDDED -> Endpoint.EMBEDDED_SCOPED_TOKEN_INFO;
    };
  }

  ApiRequest list(ListQuery query) throws SQLException {
    PageCursor cursor = query.cursor();
    HttpUrl url =
        cursor != null && cursor.checkedUrl() != null
            ? NextPage.of(listUrl()).checked(cursor.checkedUrl())
            : filtered(query);
    return ApiRequest.get(Endpoint.LIST, url, queryText(url));
  }

  /**
   * @param tokenInfo where to ask about a scoped token
   */
  ApiRequest rows(ListingQuery query, Endpoint tokenInfo) throws SQLException {
    Endpoint endpoint =
        switch (query.listing()) {
          case WORKSPACE_STATS -> Endpoint.STATS;
          case CONNECTORS -> Endpoint.CONNECTORS;
          case CONNECTOR_DEFINITIONS -> Endpoint.CONNECTOR_DEFINITIONS;
          case SOURCE_TEMPLATES -> Endpoint.SOURCE_TEMPLATES;
          case CONNECTION_TEMPLATES -> Endpoint.CONNECTION_TEMPLATES;
          case TEMPLATE_TAGS -> Endpoint.TEMPLATE_TAGS;
          case SCOPED_TOKEN_INFO -> tokenInfo;
        };
    HttpUrl.Builder url = at(endpoint).newBuilder();
    for (QueryParameter parameter : query.parameters()) {
      url.addQueryParameter(parameter.name(), encodable(parameter.value()));
    }
    String text =
        query.parameters().stream().map(QueryParameter::toString).collect(Collectors.joining("&"));
    return ApiRequest.get(endpoint, url.build(), text.isEmpty() ? null : text);
  }

  HttpUrl listUrl() {
    return below("workspaces");
  }

  private HttpUrl filtered(ListQuery query) throws SQLException {
    HttpUrl.Builder url = listUrl().newBuilder();
    if (query.nameContains() != null) {
      url.addQueryParameter("name_contains", encodable(query.nameContains()));
    }
    if (query.status() != null) {
      url.addQueryParameter("status", query.status().text());
    }
    url.addQueryParameter("limit", Integer.toString(query.limit()));
    if (query.cursor() != null) {
      url.addQueryParameter(CURSOR, encodable(query.cursor().value()));
    }
    return url.build();
  }

  /** Half a surrogate pair would be sent as a question mark: another filter than was meant. */
  private static String encodable(String text) throws SQLException {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
      throw Failure.INVALID_PARAMETER.because("A text with half a surrogate pair cannot be sent");
    }
    return text;
  }

  private static @Nullable String queryText(HttpUrl url) {
    List<String> parameters = new ArrayList<>();
    for (int i = 0; i < url.querySize(); i++) {
      String name = url.queryParameterName(i);
      parameters.add(name + "=" + (SHOWN.contains(name) ? url.queryParameterValue(i) : "…"));
    }
    return parameters.isEmpty() ? null : String.join("&", parameters);
  }

  private HttpUrl workspaceUrl(String id) throws SQLException {
    if (!WorkspaceId.isCanonical(id)) {
      throw Failure.INTERNAL.because("an id that is no canonical UUID was to enter a path");
    }
    return below("workspaces").newBuilder().addPathSegment(id).build();
  }

  /** The URL of an endpoint whose path holds no id. */
  private HttpUrl at(Endpoint endpoint) {
    return below(endpoint.pathTemplate().substring(1));
  }

  private HttpUrl below(String path) {
    return base.newBuilder().addPathSegments(path).build();
  }
}
