package io.workspacesql.run;

import io.workspacesql.api.FieldValue;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.WriteTask;
import io.workspacesql.run.Sight.Blind;
import io.workspacesql.run.Sight.Settled;
import io.workspacesql.run.Sight.Unchanged;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** {@code PUT /workspaces/{id}}: the workspace holds the new values afterwards. */
final class UpdateEffect implements Effect<@Nullable Object[]> {
  private final WriteRun run;
  private final String id;
  private final Changes changes;
  private final ReadColumns columns;

  UpdateEffect(WriteRun run, WriteTask.Update task) {
    this.run = run;
    this.id = task.id();
    this.changes = new Changes(task.changes());
    this.columns = ReadColumns.of(task.changes().stream().map(Change::column).toList());
  }

  @Override
  public WriteAnswer<@Nullable Object[]> send(int attempt, RequestScope scope) {
    List<FieldValue> values =
        changes.list().stream().map(c -> new FieldValue(c.column(), c.newValue())).toList();
    WriteAnswer<@Nullable Object[]> answer =
        run.api().update(id, values, columns.decoded(), attempt, scope);
    return answer instanceof Accepted<@Nullable Object[]> accepted && isOther(accepted.content())
        ? new Unclear<>(RowEnd.words(accepted.words(), "the answer is another workspace"))
        : answer;
  }

  @Override
  public RowEnd accepted(@Nullable Object[] row, ServerWords words) {
    if (columns.isTombstone(row)) {
      return RowEnd.noRow(words);
    }
    return changes.areIn(row)
        ? RowEnd.done(null, words)
        : RowEnd.notApplied(null, RowEnd.words(words, changes.differences(row)));
  }

  @Override
  public RowEnd missing(boolean maybeDoneBefore, ServerWords words) {
    return RowEnd.noRow(words);
  }

  @Override
  public Sight look() throws SQLException {
    @Nullable Object[] row = CurrentRow.read(run, id, columns);
    if (row == null) {
      return new Settled(RowEnd.noRow(null));
    }
    if (changes.areIn(row)) {
      return new Settled(RowEnd.done(null, null));
    }
    return changes.mayBeToCome(row)
        ? new Unchanged()
        : new Blind(
            "neither the old nor the new values are there: " + changes.differences(row), false);
  }

  private boolean isOther(@Nullable Object[] row) {
    return !id.equals(row[columns.id()]);
  }
}
