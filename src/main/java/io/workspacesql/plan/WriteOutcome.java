package io.workspacesql.plan;

import io.workspacesql.error.Failure;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What became of one row of a write.
 *
 * @param id of the workspace; null for a row to create that got none
 * @param httpStatus of the answer that decided, null = none
 * @param message the server's own words or why the outcome is what it is; null = nothing to say
 * @param requestId the server's id of the request, null = none
 * @param failure one of those of writes, for its SQLState; null where nothing failed
 */
public record WriteOutcome(
    WriteTask task,
    State state,
    @Nullable String id,
    @Nullable Integer httpStatus,
    @Nullable String message,
    @Nullable String requestId,
    @Nullable Failure failure) {

  /** The ends that a row's write can come to. */
  public enum State {
    /** The server has it as asked. */
    DONE,
    /** There is no such row (404 where none was promised): counts as 0, no failure. */
    NO_ROW,
    /** The server refused it; nothing changed. */
    FAILED,
    /** The server answered success but holds other values than asked. */
    NOT_APPLIED,
    /** It may or may not have happened; never counted as success. */
    UNKNOWN,
    /** No request was sent for it, or only such as the server turned away unseen. */
    NOT_TRIED;

    /** Its name in messages, such as {@code not tried}. */
    public String text() {
      return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }
  }
}
