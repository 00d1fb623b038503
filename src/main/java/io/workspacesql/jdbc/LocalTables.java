package io.workspacesql.jdbc;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.EpochMicros;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.jdbc.metadata.InformationSchemaRows;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.RequestRecord;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Learned;
import io.workspacesql.plan.PushdownRule;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanRunner;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The tables that the driver answers itself, without a request.
 *
 * @param properties rows of {@code driver.properties}: name, setting, default and description
 * @param lastWrite rows of {@code driver.last_write}, see {@link WriteLog#table}
 */
record LocalTables(
    Ledger ledger,
    Supplier<List<@Nullable Object[]>> properties,
    Supplier<List<@Nullable Object[]>> lastWrite) {

  /** Answers scans of local tables and leaves all others to {@code remote}. */
  ScanRunner before(ScanRunner remote) {
    return new ScanRunner() {
      @Override
      public RowCursor open(BoundScan scan) throws SQLException {
        return scan.access() instanceof BoundAccess.Local ? rows(scan) : remote.open(scan);
      }

      @Override
      public void permit(BoundScan scan) throws SQLException {
        remote.permit(scan);
      }

      @Override
      public boolean mayBeAskedInParts(BoundScan scan) throws SQLException {
        return remote.mayBeAskedInParts(scan);
      }

      @Override
      public Learned learned() {
        return remote.learned();
      }
    };
  }

  private RowCursor rows(BoundScan scan) {
    List<@Nullable Object[]> wanted =
        rows(scan.table()).stream()
            .map(row -> projected(row, scan))
            .filter(scan.filter())
            .skip(scan.offset())
            .limit(scan.fetch())
            .toList();
    return new StaticRows(wanted);
  }

  private static @Nullable Object[] projected(@Nullable Object[] row, BoundScan scan) {
    List<ColumnDefinition> all = scan.table().columns();
    return scan.columns().stream().map(column -> row[all.indexOf(column)]).toArray();
  }

  private List<@Nullable Object[]> rows(TableDefinition table) {
    if (table.equals(Catalog.REQUESTS)) {
      return requests();
    }
    if (table.equals(Catalog.PROPERTIES)) {
      return properties.get();
    }
    if (table.equals(Catalog.PUSHDOWN)) {
      return PushdownRule.all().stream().map(LocalTables::row).toList();
    }
    return table.equals(Catalog.LAST_WRITE) ? lastWrite.get() : InformationSchemaRows.of(table);
  }

  private static @Nullable Object[] row(PushdownRule rule) {
    return new @Nullable Object[] {
      rule.table(),
      rule.column(),
      rule.operator(),
      rule.part().text(),
      rule.part().exactness(),
      rule.part().explanation()
    };
  }

  private List<@Nullable Object[]> requests() {
    List<@Nullable Object[]> rows = new ArrayList<>();
    for (Ledger.Entry entry : ledger.entries()) {
      rows.add(row(entry.number(), entry.request()));
    }
    return rows;
  }

  private static @Nullable Object[] row(long number, RequestRecord request) {
    return new @Nullable Object[] {
      number,
      request.statementId(),
      request.attempt(),
      request.httpMethod(),
      request.pathTemplate(),
      request.queryText(),
      request.httpStatus(),
      EpochMicros.of(request.startedAt()),
      request.millis(),
      request.bytes(),
      request.requestId(),
      request.failure()
    };
  }
}
