package io.workspacesql.observe;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One attempt of one request, without bodies and secrets.
 *
 * @param statementId execution within the connection; 0 = connecting
 * @param attempt 1 = first try
 * @param pathTemplate below the base URL, such as {@code /workspaces/{id}}
 * @param queryText decoded parameters such as {@code status=active&limit=100}; a cursor shows as
 *     {@code cursor=…}; null = none
 * @param httpStatus null = no answer arrived
 * @param millis from sending to the body's end
 * @param bytes of the body after inflation
 * @param requestId the server's id of the request
 * @param failure why there is no usable answer
 */
public record RequestRecord(
    long statementId,
    int attempt,
    String httpMethod,
    String pathTemplate,
    @Nullable String queryText,
    @Nullable Integer httpStatus,
    Instant startedAt,
    long millis,
    long bytes,
    @Nullable String requestId,
    @Nullable String failure) {}
