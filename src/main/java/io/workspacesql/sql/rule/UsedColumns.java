package io.workspacesql.sql.rule;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Measure;
import io.workspacesql.sql.rel.ApiScan;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/** The columns of a leaf that expressions above it use. */
record UsedColumns(ApiScan leaf, ImmutableBitSet used) {

  static UsedColumns of(ApiScan leaf, List<RexNode> expressions) {
    return new UsedColumns(leaf, RelOptUtil.InputFinder.bits(expressions, null));
  }

  /** Whether the leaf stays as it is; counts have columns of their own, and a row needs one. */
  boolean areAll() {
    return leaf.plan().measure() != Measure.ROWS
        || used.isEmpty()
        || used.cardinality() == leaf.plan().columns().size();
  }

  /** The leaf that fetches these alone. */
  ApiScan scan() {
    List<ColumnDefinition> columns = leaf.plan().columns();
    return leaf.with(leaf.plan().withColumns(used.toList().stream().map(columns::get).toList()));
  }

  /** The expressions over {@link #scan}. */
  List<RexNode> renumbered(List<RexNode> expressions) {
    return RexUtil.apply(
        Mappings.target(
            column -> used.get(column) ? used.indexOf(column) : null,
            leaf.plan().columns().size(),
            used.cardinality()),
        expressions);
  }
}
