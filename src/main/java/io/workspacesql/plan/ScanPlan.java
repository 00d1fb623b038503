package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one table contributes to a statement, before parameters are known. The planner builds it up
 * step by step; {@link #bind} turns it into what is run.
 *
 * @param conditions joined by AND
 * @param columns what each row holds; not used when counting
 * @param measure the rows themselves, or counts of them
 * @param offset rows to skip, null = none
 * @param fetch rows wanted, null = all
 * @param joinKeys the other side of a join, which needs no row but those with its keys; null = none
 * @param call of the function whose result the table is; null = it is a table of the catalog
 */
public record ScanPlan(
    TableDefinition table,
    List<Condition> conditions,
    List<ColumnDefinition> columns,
    Measure measure,
    @Nullable Operand offset,
    @Nullable Operand fetch,
    @Nullable JoinKeys joinKeys,
    @Nullable TokenCall call) {

  public ScanPlan {
    conditions = List.copyOf(conditions);
    columns = List.copyOf(columns);
  }

  /** Every column of every row. */
  public static ScanPlan of(TableDefinition table) {
    return new ScanPlan(table, List.of(), table.columns(), Measure.ROWS, null, null, null, null);
  }

  /** The row of a function. */
  public static ScanPlan of(TokenCall call) {
    TableDefinition result = call.function().result();
    return new ScanPlan(result, List.of(), result.columns(), Measure.ROWS, null, null, null, call);
  }

  /** Whether reading it mints a token. */
  public boolean mintsToken() {
    return call != null;
  }

  /** Whether rows are already cut off or counted, so that no condition may be added below. */
  public boolean isClosed() {
    return measure != Measure.ROWS || offset != null || fetch != null;
  }

  public ScanPlan withConditions(List<Condition> more) {
    List<Condition> all = new ArrayList<>(new LinkedHashSet<>(conditions));
    more.stream().filter(condition -> !all.contains(condition)).forEach(all::add);
    return new ScanPlan(table, all, columns, measure, offset, fetch, joinKeys, call);
  }

  public ScanPlan withColumns(List<ColumnDefinition> wanted) {
    return new ScanPlan(table, conditions, wanted, measure, offset, fetch, joinKeys, call);
  }

  /** Equal for scans that ask for the same rows, whatever their columns. */
  public ScanPlan withoutColumns() {
    return withColumns(List.of());
  }

  public ScanPlan withLimit(@Nullable Operand skip, @Nullable Operand wanted) {
    return new ScanPlan(table, conditions, columns, measure, skip, wanted, joinKeys, call);
  }

  public ScanPlan measuring(Measure wanted) {
    return new ScanPlan(table, conditions, List.of(), wanted, null, null, joinKeys, call);
  }

  /** Asks only for rows whose column holds a key of the other side of a join. */
  public ScanPlan joinedOn(JoinKeys keys) {
    return new ScanPlan(table, conditions, columns, measure, offset, fetch, keys, call);
  }

  /**
   * With the keys that the other side has brought.
   *
   * @param keys null = more than are worth asking for one by one, so that all rows are wanted
   */
  public ScanPlan withKeys(@Nullable Collection<String> keys) {
    ScanPlan unjoined =
        new ScanPlan(table, conditions, columns, measure, offset, fetch, null, call);
    return joinKeys == null || keys == null || isShortList(keys.size())
        ? unjoined
        : unjoined.withConditions(List.of(joinKeys.among(keys)));
  }

  /** A list with a filter is of unknown length, and most often shorter than many keys. */
  private boolean isShortList(int keys) {
    return keys > RequestCost.ASKS_SIZE_ABOVE && filtersList();
  }

  /** Whether a condition makes the list shorter. */
  boolean filtersList() {
    return conditions.stream()
        .map(this::part)
        .anyMatch(part -> part == RequestPart.NAME || part == RequestPart.STATUS);
  }

  /** Whether a condition names the rows, so that the keys of a join would add nothing. */
  public boolean asksByKey() {
    return conditions.stream().anyMatch(this::isNamedBy);
  }

  /**
   * Whether the connection may not allow it, as the statement alone tells: it takes too many
   * requests, or a scoped token does not show the table.
   */
  public boolean needsPermission() {
    return table.listing() != null && joinKeys == null;
  }

  /** Whether rows can be asked for by the values of this column. */
  public boolean hasKey(ColumnDefinition column) {
    return isKey(PushdownRule.part(table, column.name(), "="));
  }

  /** Whether a condition of this scan names the rows wanted, or what they belong to. */
  public boolean isNamedBy(Condition condition) {
    return isKey(part(condition));
  }

  private static boolean isKey(@Nullable RequestPart part) {
    return part != null && part.isKey();
  }

  /** Where a condition of this scan goes; null = it is only checked on the rows. */
  @Nullable RequestPart part(Condition condition) {
    return PushdownRule.part(table, condition);
  }

  /** Whether the API counts what the scan wants to be counted. */
  boolean isCountedByApi() {
    return PushdownRule.part(table, measure) == RequestPart.STATISTICS;
  }

  /**
   * With the parameters' values, ready to run.
   *
   * @throws SQLException 22xxx for a value that fits no LIMIT, OFFSET or LIKE
   */
  public BoundScan bind(List<@Nullable Object> parameters) throws SQLException {
    return ScanBinding.bind(this, parameters);
  }

  /** Its binding when no parameter is needed, otherwise null. */
  @Nullable BoundScan boundWithoutParameters() {
    try {
      return bind(List.of());
    } catch (IndexOutOfBoundsException | SQLException e) {
      return null; // a parameter has no value yet; a bad constant is reported when the plan runs
    }
  }

  /** Columns of the output followed by those that only the conditions need. */
  List<ColumnDefinition> columnsWithConditions() {
    Set<ColumnDefinition> all = new LinkedHashSet<>(columns);
    if (measure == Measure.COUNT_BY_STATUS) {
      all.add(table.column("status"));
    }
    conditions.forEach(condition -> all.add(condition.column()));
    return List.copyOf(all);
  }
}
