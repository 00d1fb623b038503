package io.workspacesql.run;

import io.workspacesql.api.ServerWords;
import java.sql.SQLException;

/**
 * A write request together with the way to find out whether it took effect.
 *
 * @param <T> what the server answers when it accepts
 */
interface Effect<T> extends Sending<T> {

  /** How the row ended when the server accepted. */
  RowEnd accepted(T content, ServerWords words);

  /**
   * How the row ended when the server knows no such workspace.
   *
   * @param maybeDoneBefore whether an earlier request may have done the work
   */
  RowEnd missing(boolean maybeDoneBefore, ServerWords words);

  /** Asks the server how things are now. */
  Sight look() throws SQLException;
}
