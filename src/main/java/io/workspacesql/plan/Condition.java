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

  /**
   * With values: what a column's value must pass; null = no value can (an operand is NULL).
   *
   * @throws SQLException 22xxx for a value that makes no condition, such as a bad LIKE escape
   */
  @Nullable Test bind(List<@Nullable Object> parameters) throws SQLException;

  /** How EXPLAIN shows it. */
  String describe();

  /** A condition with values. */
  sealed interface Test {
    /** Whether a value, never null, passes. */
    boolean passes(Object value);
  }

  /** The values that pass, for {@code =} and IN. */
  record OneOf(Set<Object> values) implements Test {
    @Override
    public boolean passes(Object value) {
      return values.contains(value);
    }
  }

  /** The pattern that passes. */
  record Matching(LikePattern pattern) implements Test {
    @Override
    public boolean passes(Object value) {
      return pattern.matches((String) value);
    }
  }

  /** {@code column = value} or {@code column IN (values)}. */
  record In(ColumnDefinition column, List<Operand> values) implements Condition {
    public In {
      values = List.copyOf(values);
    }

    @Override
    public @Nullable Test bind(List<@Nullable Object> parameters) {
      Set<Object> bound = new HashSet<>();
      for (Operand operand : values) {
        Object value = operand.resolve(parameters);
        if (value != null) {
          bound.add(value);
        }
      }
      return bound.isEmpty() ? null : new OneOf(bound);
    }

    @Override
    public String describe() {
      if (values.size() == 1) {
        return column.name() + " = " + values.get(0).describe();
      }
      List<String> shown = new ArrayList<>();
      values.stream().limit(SHOWN_VALUES).forEach(value -> shown.add(value.describe()));
      String rest =
          values.size() > SHOWN_VALUES ? ", … " + (values.size() - SHOWN_VALUES) + " more" : "";
      return column.name() + " IN (" + String.join(", ", shown) + rest + ")";
    }

    private static final int SHOWN_VALUES = 3;
  }

  /** {@code column LIKE pattern [ESCAPE escape]}. */
  record Like(ColumnDefinition column, Operand pattern, @Nullable String escape)
      implements Condition {
    @Override
    public @Nullable Test bind(List<@Nullable Object> parameters) throws SQLException {
      Object text = pattern.resolve(parameters);
      return text == null ? null : new Matching(LikePattern.of((String) text, escape, false));
    }

    @Override
    public String describe() {
      return column.name()
          + " LIKE "
          + pattern.describe()
          + (escape == null ? "" : " ESCAPE " + escape);
    }
  }

  /** All of them, joined by AND. */
  static String describe(List<Condition> conditions) {
    return conditions.stream().map(Condition::describe).collect(Collectors.joining(" AND "));
  }
}
