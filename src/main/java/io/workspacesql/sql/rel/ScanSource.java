package io.workspacesql.sql.rel;

import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.Arrays;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.jspecify.annotations.Nullable;

/** Opens a scan for generated code; public because generated code calls it. */
public final class ScanSource {
  private final ScanPlan plan;
  private final int width;

  ScanSource(ScanPlan plan, int width) {
    this.plan = plan;
    this.width = width;
  }

  /** The scan's rows: bare values for one column, arrays for more. */
  public Enumerable<@Nullable Object> rows(DataContext context) {
    ScanOpener opener = ScanOpener.of(context);
    return new AbstractEnumerable<@Nullable Object>() {
      @Override
      public Enumerator<@Nullable Object> enumerator() {
        try {
          return new ScanEnumerator(opener.open(plan), width);
        } catch (SQLException e) {
          throw new UncheckedSqlException(e);
        }
      }
    };
  }

  private static final class ScanEnumerator implements Enumerator<@Nullable Object> {
    private final RowCursor cursor;
    private final int width;
    private @Nullable Object current;

    ScanEnumerator(RowCursor cursor, int width) {
      this.cursor = cursor;
      this.width = width;
    }

    @Override
    public boolean moveNext() {
      try {
        if (!cursor.next()) {
          return false;
        }
      } catch (SQLException e) {
        throw new UncheckedSqlException(e);
      }
      @Nullable Object[] row = cursor.row();
      // Sets and joins compare whole arrays: columns that only the conditions need must go.
      current = width == 1 ? row[0] : row.length == width ? row : Arrays.copyOf(row, width);
      return true;
    }

    @Override
    public @Nullable Object current() {
      return current;
    }

    @Override
    public void reset() {
      throw new UnsupportedOperationException("a scan is read once");
    }

    @Override
    public void close() {
      cursor.close();
    }
  }
}
