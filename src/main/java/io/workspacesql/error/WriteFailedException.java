package io.workspacesql.error;

import java.io.Serial;
import java.sql.SQLException;
import java.sql.SQLNonTransientException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The outcome of every row of a write, or of a batch, that did not end well. It is the cause of the
 * exception that the statement throws, whose class and SQLState say why; {@link #in} finds it there
 * and behind whatever a framework wraps around. Immutable.
 */
public final class WriteFailedException extends SQLNonTransientException {
  @Serial private static final long serialVersionUID = 1L;

  private final RowOutcome[] outcomes;

  private WriteFailedException(String message, Failure reason, RowOutcome[] outcomes) {
    super(message, reason.sqlState(), reason.vendorCode());
    this.outcomes = outcomes;
  }

  /**
   * The exception for a statement to throw, with the outcomes as its cause.
   *
   * @param message counts the outcomes and holds no secret
   */
  public static SQLException because(Failure reason, String message, List<RowOutcome> outcomes) {
    return reason.causedBy(
        new WriteFailedException(
            "Outcomes of " + outcomes.size() + " rows",
            reason,
            outcomes.toArray(RowOutcome[]::new)),
        message);
  }

  /** The outcomes behind an exception of a statement; null = no write of this driver failed. */
  public static @Nullable WriteFailedException in(@Nullable Throwable thrown) {
    Throwable cause = thrown;
    while (cause != null && !(cause instanceof WriteFailedException)) {
      cause = cause.getCause();
    }
    return (WriteFailedException) cause;
  }

  /** One per row, in the order in which the rows were to be written. */
  public List<RowOutcome> outcomes() {
    return List.of(outcomes);
  }
}
