package io.workspacesql.api.auth;

import io.workspacesql.api.ApiSettings;
import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Credentials.ClientSecret;
import io.workspacesql.config.Secret;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may share a token: only connections that agree in all of this. Holds no secret, only
 * fingerprints: whoever does not know the secret never gets the token.
 */
public record TokenKey(
    URI base,
    String clientId,
    String secretFingerprint,
    @Nullable String organizationId,
    List<String> network) {

  public static TokenKey of(ApiSettings settings, ClientSecret credentials) {
    return new TokenKey(
        settings.base(),
        credentials.clientId(),
        credentials.clientSecret().fingerprint(),
        settings.organizationId(),
        network(settings.network()));
  }

  private static List<String> network(Network network) {
    return Arrays.asList(
        String.valueOf(network.proxyHost()),
        String.valueOf(network.proxyPort()),
        String.valueOf(network.proxyUser()),
        fingerprint(network.proxyPassword()),
        String.valueOf(network.trustStore()),
        fingerprint(network.trustStorePassword()),
        String.valueOf(network.trustStoreType()));
  }

  private static String fingerprint(@Nullable Secret secret) {
    return secret == null ? "" : secret.fingerprint();
  }
}
