package io.workspacesql.config;

import static io.workspacesql.config.ConnectionProperty.ACCESS_TOKEN;
import static io.workspacesql.config.ConnectionProperty.CREDENTIALS_FILE;
import static io.workspacesql.config.ConnectionProperty.ORGANIZATION_ID;
import static io.workspacesql.config.ConnectionProperty.PASSWORD;
import static io.workspacesql.config.ConnectionProperty.USER;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where credentials come from: one of user with password, access token and file; without any of
 * them the environment, and only for a server that it may be sent to.
 */
final class CredentialSources {
  private CredentialSources() {}

  /** Completes {@code values} from file or environment; null = a demo without credentials. */
  static @Nullable Credentials resolve(
      PropertyValues values, Target target, Environment environment) throws SQLException {
    if (values.isGiven(CREDENTIALS_FILE)) {
      refuseTogether(values, CREDENTIALS_FILE);
      completeFromFile(values);
    }
    if (target instanceof Target.Server server && !hasAny(values)) {
      completeFromEnvironment(values, server, environment);
    }
    return credentials(values);
  }

  private static boolean hasAny(PropertyValues values) {
    return values.isGiven(USER) || values.isGiven(PASSWORD) || values.isGiven(ACCESS_TOKEN);
  }

  private static void completeFromFile(PropertyValues values) throws SQLException {
    Map<ConnectionProperty<?>, String> file = CredentialsFile.read(values.get(CREDENTIALS_FILE));
    for (Map.Entry<ConnectionProperty<?>, String> entry : file.entrySet()) {
      values.complete(entry.getKey(), entry.getValue());
    }
    if (!hasAny(values)) {
      throw Failure.CREDENTIALS_MISSING.because("credentialsFile holds none");
    }
  }

  private static void completeFromEnvironment(
      PropertyValues values, Target.Server server, Environment environment) throws SQLException {
    if (!environment.hasCredentials()) {
      throw Failure.CREDENTIALS_MISSING.because(
          "give user and password (client id and client secret), accessToken, credentialsFile, or"
              + " the environment variables AIRBYTE_CLIENT_ID and AIRBYTE_CLIENT_SECRET");
    }
    if (!environment.mayAuthenticateAt(server.base())) {
      throw Failure.CREDENTIALS_MISSING.because(
          "those of the environment are for https://api.airbyte.ai and the origin in"
              + " AIRBYTE_AGENTS_API_URL only; give user and password for this server");
    }
    values.complete(USER, environment.clientId());
    values.complete(PASSWORD, reveal(environment.clientSecret()));
    values.complete(ORGANIZATION_ID, environment.organizationId());
  }

  private static @Nullable String reveal(@Nullable Secret secret) {
    return secret == null ? null : secret.reveal();
  }

  private static @Nullable Credentials credentials(PropertyValues values) throws SQLException {
    Secret token = values.find(ACCESS_TOKEN);
    if (token != null) {
      refuseTogether(values, ACCESS_TOKEN);
      return new Credentials.AccessToken(token);
    }
    String user = values.find(USER);
    Secret password = values.find(PASSWORD);
    if (user == null && password == null) {
      return null;
    }
    if (user == null || password == null) {
      throw Failure.CREDENTIALS_MISSING.because(
          (user == null ? USER : PASSWORD) + " is not given; user and password go together");
    }
    return new Credentials.ClientSecret(user, password);
  }

  private static void refuseTogether(PropertyValues values, ConnectionProperty<?> one)
      throws SQLException {
    for (ConnectionProperty<?> other : new ConnectionProperty<?>[] {USER, PASSWORD, ACCESS_TOKEN}) {
      if (other != one && values.isGiven(other)) {
        throw Failure.INVALID_PROPERTY.because(
            one + " and " + other + " exclude each other; give one of them");
      }
    }
  }
}
