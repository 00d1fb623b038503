package io.workspacesql.sql.rule;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.plan.Measure;
import io.workspacesql.sql.rel.ApiScan;
import java.util.List;
import org.apache.calcite.plan.RelOptUtil;
import org.apache.calcite.rel.RelCollation;
import org.apache.calcite.rel.RelCollations;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.util.ImmutableBitSet;
import org.apache.calcite.util.mapping.Mappings;

/** The columns of a leaf that expressions above it use. */
record UsedColumns(ApiScan leaf, ImmutableBitSet used) {

  static UsedColumns of(ApiScan leaf, List<RexNode> expressions) {
    return of(leaf, RelOptUtil.InputFinder.bits(expressions, null));
  }

  /** A row needs a column, and the first one costs no request. */
  static UsedColumns of(ApiScan leaf, ImmutableBitSet used) {
    return new UsedColumns(leaf, used.isEmpty() ? ImmutableBitSet.of(0) : used);
  }

  /** Whether the leaf stays as it is; counts have columns of their own. */
  boolean areAll() {
    return leaf.plan().measure() != Measure.ROWS
        || used.cardinality() == leaf.plan().columns().size();
  }

  /** The leaf that fetches these alone. */
  ApiScan scan() {
    List<ColumnDefinition> columns = leaf.plan().columns();
    return leaf.with(leaf.plan().withColumns(used.toList().stream().map(columns::get).toList()));
  }

  /** The expressions over {@link #scan}. */
  List<RexNode> renumbered(List<RexNode> expressions) {
    return RexUtil.apply(mapping(), expressions);
  }

  /** The same columns of {@link #scan}. */
  ImmutableBitSet renumbered(ImmutableBitSet columns) {
    return ImmutableBitSet.of(columns.toList().stream().map(mapping()::getTarget).toList());
  }

  /** From the leaf's columns to those of {@link #scan}. */
  Mappings.TargetMapping mapping() {
    return Mappings.target(
        column -> used.get(column) ? used.indexOf(column) : null,
        leaf.plan().columns().size(),
        used.cardinality());
  }

  /** The order by the columns of {@link #scan}. */
  RelCollation renumbered(RelCollation order) {
    return RelCollations.of(
        order.getFieldCollations().stream()
            .map(field -> field.withFieldIndex(used.indexOf(field.getFieldIndex())))
            .toList());
  }
}
