package io.workspacesql.sql.rel;

import org.apache.calcite.adapter.enumerable.EnumerableConvention;
import org.apache.calcite.plan.Convention;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.convert.ConverterRule;

/** Makes the side of a join that brings the keys executable. */
public final class JoinSideRule extends ConverterRule {
  public static final JoinSideRule INSTANCE =
      (JoinSideRule)
          Config.INSTANCE
              .withConversion(
                  JoinSide.class, Convention.NONE, EnumerableConvention.INSTANCE, "JoinSideRule")
              .withRuleFactory(JoinSideRule::new)
              .toRule();

  private JoinSideRule(Config config) {
    super(config);
  }

  @Override
  public RelNode convert(RelNode rel) {
    JoinSide side = (JoinSide) rel;
    RelNode input =
        convert(
            side.getInput(), side.getInput().getTraitSet().replace(EnumerableConvention.INSTANCE));
    return JoinSideExec.of(input, side.side(), side.column());
  }
}
