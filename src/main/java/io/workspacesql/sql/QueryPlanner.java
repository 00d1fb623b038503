package io.workspacesql.sql;

import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.util.Litmus;
import org.jspecify.annotations.Nullable;

/**
 * Plans queries, those that differ in texts alone once. Tools and scripts that write values into
 * the statement would otherwise have each of them planned anew.
 */
final class QueryPlanner {
  private final QueryCompiler compiler;

  /** Empty = a text shapes the plan, so that it must be planned as it is. */
  private final RecentPlans<Shape, Optional<QueryPlan>> plans = new RecentPlans<>();

  QueryPlanner(QueryCompiler compiler) {
    this.compiler = compiler;
  }

  /**
   * Plans the query, which stays as it is.
   *
   * @throws SQLException 42xxx for a query that makes no sense
   */
  PreparedPlan plan(SqlNode query) throws SQLException {
    LiftedLiterals lifted = LiftedLiterals.of(query);
    if (lifted == null) {
      return compiler.compile(query);
    }
    Shape shape = new Shape(lifted.query());
    Optional<QueryPlan> known = plans.get(shape);
    if (known == null) {
      known = shared(lifted);
      plans.put(shape, known);
    }
    return known.isPresent()
        ? new QueryWithTexts(known.get(), lifted.texts())
        : compiler.compile(query);
  }

  /** What is wrong with a query is told of the query as it was written. */
  private Optional<QueryPlan> shared(LiftedLiterals lifted) {
    try {
      return Optional.of(compiler.compile(lifted.query())).filter(plan -> takes(plan, lifted));
    } catch (SQLException | RuntimeException | AssertionError e) {
      return Optional.empty();
    }
  }

  /** A text that is compared with anything but text is read when planning. */
  private static boolean takes(QueryPlan plan, LiftedLiterals lifted) {
    List<ParameterType> all = plan.parameters();
    return all.subList(all.size() - lifted.texts().size(), all.size()).stream()
        .allMatch(type -> type.jdbcType() == Types.VARCHAR);
  }

  /** A syntax tree, equal to others that say the same. */
  private record Shape(SqlNode query) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Shape shape && query.equalsDeep(shape.query, Litmus.IGNORE);
    }

    @Override
    public int hashCode() {
      return query.toString().hashCode();
    }
  }
}
