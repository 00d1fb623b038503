package io.workspacesql.sql.token;

import io.workspacesql.plan.ScanPlan;
import io.workspacesql.sql.rel.ApiScan;
import org.apache.calcite.plan.RelOptCluster;
import org.apache.calcite.plan.RelOptTable;
import org.apache.calcite.prepare.Prepare;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.validate.SqlValidator;
import org.apache.calcite.sql2rel.SqlRexConvertletTable;
import org.apache.calcite.sql2rel.SqlToRelConverter;

/** The planner's converter, for which a call that mints a token is a leaf like a table. */
public final class TokenConverter extends SqlToRelConverter {

  public TokenConverter(
      RelOptTable.ViewExpander views,
      SqlValidator validator,
      Prepare.CatalogReader reader,
      RelOptCluster cluster,
      SqlRexConvertletTable convertlets,
      Config config) {
    super(views, validator, reader, cluster, convertlets, config);
  }

  @Override
  protected void convertCollectionTable(Blackboard blackboard, SqlCall call) {
    if (call.getOperator() instanceof TokenFunction function) {
      blackboard.setRoot(ApiScan.of(cluster, ScanPlan.of(function.call())), true);
    } else {
      super.convertCollectionTable(blackboard, call);
    }
  }
}
