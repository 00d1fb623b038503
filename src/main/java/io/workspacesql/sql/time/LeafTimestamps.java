package io.workspacesql.sql.time;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.logical.LogicalProject;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexNode;

/** Shows a leaf's microseconds as TIMESTAMPs while a statement is translated. */
public final class LeafTimestamps {
  private LeafTimestamps() {}

  /** The leaf with the row type that the table has in SQL; {@link PlanLowering} takes it off. */
  public static RelNode over(RelNode leaf, RelDataType tableType) {
    RexBuilder rex = leaf.getCluster().getRexBuilder();
    List<RexNode> columns = new ArrayList<>();
    for (RelDataTypeField field : tableType.getFieldList()) {
      RexNode column = rex.makeInputRef(leaf, field.getIndex());
      columns.add(
          LoweredTypes.isTimestamp(field.getType())
              ? rex.makeCall(field.getType(), TimeOperators.OF_MICROS, List.of(column))
              : column);
    }
    return LogicalProject.create(leaf, List.of(), columns, tableType.getFieldNames(), Set.of());
  }
}
