package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.model.WorkspaceStatus;
import io.workspacesql.observe.Ledger;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.run.RunSettings.StatsTrust;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Sessions and scans as the tests of this package need them. */
final class Scans {
  static final RunSettings SETTINGS = new RunSettings(100, 1, 8, 4, false, StatsTrust.TRUST);
  static final BoundAccess ALL = new BoundAccess.Pages(null, null);
  static final BoundAccess ACTIVE = new BoundAccess.Pages(null, WorkspaceStatus.ACTIVE);
  static final BoundAccess COUNT = new BoundAccess.Count(null);

  private Scans() {}

  static Session session(FakeOrganization organization, RunSettings settings) {
    return new Session(organization, settings, new Ledger());
  }

  static RunSettings prefetching(int pages) {
    return new RunSettings(100, pages, 8, 4, false, StatsTrust.TRUST);
  }

  static RunSettings strict() {
    return new RunSettings(100, 1, 8, 4, true, StatsTrust.TRUST);
  }

  static RunSettings trusting(StatsTrust trust) {
    return new RunSettings(100, 1, 8, 4, false, trust);
  }

  static List<ColumnDefinition> columns(String... names) {
    return Stream.of(names).map(WORKSPACES::column).toList();
  }

  static BoundScan scan(BoundAccess access) {
    return limited(access, 0, Long.MAX_VALUE);
  }

  static BoundScan limited(BoundAccess access, long offset, long fetch) {
    return new BoundScan(WORKSPACES, access, columns("name"), row -> true, false, offset, fetch);
  }

  static BoundScan filtered(BoundAccess access, Predicate<Object[]> filter, long fetch) {
    return new BoundScan(WORKSPACES, access, columns("name"), filter, true, 0, fetch);
  }

  static BoundAccess keys(int... numbers) {
    List<String> ids = new ArrayList<>();
    for (int number : numbers) {
      ids.add(FakeOrganization.id(number));
    }
    return new BoundAccess.Keys(ids);
  }

  /** The first value of every row that is left. */
  static List<Object> drain(RowCursor cursor) throws SQLException {
    List<Object> values = new ArrayList<>();
    while (cursor.next()) {
      values.add(cursor.row()[0]);
    }
    return values;
  }

  static List<String> names(int from, int to) {
    List<String> names = new ArrayList<>();
    for (int i = from; i < to; i++) {
      names.add("tenant " + i);
    }
    return names;
  }
}
