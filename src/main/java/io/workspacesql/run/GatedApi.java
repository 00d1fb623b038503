package io.workspacesql.run;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStats;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The API with a bound on the requests in flight; who waits can be cancelled. */
final class GatedApi implements WorkspacesApi {
  private static final long CHECK_MILLIS = 20;

  private final WorkspacesApi api;
  private final Semaphore permits;

  GatedApi(WorkspacesApi api, int maxConcurrentRequests) {
    this.api = api;
    this.permits = new Semaphore(maxConcurrentRequests);
  }

  @Override
  public void verifyCredentials(RequestScope scope) throws SQLException {
    enter(scope);
    try {
      api.verifyCredentials(scope);
    } finally {
      permits.release();
    }
  }

  @Override
  public WorkspacePage list(ListQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    enter(scope);
    try {
      return api.list(query, columns, scope);
    } finally {
      permits.release();
    }
  }

  @Override
  public @Nullable Object @Nullable [] get(
      String id, List<ColumnDefinition> columns, RequestScope scope) throws SQLException {
    enter(scope);
    try {
      return api.get(id, columns, scope);
    } finally {
      permits.release();
    }
  }

  @Override
  public WorkspaceStats stats(RequestScope scope) throws SQLException {
    enter(scope);
    try {
      return api.stats(scope);
    } finally {
      permits.release();
    }
  }

  @Override
  public void close() {
    api.close();
  }

  private void enter(RequestScope scope) throws SQLException {
    scope.check();
    try {
      while (!permits.tryAcquire(CHECK_MILLIS, TimeUnit.MILLISECONDS)) {
        scope.check();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw Failure.CANCELLED.causedBy(e);
    }
  }
}
