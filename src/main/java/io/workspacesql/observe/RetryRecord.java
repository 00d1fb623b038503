package io.workspacesql.observe;

import java.time.Duration;

/**
 * A request that is going to be sent again.
 *
 * @param statementId execution within the connection; 0 = connecting
 * @param attempt the one that failed, 1 = first try
 * @param pathTemplate below the base URL, such as {@code /workspaces/{id}}
 * @param pause until the next attempt
 * @param reason what was wrong, with the server's words
 */
public record RetryRecord(
    long statementId,
    int attempt,
    String httpMethod,
    String pathTemplate,
    Duration pause,
    String reason) {}
