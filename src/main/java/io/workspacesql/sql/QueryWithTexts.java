package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query whose plan takes some texts as its last parameters.
 *
 * @param query the plan, shared with queries that have other texts
 */
record QueryWithTexts(QueryPlan query, List<String> texts) implements PreparedPlan {
  @Override
  public StatementKind kind() {
    return query.kind();
  }

  @Override
  public List<ResultColumn> columns() {
    return query.columns();
  }

  @Override
  public List<ParameterType> parameters() {
    List<ParameterType> all = query.parameters();
    return all.subList(0, all.size() - texts.size());
  }

  @Override
  public boolean mintsTokens() {
    return query.mintsTokens();
  }

  @Override
  public RowCursor open(ExecutionContext context) throws SQLException {
    List<@Nullable Object> all = new ArrayList<>(context.parameters());
    all.addAll(texts);
    return query.open(context.withParameters(all));
  }
}
