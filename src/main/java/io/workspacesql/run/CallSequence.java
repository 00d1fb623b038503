package io.workspacesql.run;

import io.workspacesql.api.ListingQuery;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.ListingCall;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a listing, call by call. For a limited number of rows the calls under way grow from
 * one: nobody knows how many rows the next one brings.
 */
final class CallSequence implements WorkspaceSource {
  private static final int MOST_AHEAD = 256;

  private final Reading reading;
  private final Listing listing;
  private final List<ColumnDefinition> columns;
  private final RequestSequence<ListingCall, List<@Nullable Object[]>> calls;

  private int ahead = 1;
  private Iterator<@Nullable Object[]> rows = List.<@Nullable Object[]>of().iterator();

  CallSequence(Reading reading, List<ListingCall> calls, BoundScan scan) {
    this.reading = reading;
    this.listing = Objects.requireNonNull(scan.table().listing());
    this.columns = scan.columns();
    this.calls = new RequestSequence<>(reading, calls, this::answer);
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    while (!rows.hasNext() && !calls.isOver()) {
      boolean all = wanted > Integer.MAX_VALUE;
      rows = calls.next(all ? wanted : Math.min(wanted, ahead)).iterator();
      ahead = Math.min(MOST_AHEAD, ahead * 2);
    }
    return rows.hasNext() ? rows.next() : null;
  }

  private List<@Nullable Object[]> answer(ListingCall call) throws SQLException {
    List<ColumnDefinition> told =
        columns.stream().filter(column -> !call.supplied().containsKey(column)).toList();
    ListingQuery query = new ListingQuery(listing, call.query());
    List<@Nullable Object[]> answer = reading.means().api().rows(query, told, reading.scope());
    return call.supplied().isEmpty()
        ? answer
        : answer.stream().map(row -> complete(row, told, call)).toList();
  }

  private @Nullable Object[] complete(
      @Nullable Object[] row, List<ColumnDefinition> told, ListingCall call) {
    return columns.stream()
        .map(
            column ->
                call.supplied().containsKey(column)
                    ? call.supplied().get(column)
                    : row[told.indexOf(column)])
        .toArray();
  }
}
