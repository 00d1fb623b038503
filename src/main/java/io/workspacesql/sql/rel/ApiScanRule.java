package io.workspacesql.sql.rel;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Makes the logical leaf executable. */
public final class ApiScanRule extends ConverterRule {
  public static final ApiScanRule INSTANCE =
      (ApiScanRule)
          Config.INSTANCE
              .withConversion(
                  ApiScan.class, Convention.NONE, EnumerableConvention.INSTANCE, "ApiScanRule")
              .withRuleFactory(ApiScanRule::new)
              .toRule();

  private ApiScanRule(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    return ApiScanExec.of((ApiScan) rel);
  }
}
