package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.run.Sight.Settled;
import io.workspacesql.run.Sight.Unchanged;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code DELETE /workspaces/{id}}: the workspace is gone afterwards. */
record DeleteEffect(WriteRun run, String id) implements Effect<String> {
  private static final ReadColumns COLUMNS = ReadColumns.of(List.of());

  @Override
  public WriteAnswer<String> send(int attempt, RequestScope scope) {
    return run.api().delete(id, attempt, scope);
  }

  @Override
  public RowEnd accepted(String deleted, ServerWords words) {
    return RowEnd.done(null, words);
  }

  @Override
  public RowEnd missing(boolean maybeDoneBefore, ServerWords words) {
    return maybeDoneBefore
        ? RowEnd.done(null, RowEnd.words(words, "an earlier request has deleted it"))
        : RowEnd.noRow(words);
  }

  @Override
  public Sight look() throws SQLException {
    @Nullable Object[] row = CurrentRow.read(run, id, COLUMNS);
    return row == null ? new Settled(RowEnd.done(null, null)) : new Unchanged();
  }
}
