package io.workspacesql.error;

import java.io.Serial;
import java.sql.SQLException;

/**
 * Carries an {@link SQLException} through code that cannot declare it, such as the enumerators of
 * the planner's runtime. It never leaves the driver: the {@code java.sql} surface unwraps it.
 */
public final class UncheckedSqlException extends RuntimeException {
  @Serial private static final long serialVersionUID = 1L;

  private final SQLException failure;

  public UncheckedSqlException(SQLException failure) {
    super(failure);
    this.failure = failure;
  }

  /** The exception to throw in its place. */
  public SQLException failure() {
    return failure;
  }
}
