package io.workspacesql.demo;

import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/** Who may ask. */
final class Access {
  private static final String ORGANIZATION_HEADER = "X-Organization-Id";
  private static final String BEARER = "Bearer ";

  private final String organizationId;
  private final boolean organizationRequired;
  private final Tokens tokens;

  Access(String organizationId, Dialect dialect, Tokens tokens) {
    this.organizationId = organizationId;
    this.organizationRequired = dialect.organizationHeaderRequired();
    this.tokens = tokens;
  }

  /** Lets application tokens through. */
  void checkApplication(RecordedRequest request) throws Refused {
    if (check(request) instanceof Tokens.Scoped) {
      throw Refused.of(403, "A scoped token cannot manage workspaces");
    }
  }

  /** Lets every token through that was not made for another organization. */
  Tokens.Bearer check(RecordedRequest request) throws Refused {
    Tokens.Bearer bearer = bearer(request);
    checkOrganization(request.getHeaders().get(ORGANIZATION_HEADER));
    return bearer;
  }

  /** Lets scoped tokens through. */
  Tokens.Scoped checkScoped(RecordedRequest request) throws Refused {
    if (check(request) instanceof Tokens.Scoped scoped) {
      return scoped;
    }
    throw Refused.of(403, "A scoped token is required");
  }

  private Tokens.Bearer bearer(RecordedRequest request) throws Refused {
    String header = request.getHeaders().get("Authorization");
    if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
      throw Refused.unauthorized("Missing bearer token");
    }
    return tokens
        .read(header.substring(BEARER.length()))
        .orElseThrow(() -> Refused.unauthorized("Invalid or expired token"));
  }

  private void checkOrganization(@Nullable String header) throws Refused {
    if (header == null) {
      if (organizationRequired) {
        throw Refused.of(400, "Several organizations: specify target organization");
      }
      return;
    }
    if (!Uuids.parse(header, ORGANIZATION_HEADER).toString().equals(organizationId)) {
      throw Refused.of(403, "Not a member of this organization");
    }
  }
}
