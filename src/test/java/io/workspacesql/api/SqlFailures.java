package io.workspacesql.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import org.assertj.core.api.AbstractThrowableAssert;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** Catches the SQLException that a call must end with. */
final class SqlFailures {
  private SqlFailures() {}

  static SQLException of(ThrowingCallable call) {
    Throwable thrown = catchThrowable(call);
    assertThat(thrown).isInstanceOf(SQLException.class);
    return (SQLException) thrown;
  }

  /** Expects a failure with this SQLState, to look further at it. */
  static AbstractThrowableAssert<?, ? extends Throwable> assertFails(
      String sqlState, ThrowingCallable call) {
    SQLException failure = of(call);
    assertThat(failure.getSQLState()).as(failure.toString()).isEqualTo(sqlState);
    return assertThat((Throwable) failure);
  }

  /** The texts of a failure and of everything behind it. */
  static String allTexts(Throwable failure) {
    StringBuilder texts = new StringBuilder();
    for (Throwable t = failure; t != null; t = t.getCause()) {
      texts.append(t).append('\n');
      for (Throwable suppressed : t.getSuppressed()) {
        texts.append(suppressed).append('\n');
      }
    }
    return texts.toString();
  }
}
