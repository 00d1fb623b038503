package io.workspacesql.config;

/** What the driver proves itself with. */
public sealed interface Credentials {

  /** Client id and secret, exchanged for a token. */
  record ClientSecret(String clientId, Secret clientSecret) implements Credentials {}

  /** A bearer token that someone else got; it cannot be refreshed. */
  record AccessToken(Secret token) implements Credentials {}
}
