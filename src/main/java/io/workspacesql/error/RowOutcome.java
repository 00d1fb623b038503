package io.workspacesql.error;

import java.io.Serial;
import java.io.Serializable;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a write that did not end well, as {@link WriteFailedException} lists
 * it.
 *
 * @param workspaceId null = a row to create that got no id
 * @param workspaceName null = the row was not read
 * @param state {@code done}, {@code no row} (there is none with this id, nothing was to do), {@code
 *     failed} (refused, nothing changed), {@code not applied} (the server said yes and holds other
 *     values), {@code unknown} (it may or may not have happened) or {@code not tried}
 * @param httpStatus of the answer that decided; null = none
 * @param message the server's words or the driver's reason; null when there is nothing to say
 * @param requestId the server's id of the request; null = none
 */
public record RowOutcome(
    @Nullable String workspaceId,
    @Nullable String workspaceName,
    String state,
    @Nullable Integer httpStatus,
    @Nullable String message,
    @Nullable String requestId)
    implements Serializable {
  @Serial private static final long serialVersionUID = 1L;
}
