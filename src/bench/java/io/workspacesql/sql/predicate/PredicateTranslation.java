package io.workspacesql.sql.predicate;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.Condition;
import io.workspacesql.plan.ScanPlan;
import java.sql.SQLException;
import java.util.List;
import org.apache.calcite.jdbc.JavaTypeFactoryImpl;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeName;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** {@code LOWER(name) LIKE ? AND status = ?} on its way from the planner to a request. */
@State(Scope.Benchmark)
public class PredicateTranslation {
  private static final List<ColumnDefinition> COLUMNS =
      List.of(Catalog.WORKSPACES.column("name"), Catalog.WORKSPACES.column("status"));

  private final RexBuilder rex = new RexBuilder(new JavaTypeFactoryImpl());
  private final RelDataType text = rex.getTypeFactory().createSqlType(SqlTypeName.VARCHAR);
  private final List<RexNode> expressions =
      List.of(
          rex.makeCall(
              LikeFunction.ALL.get(0),
              rex.makeCall(SqlStdOperatorTable.LOWER, rex.makeInputRef(text, 0)),
              rex.makeDynamicParam(text, 0)),
          rex.makeCall(
              SqlStdOperatorTable.EQUALS,
              rex.makeInputRef(text, 1),
              rex.makeDynamicParam(text, 1)));
  private final ScanPlan plan = ScanPlan.of(Catalog.WORKSPACES).withConditions(translate());

  /** Row expressions to conditions, once for each plan. */
  @Benchmark
  public List<Condition> translate() {
    ConditionTranslator translator = new ConditionTranslator(rex, COLUMNS);
    return expressions.stream()
        .map(expression -> translator.translate(expression).orElseThrow())
        .toList();
  }

  /** Conditions and parameters to what is sent and checked, once for each execution. */
  @Benchmark
  public BoundScan bind() throws SQLException {
    return plan.bind(List.of("%globex payroll%", "active"));
  }
}
