package io.workspacesql.sql.time;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import io.workspacesql.error.UncheckedSqlException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.apache.calcite.rel.RelHomogeneousShuttle;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.RelRoot;
import org.apache.calcite.rel.core.Aggregate;
import org.apache.calcite.rel.core.Correlate;
import org.apache.calcite.rel.core.Filter;
import org.apache.calcite.rel.core.Join;
import org.apache.calcite.rel.core.Project;
import org.apache.calcite.rel.core.SetOp;
import org.apache.calcite.rel.core.Sort;
import org.apache.calcite.rel.core.Values;
import org.apache.calcite.rel.logical.LogicalAggregate;
import org.apache.calcite.rel.logical.LogicalFilter;
import org.apache.calcite.rel.logical.LogicalJoin;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.logical.LogicalValues;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * Rewrites a plan so that TIMESTAMPs are BIGINT microseconds since 1970 and INTERVALs BIGINT
 * microseconds or months. The planner's runtime holds milliseconds and no zone; on numbers its
 * comparing, sorting, grouping and joining is exact, and what needs a calendar calls {@link
 * TimeFunctions}.
 */
public final class PlanLowering extends RelHomogeneousShuttle {
  private final RexBuilder rex;
  private final LoweredTypes types;
  private final ExpressionLowering expressions;
  private final CastLowering casts;

  private PlanLowering(RexBuilder rex, ZoneId zone) {
    this.rex = rex;
    this.types = new LoweredTypes(rex.getTypeFactory());
    this.expressions = new ExpressionLowering(rex, types, zone, plan -> plan.accept(this));
    this.casts = new CastLowering(new TimeCalls(rex, types, zone));
  }

  /**
   * The lowered plan; INTERVAL columns of its result become text.
   *
   * @param zone the zone of text, dates and calendar units
   * @throws UncheckedSqlException 0A000 for an operator that the driver does not do on timestamps
   */
  public static RelRoot apply(RelRoot root, ZoneId zone) {
    PlanLowering lowering = new PlanLowering(root.rel.getCluster().getRexBuilder(), zone);
    return root.withRel(lowering.withTextOfIntervals(root.rel));
  }

  private RelNode withTextOfIntervals(RelNode rel) {
    RelNode lowered = rel.accept(this);
    List<RelDataTypeField> fields = rel.getRowType().getFieldList();
    if (fields.stream().noneMatch(field -> SqlTypeUtil.isInterval(field.getType()))) {
      return lowered;
    }
    List<RexNode> columns = new ArrayList<>();
    for (RelDataTypeField field : fields) {
      RexNode column = rex.makeInputRef(lowered, field.getIndex());
      columns.add(
          SqlTypeUtil.isInterval(field.getType())
              ? casts.cast(types.text(field.getType().isNullable()), field.getType(), column)
              : column);
    }
    return project(lowered, columns, rel.getRowType());
  }

  @Override
  public RelNode visit(RelNode rel) {
    List<RelNode> inputs = rel.getInputs().stream().map(input -> input.accept(this)).toList();
    if (rel instanceof Project project) {
      return lower(project, inputs.get(0));
    }
    if (rel instanceof Filter filter) {
      return LogicalFilter.create(
          inputs.get(0),
          filter.getCondition().accept(expressions),
          ImmutableSet.copyOf(filter.getVariablesSet()));
    }
    if (rel instanceof Join join) {
      return lower(join, inputs);
    }
    if (rel instanceof Aggregate aggregate) {
      return lower(aggregate, inputs.get(0));
    }
    if (rel instanceof Values values) {
      return lower(values);
    }
    return others(rel, inputs);
  }

  private RelNode others(RelNode rel, List<RelNode> inputs) {
    if (rel instanceof SetOp setOp) {
      return setOp.copy(setOp.getTraitSet(), aligned(setOp, inputs));
    }
    boolean indifferent = rel instanceof Sort || rel instanceof Correlate;
    if (!indifferent && touchesTime(rel)) {
      throw UnsupportedTime.because(rel.getRelTypeName() + " over TIMESTAMP or INTERVAL");
    }
    return inputs.isEmpty() ? rel : rel.copy(rel.getTraitSet(), inputs);
  }

  private static boolean touchesTime(RelNode rel) {
    return LoweredTypes.changes(rel.getRowType())
        || rel.getInputs().stream().anyMatch(input -> LoweredTypes.changes(input.getRowType()));
  }

  private RelNode lower(Project project, RelNode input) {
    List<RexNode> columns =
        project.getProjects().stream().map(column -> column.accept(expressions)).toList();
    return LogicalProject.create(
        input,
        project.getHints(),
        columns,
        project.getRowType().getFieldNames(),
        project.getVariablesSet());
  }

  private RelNode lower(Join join, List<RelNode> inputs) {
    return LogicalJoin.create(
        inputs.get(0),
        inputs.get(1),
        join.getHints(),
        join.getCondition().accept(expressions),
        join.getVariablesSet(),
        join.getJoinType());
  }

  private RelNode lower(Aggregate aggregate, RelNode input) {
    List<RelDataType> columns =
        aggregate.getInput().getRowType().getFieldList().stream()
            .map(RelDataTypeField::getType)
            .toList();
    return LogicalAggregate.create(
        input,
        aggregate.getHints(),
        aggregate.getGroupSet(),
        aggregate.getGroupSets(),
        aggregate.getAggCallList().stream()
            .map(call -> WindowLowering.lower(call, columns, types))
            .toList());
  }

  private RelNode lower(Values values) {
    ImmutableList.Builder<ImmutableList<RexLiteral>> rows = ImmutableList.builder();
    for (ImmutableList<RexLiteral> row : values.getTuples()) {
      rows.add(
          row.stream().map(expressions::visitLiteral).collect(ImmutableList.toImmutableList()));
    }
    return LogicalValues.create(values.getCluster(), types.of(values.getRowType()), rows.build());
  }

  /** Every input with the columns of the result: a DATE that meets a TIMESTAMP becomes one. */
  private List<RelNode> aligned(SetOp setOp, List<RelNode> inputs) {
    List<RelNode> aligned = new ArrayList<>();
    for (int i = 0; i < inputs.size(); i++) {
      aligned.add(aligned(inputs.get(i), setOp.getInput(i).getRowType(), setOp.getRowType()));
    }
    return aligned;
  }

  private RelNode aligned(RelNode lowered, RelDataType from, RelDataType to) {
    boolean same = true;
    List<RexNode> columns = new ArrayList<>();
    for (RelDataTypeField field : to.getFieldList()) {
      RelDataType type = from.getFieldList().get(field.getIndex()).getType();
      boolean casts = LoweredTypes.changes(field.getType()) != LoweredTypes.changes(type);
      RexNode column = rex.makeInputRef(lowered, field.getIndex());
      columns.add(casts ? this.casts.cast(field.getType(), type, column) : column);
      same &= !casts;
    }
    return same ? lowered : project(lowered, columns, from);
  }

  private static RelNode project(RelNode input, List<RexNode> columns, RelDataType names) {
    return LogicalProject.create(
        input, List.of(), columns, names.getFieldNames(), ImmutableSet.of());
  }
}
