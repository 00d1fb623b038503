package io.workspacesql.observe;

import org.jspecify.annotations.Nullable;

/**
 * How the write of one row ended.
 *
 * @param statementId execution within the connection
 * @param workspaceId null = a row to create that got no id
 * @param outcome {@code done}, {@code no row}, {@code failed}, {@code not applied}, {@code unknown}
 *     or {@code not tried}, as {@link io.workspacesql.error.RowOutcome} explains them
 * @param httpStatus of the answer that decided; null = none
 * @param message the server's words or the driver's reason; null when there is nothing to say
 * @param requestId the server's id of the request; null = none
 * @param ended rows of this write so far, this one included
 * @param rows of this write in all
 */
public record RowRecord(
    long statementId,
    @Nullable String workspaceId,
    String outcome,
    @Nullable Integer httpStatus,
    @Nullable String message,
    @Nullable String requestId,
    long ended,
    long rows) {}
