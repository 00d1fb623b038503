package io.workspacesql.run;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A workspace as the server has it now. */
final class CurrentRow {
  private CurrentRow() {}

  /** The values of these columns, asked for once; null = there is no such workspace. */
  static @Nullable Object @Nullable [] read(WriteRun run, String id, ReadColumns columns)
      throws SQLException {
    @Nullable Object[] row = run.api().get(id, columns.decoded(), run.reads().forLooks());
    if (row == null || columns.isTombstone(row)) {
      return null;
    }
    if (!columns.idOf(row).equals(id)) {
      throw Failure.BAD_ANSWER.because("GET /workspaces/{id}", "it is another workspace");
    }
    return row;
  }
}
