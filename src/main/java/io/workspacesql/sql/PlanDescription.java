package io.workspacesql.sql;

import io.workspacesql.plan.RequestPlan;
import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelVisitor;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** Reads the request plan off a logical plan whose leaves are final. */
final class PlanDescription extends RelVisitor {
  private final List<ScanPlan> scans = new ArrayList<>();
  private final List<String> localSteps = new ArrayList<>();

  private PlanDescription() {}

  static RequestPlan of(RelNode rel) {
    PlanDescription description = new PlanDescription();
    description.go(rel);
    return new RequestPlan(description.scans, description.localSteps);
  }

  @Override
  public void visit(RelNode node, int ordinal, @Nullable RelNode parent) {
    if (node instanceof ApiScan scan) {
      if (!scans.contains(scan.plan())) {
        scans.add(scan.plan());
      }
    } else {
      String step = step(node);
      if (!localSteps.contains(step)) {
        localSteps.add(step);
      }
    }
    super.visit(node, ordinal, parent);
  }

  private static String step(RelNode node) {
    if (node instanceof Filter filter) {
      return "local filter: " + text(filter.getCondition(), filter.getInput());
    }
    if (node instanceof Project) {
      return "local: compute the columns";
    }
    if (node instanceof Aggregate) {
      return "local: group and aggregate, reads all rows";
    }
    if (node instanceof Sort sort) {
      return sort.getCollation().getFieldCollations().isEmpty()
          ? "local: cut off rows, stops reading early"
          : "local: sort, reads all rows";
    }
    return node instanceof Join
        ? "local: join"
        : "local: " + node.getRelTypeName().replace("Logical", "").toLowerCase(Locale.ROOT);
  }

  private static String text(RexNode condition, RelNode input) {
    if (RexUtil.containsCorrelation(condition)) {
      return "depends on the row of the outer query";
    }
    SqlImplementor.Context context =
        new SqlImplementor.SimpleContext(
            PostgresqlSqlDialect.DEFAULT,
            field ->
                new SqlIdentifier(
                    input.getRowType().getFieldNames().get(field), SqlParserPos.ZERO));
    return context
        .toSql(null, condition)
        .toSqlString(
            config ->
                config
                    .withDialect(PostgresqlSqlDialect.DEFAULT)
                    .withQuoteAllIdentifiers(false)
                    .withLineFolding(org.apache.calcite.sql.SqlWriterConfig.LineFolding.WIDE))
        .getSql();
  }
}
