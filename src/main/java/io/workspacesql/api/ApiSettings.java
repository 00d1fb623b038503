package io.workspacesql.api;

import io.workspacesql.config.ConnectionSettings.Network;
import io.workspacesql.config.Credentials;
import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the API client of one connection needs to know.
 *
 * @param base scheme, host, port and path without a trailing slash, e.g. {@code
 *     https://api.airbyte.ai/api/v1}
 * @param organizationId null = no {@code X-Organization-Id} is sent
 * @param readTimeout between two bytes; zero, as for {@code connectTimeout}, = none
 * @param maxConcurrentRequests in flight at once, at least 1
 * @param maxRequestsPerSecond that begin within any second; 0 = no limit
 * @param backoff of reads and of getting a token
 * @param minting how workspaces are created
 * @param applicationName appended to the User-Agent; null = none
 */
public record ApiSettings(
    URI base,
    Credentials credentials,
    @Nullable String organizationId,
    Network network,
    Duration connectTimeout,
    Duration readTimeout,
    int maxConcurrentRequests,
    int maxRequestsPerSecond,
    Backoff backoff,
    Minting minting,
    @Nullable String applicationName) {}
