package io.workspacesql.run;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One GET per id, in the order of the ids. */
final class KeyLookup implements WorkspaceSource {
  private static final @Nullable Object[] NO_ROW = {};

  private final Reading reading;
  private final ReadColumns columns;
  private final RequestSequence<String, @Nullable Object[]> lookups;

  KeyLookup(Reading reading, List<String> ids, ReadColumns columns) {
    this.reading = reading;
    this.columns = columns;
    this.lookups = new RequestSequence<>(reading, ids, this::find);
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    while (!lookups.isOver()) {
      @Nullable Object[] found = lookups.next(wanted);
      if (found != NO_ROW) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Object[] find(String id) throws SQLException {
    @Nullable Object[] row = reading.means().api().get(id, columns.decoded(), reading.scope());
    if (row == null) {
      return NO_ROW;
    }
    if (!columns.idOf(row).equals(id)) {
      throw Failure.BAD_ANSWER.because(
          "GET /workspaces/{id}", "asked for " + id + " it sent another workspace");
    }
    return columns.isTombstone(row) ? NO_ROW : row;
  }
}
