package io.workspacesql.observe;

import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Writes what happens to java.util.logging, at level FINE: a logger for each kind of thing below
 * {@code io.workspacesql}. Filters are left out, since they hold names of tenants.
 */
final class LogListener implements DriverListener {
  private static final Logger REQUESTS = Logger.getLogger("io.workspacesql.requests");
  private static final Logger RETRIES = Logger.getLogger("io.workspacesql.retries");
  private static final Logger TOKENS = Logger.getLogger("io.workspacesql.tokens");
  private static final Logger PAGES = Logger.getLogger("io.workspacesql.pages");
  private static final Logger WRITES = Logger.getLogger("io.workspacesql.writes");

  @Override
  public void attempted(RequestRecord attempt) {
    REQUESTS.log(Level.FINE, () -> text(attempt));
  }

  private static String text(RequestRecord attempt) {
    return "statement %d, attempt %d: %s %s: %s in %d ms, %d bytes, request id %s%s"
        .formatted(
            attempt.statementId(),
            attempt.attempt(),
            attempt.httpMethod(),
            attempt.pathTemplate(),
            attempt.httpStatus() == null ? "no answer" : attempt.httpStatus(),
            attempt.millis(),
            attempt.bytes(),
            attempt.requestId() == null ? "unknown" : attempt.requestId(),
            attempt.failure() == null ? "" : ": " + attempt.failure());
  }

  @Override
  public void retrying(RetryRecord retry) {
    RETRIES.log(
        Level.FINE,
        () ->
            "statement %d, attempt %d: %s %s is sent again after %d ms: %s"
                .formatted(
                    retry.statementId(),
                    retry.attempt(),
                    retry.httpMethod(),
                    retry.pathTemplate(),
                    retry.pause().toMillis(),
                    retry.reason()));
  }

  @Override
  public void tokenReceived(long statementId) {
    TOKENS.log(Level.FINE, () -> "statement %d: a token was received".formatted(statementId));
  }

  @Override
  public void pageRead(long statementId, long pages, long rows) {
    PAGES.log(
        Level.FINE,
        () -> "statement %d: %d pages with %d rows".formatted(statementId, pages, rows));
  }

  @Override
  public void rowWritten(long statementId, long ended, long rows) {
    WRITES.log(Level.FINE, () -> "statement %d: %d of %d rows".formatted(statementId, ended, rows));
  }
}
