package io.workspacesql.bench;

import io.workspacesql.api.ListQuery;
import io.workspacesql.api.PageCursor;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.observe.Ledger;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.Execution;
import io.workspacesql.run.RunSettings;
import io.workspacesql.run.Session;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** What a walk adds to each page beside the request: pages that are decoded already. */
@State(Scope.Benchmark)
public class PageWalking {
  private static final int PAGES = 100;
  private static final int PAGE_SIZE = 100;
  private static final BoundScan ALL =
      new BoundScan(
          Catalog.WORKSPACES,
          new BoundAccess.Pages(null, null),
          Catalog.WORKSPACES.columns(),
          row -> true,
          false,
          0,
          Long.MAX_VALUE);

  private final List<WorkspacePage> pages =
      IntStream.range(0, PAGES).mapToObj(PageWalking::page).toList();
  private final Session session =
      new Session(
          prepared(),
          new RunSettings(PAGE_SIZE, 0, 1, 1, false, RunSettings.StatsTrust.NEVER),
          new Ledger());

  private static WorkspacePage page(int number) {
    List<@Nullable Object[]> rows =
        LongStream.range(0, PAGE_SIZE)
            .mapToObj(row -> row(new UUID(0x4000L, (long) number * PAGE_SIZE + row)))
            .toList();
    PageCursor next = number == PAGES - 1 ? null : new PageCursor("" + (number + 1), null);
    return new WorkspacePage(rows, next);
  }

  private static @Nullable Object[] row(UUID id) {
    List<ColumnDefinition> all = Catalog.WORKSPACES.columns();
    @Nullable Object[] row = new @Nullable Object[all.size()];
    row[all.indexOf(Catalog.WORKSPACES.column("id"))] = id.toString();
    return row;
  }

  /** All rows, page by page on one thread; the time is that of a page. */
  @Benchmark
  @OperationsPerInvocation(PAGES)
  public int walk() throws SQLException {
    int rows = 0;
    try (Execution execution = session.begin(Duration.ZERO);
        RowCursor cursor = execution.open(ALL)) {
      while (cursor.next()) {
        rows++;
      }
    }
    return rows;
  }

  /** Answers a list with the page that its cursor names, and nothing else. */
  private WorkspacePage answer(ListQuery query) {
    PageCursor cursor = query.cursor();
    return pages.get(cursor == null ? 0 : Integer.parseInt(cursor.value()));
  }

  private WorkspacesApi prepared() {
    return (WorkspacesApi)
        Proxy.newProxyInstance(
            PageWalking.class.getClassLoader(),
            new Class<?>[] {WorkspacesApi.class},
            (proxy, method, arguments) -> answer((ListQuery) arguments[0]));
  }
}
