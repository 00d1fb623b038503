package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.error.Failure;
import io.workspacesql.error.PrintableText;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.WriteOutcome.State;
import io.workspacesql.plan.WriteTask;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One row of an INSERT: the name must be free, a scoped token is minted, and the columns given
 * beside the name are set by a PUT.
 */
final class Creation {
  private static final int SHOWN = 100;

  private final WriteRun run;
  private final WriteTask.Create task;
  private final NameSearch names;

  Creation(WriteRun run, WriteTask.Create task) {
    this.run = run;
    this.task = task;
    this.names = new NameSearch(run.scans());
  }

  RowEnd write() {
    try {
      String holder = names.idOf(task.name());
      return holder == null ? create() : taken(holder);
    } catch (SQLException e) {
      return RowEnd.notSent(e);
    }
  }

  private RowEnd taken(String holder) {
    return RowEnd.failed(
        Failure.DUPLICATE,
        RowEnd.words(
            "The name '%s' is taken by workspace %s"
                .formatted(PrintableText.of(task.name(), SHOWN), holder)));
  }

  private RowEnd create() {
    MintEffect mint = new MintEffect(run, new NameSearch(run.looks()), task.name());
    RowEnd created = new SettledWrite<>(run, mint).write(run.starting());
    if (created.state() != State.DONE) {
      return created.asDuplicate();
    }
    List<Change> rest = rest();
    return rest.isEmpty() ? created : complete(created, rest);
  }

  private RowEnd complete(RowEnd created, List<Change> rest) {
    String id = created.id();
    if (id == null) {
      return RowEnd.notApplied(null, RowEnd.words(created.words(), "nothing else was set"));
    }
    UpdateEffect put = new UpdateEffect(run, new WriteTask.Update(id, rest));
    RowEnd set = new SettledWrite<>(run, put).write(run.finishing());
    return switch (set.state()) {
      case DONE -> RowEnd.done(id, set.words());
      case UNKNOWN ->
          RowEnd.unknown(id, RowEnd.words(set.words(), "the workspace was created before"));
      case NO_ROW, FAILED, NOT_APPLIED, NOT_TRIED ->
          RowEnd.notApplied(
              id, RowEnd.words(set.words(), "the workspace was created, but only with its name"));
    };
  }

  private List<Change> rest() {
    List<Change> changes = new ArrayList<>();
    add(changes, "status", task.status() == null ? null : task.status().text());
    add(changes, "cache_enabled", task.cacheEnabled());
    return changes;
  }

  private static void add(List<Change> changes, String column, @Nullable Object value) {
    if (value != null) {
      changes.add(new Change(WORKSPACES.column(column), false, null, value));
    }
  }
}
