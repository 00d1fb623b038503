package io.workspacesql.demo;

import java.util.List;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;
import okio.ByteString;

/** Answers requests as the API would. Safe for use by several threads. */
final class Endpoints {
  private final Dialect dialect;
  private final Access access;
  private final Tenants tenants;
  private final TokenEndpoints tokens;
  private final WorkspaceEndpoints workspaces;
  private final ConnectorEndpoints connectors;
  private final CatalogueEndpoints catalogue = new CatalogueEndpoints();
  private final TemplateEndpoints templates;

  Endpoints(String organizationId, DemoOptions options) {
    this.dialect = options.dialect();
    Tokens issued = new Tokens(options.clock(), options.tokenLife());
    this.access = new Access(organizationId, dialect, issued);
    Seed seed = new Seed(options.seed());
    FoundedTenants founded =
        new FoundedTenants(options.workspaces(), seed, organizationId, dialect.tombstoneEvery());
    this.tenants = new Tenants(founded, organizationId, options.clock());
    this.tokens = new TokenEndpoints(organizationId, dialect, issued, tenants);
    this.workspaces = new WorkspaceEndpoints(tenants, dialect, options.clock());
    this.templates = new TemplateEndpoints(organizationId, dialect);
    this.connectors = new ConnectorEndpoints(tenants, seed, dialect);
  }

  /** Does what is asked for and answers. */
  Reply answer(RecordedRequest request) {
    return answer(request, tenants);
  }

  /** Answers the same and changes nothing. */
  Reply rehearse(RecordedRequest request) {
    return answer(request, new Rehearsal(tenants));
  }

  private Reply answer(RecordedRequest request, TenantChanges changes) {
    try {
      return answer(route(request), request, changes);
    } catch (Refused refused) {
      return ErrorBody.of(refused, dialect.errors());
    }
  }

  private static Route route(RecordedRequest request) throws Refused {
    List<String> path = request.getUrl().pathSegments();
    return Route.of(request.getMethod(), path)
        .orElseThrow(
            () ->
                Route.at(path).isPresent()
                    ? Refused.of(405, "Method Not Allowed")
                    : Refused.of(404, "Not Found"));
  }

  private Reply answer(Route route, RecordedRequest request, TenantChanges changes) throws Refused {
    HttpUrl url = request.getUrl();
    ByteString body = request.getBody();
    if (route.needsApplicationToken(dialect)) {
      access.checkApplication(request);
    }
    return switch (route) {
      case TOKEN -> tokens.application(body);
      case SCOPED_TOKEN -> tokens.scoped(body, changes);
      case EMBEDDED_TOKEN -> tokens.embedded(body, changes);
      case WIDGET_TOKEN, EMBEDDED_WIDGET -> tokens.widget(body, changes);
      case SCOPED_INFO, EMBEDDED_INFO -> tokens.info(access.checkScoped(request));
      case LIST -> workspaces.list(url);
      case STATS -> workspaces.stats();
      case CONNECTORS -> connectors.list(url, access.check(request));
      case DEFINITIONS -> catalogue.definitions(url);
      case SOURCE_TEMPLATES -> templates.sources(url);
      case CONNECTION_TEMPLATES -> templates.connections(url);
      case TEMPLATE_TAGS -> templates.tags();
      case GET -> workspaces.get(url, access.check(request));
      case UPDATE -> workspaces.update(url, body, changes);
      case DELETE -> workspaces.delete(url, changes);
    };
  }
}
