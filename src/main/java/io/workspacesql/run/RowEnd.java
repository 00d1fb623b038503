package io.workspacesql.run;

import io.workspacesql.api.ServerWords;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How the write of one row ended.
 *
 * @param id of a workspace that was created; null = the task's own, if it has one
 * @param words null = nothing to say
 * @param failure null = none
 * @param notSent why nothing was sent; null = something was, or nothing was wanted
 */
record RowEnd(
    State state,
    @Nullable String id,
    @Nullable ServerWords words,
    @Nullable Failure failure,
    @Nullable SQLException notSent) {

  static RowEnd done(@Nullable String id, @Nullable ServerWords words) {
    return new RowEnd(State.DONE, id, words, null, null);
  }

  static RowEnd noRow(@Nullable ServerWords words) {
    return new RowEnd(State.NO_ROW, null, words, null, null);
  }

  static RowEnd failed(Failure failure, ServerWords words) {
    return new RowEnd(State.FAILED, null, words, failure, null);
  }

  static RowEnd notApplied(@Nullable String id, ServerWords words) {
    return new RowEnd(State.NOT_APPLIED, id, words, Failure.WRITE_FAILED, null);
  }

  static RowEnd unknown(@Nullable String id, ServerWords words) {
    return new RowEnd(State.UNKNOWN, id, words, Failure.UNKNOWN_OUTCOME, null);
  }

  static RowEnd notTried() {
    return new RowEnd(State.NOT_TRIED, null, null, null, null);
  }

  /** Without a request that could have had an effect: failed, or not tried for want of time. */
  static RowEnd notSent(SQLException reason) {
    Failure failure = Failure.of(reason);
    if (failure == Failure.CANCELLED || failure == Failure.TIMEOUT) {
      return notTried();
    }
    return new RowEnd(State.FAILED, null, words(reason.getMessage()), ofWrites(failure), reason);
  }

  private static Failure ofWrites(Failure failure) {
    return switch (failure) {
      case CREDENTIALS_MISSING, CREDENTIALS_REFUSED -> Failure.WRITE_NOT_AUTHORIZED;
      case FORBIDDEN -> Failure.WRITE_FORBIDDEN;
      case INVALID_PARAMETER -> Failure.WRITE_INVALID;
      case RATE_LIMITED, REQUEST_BUDGET -> Failure.WRITE_LIMITED;
      default -> Failure.WRITE_FAILED;
    };
  }

  /** The driver's own words. */
  static ServerWords words(@Nullable String message) {
    return new ServerWords(null, String.valueOf(message), null);
  }

  /** What the server said, and what the driver adds. */
  static ServerWords words(@Nullable ServerWords said, String more) {
    return said == null
        ? words(more)
        : new ServerWords(
            said.httpStatus(),
            said.message() == null ? more : said.message() + "; " + more,
            said.requestId());
  }

  /** Of a row to create: a conflict can only be about its name. */
  RowEnd asDuplicate() {
    return failure == Failure.CONFLICT
        ? new RowEnd(state, id, words, Failure.DUPLICATE, notSent)
        : this;
  }

  /** Whether no further row may be begun. */
  boolean stopsTheWrite() {
    return state == State.FAILED || state == State.NOT_APPLIED || state == State.UNKNOWN;
  }

  WriteOutcome of(WriteTask task) {
    return new WriteOutcome(
        task,
        state,
        id == null ? ownId(task) : id,
        words == null ? null : words.httpStatus(),
        words == null ? null : words.message(),
        words == null ? null : words.requestId(),
        failure);
  }

  private static @Nullable String ownId(WriteTask task) {
    if (task instanceof WriteTask.Update update) {
      return update.id();
    }
    return task instanceof WriteTask.Delete delete ? delete.id() : null;
  }
}
