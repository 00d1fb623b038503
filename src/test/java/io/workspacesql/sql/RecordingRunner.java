package io.workspacesql.sql;

import static java.util.stream.Collectors.joining;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Answers scans from rows in memory, as a well-behaved server would, and notes what was asked. */
final class RecordingRunner implements ScanRunner {
  private final List<Object[]> workspaces;
  final List<String> asked = new ArrayList<>();

  RecordingRunner(List<Object[]> workspaces) {
    this.workspaces = workspaces;
  }

  @Override
  public RowCursor open(BoundScan scan) {
    asked.add(describe(scan));
    if (scan.access() instanceof BoundAccess.Count count) {
      long number =
          workspaces.stream()
              .filter(row -> count.status() == null || count.status().text().equals(row[3]))
              .count();
      return FixedRows.of(List.<Object[]>of(new Object[] {number}));
    }
    if (scan.access() instanceof BoundAccess.CountByStatus) {
      return FixedRows.of(
          workspaces.stream()
              .map(row -> (String) row[3])
              .distinct()
              .filter(status -> scan.filter().test(new Object[] {status}))
              .map(status -> new Object[] {status, number(status)})
              .toList());
    }
    return FixedRows.of(
        sent(scan)
            .map(row -> projected(row, scan.columns()))
            .filter(scan.filter())
            .skip(scan.offset())
            .limit(scan.fetch())
            .toList());
  }

  private Stream<Object[]> sent(BoundScan scan) {
    if (scan.access() instanceof BoundAccess.Keys keys) {
      return workspaces.stream().filter(row -> keys.ids().contains(row[0]));
    }
    if (scan.access() instanceof BoundAccess.Lists lists) {
      return lists.lists().stream().flatMap(this::listed).distinct();
    }
    return scan.access() instanceof BoundAccess.Pages pages ? listed(pages) : Stream.empty();
  }

  private Stream<Object[]> listed(BoundAccess.Pages pages) {
    return workspaces.stream()
        .filter(row -> pages.status() == null || pages.status().text().equals(row[3]))
        .filter(row -> pages.nameContains() == null || holds(row, pages.nameContains()));
  }

  private long number(String status) {
    return workspaces.stream().filter(row -> status.equals(row[3])).count();
  }

  private static boolean holds(Object[] row, String piece) {
    return ((String) row[1]).toLowerCase(Locale.ROOT).contains(piece.toLowerCase(Locale.ROOT));
  }

  private static Object[] projected(Object[] row, List<ColumnDefinition> columns) {
    return columns.stream()
        .map(column -> row[Catalog.WORKSPACES.columns().indexOf(column)])
        .toArray();
  }

  private static String describe(BoundScan scan) {
    String limits =
        (scan.offset() > 0 ? " offset " + scan.offset() : "")
            + (scan.fetch() < Long.MAX_VALUE ? " fetch " + scan.fetch() : "")
            + (scan.filterDrops() ? " checked" : "");
    if (scan.access() instanceof BoundAccess.Nothing) {
      return "nothing";
    }
    if (scan.access() instanceof BoundAccess.Keys keys) {
      return "keys " + keys.ids().size() + limits;
    }
    if (scan.access() instanceof BoundAccess.Count count) {
      return "stats" + (count.status() == null ? "" : " " + count.status().text());
    }
    if (scan.access() instanceof BoundAccess.CountByStatus) {
      return "stats by status";
    }
    if (scan.access() instanceof BoundAccess.Lists lists) {
      return lists.lists().stream().map(RecordingRunner::describe).collect(joining(" and "))
          + limits;
    }
    if (scan.access() instanceof BoundAccess.Pages pages) {
      return describe(pages) + limits;
    }
    return "local" + limits;
  }

  private static String describe(BoundAccess.Pages pages) {
    return "list"
        + (pages.nameContains() == null ? "" : " name_contains=" + pages.nameContains())
        + (pages.status() == null ? "" : " status=" + pages.status().text());
  }
}
