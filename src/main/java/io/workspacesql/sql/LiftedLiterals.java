package io.workspacesql.sql;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.apache.calcite.sql.SqlBasicCall;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.jspecify.annotations.Nullable;

/**
 * A query in which the texts that columns are compared with have become parameters, so that queries
 * that differ in them alone share a plan.
 *
 * <p>Only {@code column = 'text'} and {@code column LIKE 'text'} in the WHERE of a query over one
 * table, joined by AND and OR, each column once: what else a literal says may shape the plan.
 *
 * @param query with the parameters, those of the literals last
 * @param texts of the literals, in the order of their parameters
 */
record LiftedLiterals(SqlNode query, List<String> texts) {

  /** Null when there is nothing to lift. The tree given stays as it is. */
  static @Nullable LiftedLiterals of(SqlNode statement) {
    if (where(statement) == null) {
      return null;
    }
    SqlNode query = DeepCopy.of(statement);
    Lifting lifting = new Lifting(parameters(query));
    return lifting.lift(Objects.requireNonNull(where(query))) && !lifting.texts.isEmpty()
        ? new LiftedLiterals(query, List.copyOf(lifting.texts))
        : null;
  }

  /** The condition of a query over one table; null = it is another query, or has none. */
  private static @Nullable SqlNode where(SqlNode query) {
    SqlNode body = query instanceof SqlOrderBy ordered ? ordered.query : query;
    return body instanceof SqlSelect select && readsOneTable(select) ? select.getWhere() : null;
  }

  private static boolean readsOneTable(SqlSelect select) {
    SqlNode from = select.getFrom();
    SqlNode table =
        from instanceof SqlCall call && call.isA(Set.of(SqlKind.AS)) ? call.operand(0) : from;
    return table instanceof SqlIdentifier;
  }

  private static int parameters(SqlNode query) {
    List<SqlDynamicParam> found = new ArrayList<>();
    query.accept(
        new SqlBasicVisitor<@Nullable Void>() {
          @Override
          public @Nullable Void visit(SqlDynamicParam parameter) {
            found.add(parameter);
            return null;
          }
        });
    return found.size();
  }

  /** Replaces literals where they stand. */
  private static final class Lifting {
    private final int parametersBefore;
    private final List<String> texts = new ArrayList<>();
    private final Set<String> compared = new HashSet<>();
    private final Set<String> others = new HashSet<>();

    Lifting(int parametersBefore) {
      this.parametersBefore = parametersBefore;
    }

    /** False when a column with a text stands in the condition twice: they may be at odds. */
    boolean lift(SqlNode where) {
      return visit(where) && Collections.disjoint(compared, others);
    }

    private boolean visit(SqlNode condition) {
      if (condition.isA(Set.of(SqlKind.AND, SqlKind.OR))) {
        return ((SqlCall) condition).getOperandList().stream().allMatch(this::visit);
      }
      if (condition instanceof SqlBasicCall call && isComparison(call)) {
        return replace(call);
      }
      condition.accept(new Columns());
      return true;
    }

    private static boolean isComparison(SqlBasicCall call) {
      return call.isA(Set.of(SqlKind.EQUALS, SqlKind.LIKE))
          && call.operandCount() == 2
          && call.operand(0) instanceof SqlIdentifier
          && call.operand(1) instanceof SqlCharStringLiteral;
    }

    private boolean replace(SqlBasicCall call) {
      SqlIdentifier column = call.operand(0);
      SqlCharStringLiteral text = call.operand(1);
      int index = parametersBefore + texts.size();
      texts.add(text.getValueAs(String.class));
      call.setOperand(1, new SqlDynamicParam(index, text.getParserPosition()));
      return compared.add(name(column));
    }

    private static String name(SqlIdentifier column) {
      return column.names.get(column.names.size() - 1).toLowerCase(Locale.ROOT);
    }

    private final class Columns extends SqlBasicVisitor<@Nullable Void> {
      @Override
      public @Nullable Void visit(SqlIdentifier column) {
        others.add(name(column));
        return null;
      }
    }
  }
}
