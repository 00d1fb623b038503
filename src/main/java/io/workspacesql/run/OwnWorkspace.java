package io.workspacesql.run;

import static io.workspacesql.catalog.Catalog.WORKSPACES;

import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.TokenScope;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The workspace of the connection's scoped token, as one row or as its count. The workspace itself
 * is asked for where a column is wanted that the token's info does not tell; a server may refuse
 * that to a scoped token, and then the column is NULL.
 */
final class OwnWorkspace implements WorkspaceSource {
  private static final ColumnDefinition STATUS = WORKSPACES.column("status");

  /** Asked for with each answer of the server, so that what is known never goes back in time. */
  private static final List<ColumnDefinition> TOLD =
      List.of(
          WORKSPACES.column("id"), WORKSPACES.column("name"), WORKSPACES.column("organization_id"));

  private final Reading reading;
  private final TokenWorkspace token;
  private final BoundAccess asked;
  private final List<ColumnDefinition> columns;

  private boolean over;

  OwnWorkspace(Reading reading, BoundAccess asked, BoundScan scan) {
    this.reading = reading;
    this.token = reading.means().token();
    this.asked = asked;
    this.columns = columns(asked, scan);
  }

  private static List<ColumnDefinition> columns(BoundAccess asked, BoundScan scan) {
    if (asked instanceof BoundAccess.Count count) {
      return count.status() == null ? List.of() : List.of(STATUS);
    }
    return asked instanceof BoundAccess.CountByStatus ? List.of(STATUS) : scan.columns();
  }

  /** The requests that are known before the first is sent. */
  static long bound(TokenWorkspace token, BoundAccess asked, BoundScan scan) {
    TokenScope scope = Objects.requireNonNull(token.scope());
    boolean asks = scope.asksMore() && !scope.untold(columns(asked, scan)).isEmpty();
    return asks || !token.isFresh() ? 1 : 0;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    if (over) {
      return null;
    }
    over = true;
    @Nullable Object[] row = row();
    if (asked instanceof BoundAccess.Count count) {
      boolean counts =
          row != null && (count.status() == null || count.status().text().equals(row[0]));
      return new @Nullable Object[] {counts ? 1L : 0L};
    }
    return row != null && asked instanceof BoundAccess.CountByStatus
        ? new @Nullable Object[] {row[0], 1L}
        : row;
  }

  /** Null = there is no such workspace any more. */
  private @Nullable Object @Nullable [] row() throws SQLException {
    TokenScope scope = scope();
    if (scope.asksMore() && !scope.untold(columns).isEmpty()) {
      try {
        return shown(scope.workspaceId());
      } catch (SQLException e) {
        rememberRefusal(e);
      }
    }
    if (!token.isFresh()) {
      token.ask(reading.scope());
    }
    return told(scope());
  }

  private TokenScope scope() {
    return Objects.requireNonNull(token.scope());
  }

  private @Nullable Object @Nullable [] shown(String id) throws SQLException {
    List<ColumnDefinition> wanted = new ArrayList<>(columns);
    TOLD.stream().filter(column -> !wanted.contains(column)).forEach(wanted::add);
    @Nullable Object[] row = new KeyLookup(reading, List.of(id), ReadColumns.of(wanted)).next(1);
    if (row != null) {
      token.learn(
          new ScopedWorkspace(
              id,
              (String) row[wanted.indexOf(TOLD.get(1))],
              (String) row[wanted.indexOf(TOLD.get(2))]));
    }
    return row;
  }

  /** A 401 may say that the token has ended: then its info says so, too. */
  private void rememberRefusal(SQLException e) throws SQLException {
    Failure failure = Failure.of(e);
    if (failure == Failure.CREDENTIALS_REFUSED) {
      token.ask(reading.scope());
    } else if (failure != Failure.FORBIDDEN) {
      throw e;
    }
    token.refuse(String.valueOf(e.getMessage()).replaceFirst("\\.$", ""));
  }

  private @Nullable Object[] told(TokenScope scope) {
    List<ColumnDefinition> untold = scope.untold(columns);
    if (!untold.isEmpty()) {
      List<String> names = untold.stream().map(ColumnDefinition::name).toList();
      reading.remarks().notTold(names, String.valueOf(token.refused()));
    }
    Map<ColumnDefinition, Object> told = scope.told();
    List<@Nullable Object> row = new ArrayList<>();
    columns.forEach(column -> row.add(told.get(column)));
    return row.toArray();
  }
}
