package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A condition that the scan itself checks on every row, exactly as SQL means it. It may also choose
 * the access path or become a filter of the request; the server's filtering is never trusted.
 */
public sealed interface Condition {

  /** The column it speaks of. */
  ColumnDefinition column();

  /** The same comparison with another column. */
  Condition on(ColumnDefinition other);

  /** What SQL calls the comparison: the name under which {@link PushdownRule} knows it. */
  String operator();

  /** How many texts it asks for at most, of which a value must hold one. */
  default int alternatives() {
    return 1;
  }

  /** How EXPLAIN shows it. */
  String describe();

  /**
   * With values; null = no value can pass, since an operand is NULL.
   *
   * @throws SQLException 22xxx for a value that makes no condition, such as a bad LIKE escape
   */
  @Nullable TextTest bind(List<@Nullable Object> parameters) throws SQLException;

  /** {@code column = value} or {@code column IN (values)}. */
  record In(ColumnDefinition column, Fold fold, List<Operand> values) implements Condition {
    private static final int SHOWN_VALUES = 3;

    public In {
      values = List.copyOf(values);
    }

    @Override
    public Condition on(ColumnDefinition other) {
      return new In(other, fold, values);
    }

    @Override
    public @Nullable TextTest bind(List<@Nullable Object> parameters) {
      Set<Object> bound = new HashSet<>();
      for (Operand operand : values) {
        Object value = operand.resolve(parameters);
        if (value != null) {
          bound.add(value);
        }
      }
      return bound.isEmpty() ? null : new TextTest.OneOf(fold, bound);
    }

    @Override
    public int alternatives() {
      return values.size();
    }

    @Override
    public String operator() {
      return fold.operator(values.size() == 1 ? "=" : "IN");
    }

    @Override
    public String describe() {
      String subject = fold.describe(column.name());
      if (values.size() == 1) {
        return subject + " = " + values.get(0).describe();
      }
      List<String> shown = new ArrayList<>();
      values.stream().limit(SHOWN_VALUES).forEach(value -> shown.add(value.describe()));
      if (values.size() > SHOWN_VALUES) {
        shown.add("… " + (values.size() - SHOWN_VALUES) + " more");
      }
      return subject + " IN (" + String.join(", ", shown) + ")";
    }
  }

  /**
   * {@code column LIKE pattern [ESCAPE escape]}, or ILIKE.
   *
   * @param ignoreCase ILIKE, which folds ASCII letters
   */
  record Like(
      ColumnDefinition column,
      Fold fold,
      Operand pattern,
      @Nullable String escape,
      boolean ignoreCase)
      implements Condition {
    @Override
    public Condition on(ColumnDefinition other) {
      return new Like(other, fold, pattern, escape, ignoreCase);
    }

    @Override
    public @Nullable TextTest bind(List<@Nullable Object> parameters) throws SQLException {
      Object text = pattern.resolve(parameters);
      return text == null
          ? null
          : new TextTest.Matching(fold, LikePattern.of((String) text, escape, ignoreCase));
    }

    @Override
    public String operator() {
      return fold.operator(ignoreCase ? "ILIKE" : "LIKE");
    }

    @Override
    public String describe() {
      return fold.describe(column.name())
          + (ignoreCase ? " ILIKE " : " LIKE ")
          + pattern.describe()
          + (escape == null ? "" : " ESCAPE '" + escape + "'");
    }
  }

  /**
   * {@code POSITION(text IN column) > 0} or {@code STARTS_WITH(column, text)}.
   *
   * @param atStart the text stands at the beginning
   */
  record Holds(ColumnDefinition column, Fold fold, Operand text, boolean atStart)
      implements Condition {
    @Override
    public Condition on(ColumnDefinition other) {
      return new Holds(other, fold, text, atStart);
    }

    @Override
    public @Nullable TextTest bind(List<@Nullable Object> parameters) {
      Object value = text.resolve(parameters);
      return value == null ? null : new TextTest.Holding(fold, (String) value, atStart);
    }

    @Override
    public String operator() {
      return fold.operator(atStart ? "STARTS_WITH" : "POSITION");
    }

    @Override
    public String describe() {
      return fold.describe(column.name())
          + (atStart ? " starts with " : " holds ")
          + text.describe();
    }
  }

  /** An OR of conditions on one column; at least two. */
  record AnyOf(ColumnDefinition column, List<Condition> conditions) implements Condition {
    public AnyOf {
      conditions = List.copyOf(conditions);
    }

    @Override
    public Condition on(ColumnDefinition other) {
      return new AnyOf(other, conditions.stream().map(condition -> condition.on(other)).toList());
    }

    @Override
    public @Nullable TextTest bind(List<@Nullable Object> parameters) throws SQLException {
      List<TextTest> tests = new ArrayList<>();
      for (Condition condition : conditions) {
        TextTest test = condition.bind(parameters);
        if (test != null) {
          tests.add(test);
        }
      }
      return tests.isEmpty() ? null : new TextTest.AnyOf(List.copyOf(tests));
    }

    @Override
    public int alternatives() {
      return conditions.stream().mapToInt(Condition::alternatives).sum();
    }

    @Override
    public String operator() {
      return "OR";
    }

    @Override
    public String describe() {
      return conditions.stream()
          .map(Condition::describe)
          .collect(Collectors.joining(" OR ", "(", ")"));
    }
  }

  /** All of them, joined by AND. */
  static String describe(List<Condition> conditions) {
    return conditions.stream().map(Condition::describe).collect(Collectors.joining(" AND "));
  }
}
