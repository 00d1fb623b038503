package io.workspacesql.sql.rel;

import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.Set;
import org.apache.calcite.DataContext;
import org.apache.calcite.linq4j.AbstractEnumerable;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.linq4j.function.Function0;
import org.apache.calcite.linq4j.function.Function1;
import org.jspecify.annotations.Nullable;

/** Computes a join part by part; public because generated code calls it. */
public final class JoinPartsSource {
  private final int side;
  private final ScanPlan asked;
  private final boolean limited;

  /**
   * @param asked the scan that is asked for the keys of the side
   * @param limited whether the reader is known to stop early
   */
  JoinPartsSource(int side, ScanPlan asked, boolean limited) {
    this.side = side;
    this.asked = asked;
    this.limited = limited;
  }

  /**
   * The rows of the join.
   *
   * @param join computes the join of the part at hand
   */
  public <T, R> Enumerable<R> rows(
      DataContext context,
      Enumerable<T> bringing,
      Function1<T, @Nullable Object> key,
      Function0<Enumerable<R>> join) {
    ScanOpener opener = ScanOpener.of(context);
    return new AbstractEnumerable<R>() {
      @Override
      public Enumerator<R> enumerator() {
        JoinSideRows<T> all = new JoinSideRows<>(bringing, key);
        return new PartsEnumerator<>(parts(opener, all), part -> joined(opener, part, join));
      }
    };
  }

  private <T> PartSequence<T> parts(ScanOpener opener, JoinSideRows<T> all) {
    return new PartSequence<>(all, () -> mayBeAskedInParts(opener, all.keys()), limited);
  }

  private boolean mayBeAskedInParts(ScanOpener opener, @Nullable Set<String> keys) {
    try {
      return keys != null && opener.mayBeAskedInParts(asked.withKeys(keys));
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
  }

  private <T, R> Enumerator<R> joined(
      ScanOpener opener, JoinedRows<T> part, Function0<Enumerable<R>> join) {
    opener.join(side, part);
    return join.apply().enumerator();
  }
}
