package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScanExec;
import io.workspacesql.sql.rel.RowLimit;
import io.workspacesql.sql.type.JdbcType;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.apache.calcite.adapter.enumerable.EnumerableInterpretable;
import org.apache.calcite.adapter.enumerable.EnumerableLimit;
import org.apache.calcite.adapter.enumerable.EnumerableRel;
import org.apache.calcite.linq4j.Enumerator;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.core.Calc;
import org.apache.calcite.rel.core.Union;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.runtime.Bindable;
import org.jspecify.annotations.Nullable;

/** Operators that need computing, compiled to a class; rows come out one by one. */
final class GeneratedCode implements QueryPlan.Body {
  private final Bindable<?> bindable;
  private final Map<String, Object> stash;
  private final PlanScans scans;
  private final Set<ScanPlan> readAgain;
  private final boolean keepsRows;
  private final List<UnaryOperator<@Nullable Object>> exports;

  /** A failed static initialiser: later executions would only hear NoClassDefFoundError. */
  private volatile @Nullable Throwable brokenConstant;

  private GeneratedCode(
      Bindable<?> bindable,
      Map<String, Object> stash,
      PlanScans scans,
      boolean keepsRows,
      List<UnaryOperator<@Nullable Object>> exports) {
    this.bindable = bindable;
    this.stash = stash;
    this.scans = scans;
    this.readAgain = scans.repeated();
    this.keepsRows = keepsRows;
    this.exports = exports;
  }

  static GeneratedCode compile(EnumerableRel plan) {
    Map<String, Object> stash = new HashMap<>();
    Bindable<?> bindable = bindable(plan, stash);
    List<UnaryOperator<@Nullable Object>> exports =
        plan.getRowType().getFieldList().stream()
            .map(RelDataTypeField::getType)
            .map(JdbcType::export)
            .toList();
    return new GeneratedCode(
        bindable, Map.copyOf(stash), PlanScans.of(plan), keepsRows(plan), exports);
  }

  private static Bindable<?> bindable(EnumerableRel plan, Map<String, Object> stash) {
    try {
      return EnumerableInterpretable.toBindable(stash, null, plan, EnumerableRel.Prefer.ARRAY);
    } catch (AssertionError e) {
      throw PlannerFailures.ofArguments(e);
    }
  }

  /** All operators but those that let one row after the other through. */
  private static boolean keepsRows(RelNode plan) {
    boolean streams =
        plan instanceof ApiScanExec
            || plan instanceof Calc
            || plan instanceof EnumerableLimit
            || plan instanceof RowLimit
            || plan instanceof Values
            || (plan instanceof Union union && union.all);
    return !streams || plan.getInputs().stream().anyMatch(GeneratedCode::keepsRows);
  }

  @Override
  public boolean streams() {
    return !keepsRows;
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    Throwable broken = brokenConstant;
    if (broken != null) {
      throw PlannerFailures.of(broken);
    }
    scans.permit(context);
    try {
      return new Rows(
          bindable
              .bind(
                  new RuntimeContext(
                      context, stash, new SharedScans(context, readAgain, keepsRows)))
              .enumerator(),
          exports);
    } catch (ExceptionInInitializerError e) {
      brokenConstant = e;
      throw PlannerFailures.of(e);
    } catch (RuntimeException | StackOverflowError | AssertionError e) {
      throw PlannerFailures.of(e);
    }
  }

  private static final class Rows implements RowCursor {
    private final Enumerator<?> enumerator;
    private final List<UnaryOperator<@Nullable Object>> exports;
    private @Nullable Object @Nullable [] current;

    Rows(Enumerator<?> enumerator, List<UnaryOperator<@Nullable Object>> exports) {
      this.enumerator = enumerator;
      this.exports = exports;
    }

    @Override
    public boolean next() throws SQLException {
      try {
        current = enumerator.moveNext() ? exported(enumerator.current()) : null;
        return current != null;
      } catch (RuntimeException | StackOverflowError | AssertionError e) {
        throw PlannerFailures.of(e);
      }
    }

    private @Nullable Object[] exported(@Nullable Object value) {
      // A row of one column is the bare value.
      @Nullable Object[] row =
          value instanceof Object[] values && exports.size() > 1
              ? values.clone()
              : new @Nullable Object[] {value};
      for (int i = 0; i < row.length; i++) {
        row[i] = exports.get(i).apply(row[i]);
      }
      return row;
    }

    @Override
    public @Nullable Object[] row() {
      if (current == null) {
        throw new NoSuchElementException("no current row");
      }
      return current;
    }

    @Override
    public void close() {
      enumerator.close();
    }
  }
}
