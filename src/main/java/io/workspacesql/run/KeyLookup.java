package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * One GET per id, several at once, in the order of the ids; never more of them under way than rows
 * wanted.
 */
final class KeyLookup implements WorkspaceSource {
  private static final @Nullable Object[] NO_ROW = {};

  private final WorkspacesApi api;
  private final List<String> ids;
  private final ReadColumns columns;
  private final SessionThreads threads;
  private final int parallel;
  private final RequestScope scope;
  private final Queue<CompletableFuture<@Nullable Object[]>> coming = new ArrayDeque<>();

  private int asked;

  KeyLookup(
      WorkspacesApi api,
      List<String> ids,
      ReadColumns columns,
      SessionThreads threads,
      int parallel,
      RequestScope scope) {
    this.api = api;
    this.ids = ids;
    this.columns = columns;
    this.threads = threads;
    this.parallel = parallel;
    this.scope = scope;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    int window = (int) Math.min(wanted, parallel);
    while (!coming.isEmpty() || asked < ids.size()) {
      @Nullable Object[] found = nextFound(window);
      if (found != NO_ROW) {
        return found;
      }
    }
    return null;
  }

  private @Nullable Object[] nextFound(int window) throws SQLException {
    boolean alone = coming.isEmpty() && (window == 1 || asked + 1 == ids.size());
    if (alone) {
      return find(ids.get(asked++));
    }
    while (coming.size() < window && asked < ids.size()) {
      String id = ids.get(asked++);
      coming.add(threads.send(() -> find(id)));
    }
    return SessionThreads.await(coming.remove(), scope);
  }

  private @Nullable Object[] find(String id) throws SQLException {
    @Nullable Object[] row = api.get(id, columns.decoded(), scope);
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
