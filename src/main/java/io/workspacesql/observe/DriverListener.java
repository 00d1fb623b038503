package io.workspacesql.observe;

/**
 * Hears what a connection does; by default it does nothing. Every method is called by the thread
 * that does the work, which waits meanwhile, several threads at once: it must be quick. What it
 * throws is logged and does no other harm. Nothing it hears holds a secret.
 */
public interface DriverListener extends Progress {
  /** Hears nothing. */
  DriverListener NONE = new DriverListener() {};

  /** An attempt of a request has ended, well or not. */
  default void attempted(RequestRecord attempt) {}

  /** A request is going to be sent again. */
  default void retrying(RetryRecord retry) {}

  /**
   * The server has given a token.
   *
   * @param statementId execution within the connection that needed it; 0 = connecting
   */
  default void tokenReceived(long statementId) {}

  @Override
  default void pageRead(long statementId, long pages, long rows) {}
}
