package io.workspacesql.jdbc;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.sql.ResultColumn;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whether a program wants the ids of created workspaces. The only generated key is {@code id},
 * column 1.
 *
 * @param unknown a column that was asked for and is not generated; null = none
 */
record KeyRequest(boolean wanted, @Nullable String unknown) {
  static final KeyRequest NONE = new KeyRequest(false, null);
  static final KeyRequest ID = new KeyRequest(true, null);

  private static final ColumnDefinition KEY = Catalog.WORKSPACES.column("id");

  /** Columns of the result that holds the keys. */
  static final List<ResultColumn> COLUMNS =
      List.of(
          new ResultColumn(
              KEY.name(),
              KEY.name(),
              Catalog.WORKSPACES.schema(),
              Catalog.WORKSPACES.name(),
              Types.VARCHAR,
              KEY.type().name(),
              KEY.precision(),
              0,
              KEY.nullable()));

  /** 22023 for a number that is no constant of {@link Statement}. */
  static KeyRequest of(int flag) throws SQLException {
    return switch (flag) {
      case Statement.RETURN_GENERATED_KEYS -> ID;
      case Statement.NO_GENERATED_KEYS -> NONE;
      default -> throw Failure.INVALID_PARAMETER.because("Generated keys " + flag);
    };
  }

  static KeyRequest of(int @Nullable [] columnIndexes) {
    int[] given = columnIndexes == null ? new int[0] : columnIndexes;
    return of(
        Arrays.stream(given)
            .mapToObj(index -> index == 1 ? KEY.name() : "column " + index)
            .toList());
  }

  static KeyRequest of(@Nullable String @Nullable [] columnNames) {
    return of(columnNames == null ? List.of() : Arrays.asList(columnNames));
  }

  private static KeyRequest of(List<@Nullable String> columns) {
    String unknown =
        columns.stream()
            .filter(column -> !KEY.name().equalsIgnoreCase(column))
            .map(String::valueOf)
            .findFirst()
            .orElse(null);
    return new KeyRequest(!columns.isEmpty(), unknown);
  }

  /** 22023 when an INSERT cannot give what was asked for; other statements generate nothing. */
  void check(FrozenWrite write) throws SQLException {
    if (unknown != null && write.verb() == FrozenWrite.Verb.INSERT) {
      throw Failure.INVALID_PARAMETER.because(
          "The only generated key is id (column 1), not " + unknown + "; nothing was written");
    }
  }
}
