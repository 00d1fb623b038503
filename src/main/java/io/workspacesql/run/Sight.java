package io.workspacesql.run;

/** What a look at the server after an unclear answer says. */
sealed interface Sight {

  /** How the row ended. */
  record Settled(RowEnd end) implements Sight {}

  /** Everything is as before the request. */
  record Unchanged() implements Sight {}

  /**
   * It cannot be told.
   *
   * @param forNow whether another look may tell more
   */
  record Blind(String reason, boolean forNow) implements Sight {}
}
