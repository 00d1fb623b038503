package io.workspacesql.sql.time;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.calcite.rel.RelFieldCollation.Direction;
import org.apache.calcite.rel.RelFieldCollation.NullDirection;
import org.apache.calcite.rel.type.RelDataType;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexFieldCollation;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexWindow;
import org.apache.calcite.rex.RexWindowBound;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.type.SqlTypeUtil;

/**
 * The key of a window whose frame ends at a distance from it, in the form for which the planner's
 * runtime has the right rows. That runtime adds the distance to every key, NULL included, and takes
 * each order for an ascending one.
 *
 * @param key lowered
 * @param near whether the frame is about the row itself, and nothing but what is near it
 */
record RangeKey(RexBuilder rex, RexNode key, RexFieldCollation order, boolean near) {

  /** Whether the frame of the window ends at a distance from the key. */
  static boolean isIn(RexWindow window) {
    return !window.isRows()
        && Stream.of(window.getLowerBound(), window.getUpperBound())
            .map(RexWindowBound::getOffset)
            .anyMatch(offset -> offset != null);
  }

  static RangeKey of(RexBuilder rex, RexNode key, RexFieldCollation order, RexWindow window) {
    RelDataType type = key.getType();
    boolean isNumber = SqlTypeUtil.isNumeric(type);
    if (SqlTypeUtil.isDecimal(type) || (!isNumber && order.getDirection() != Direction.ASCENDING)) {
      throw UnsupportedTime.because(
          "RANGE with a distance over " + type + (isNumber ? "" : " in descending order"));
    }
    boolean near =
        isNear(window.getLowerBound(), RexWindowBound::isPreceding)
            && isNear(window.getUpperBound(), RexWindowBound::isFollowing);
    return new RangeKey(rex, key, order, near);
  }

  private static boolean isNear(RexWindowBound bound, Predicate<RexWindowBound> rightSide) {
    return bound.isCurrentRow() || (bound.getOffset() != null && rightSide.test(bound));
  }

  /**
   * Rows without a key are peers of each other and at no distance from any other row. Elsewhere
   * they end the statement.
   */
  private boolean keepsNullsApart() {
    return near && key.getType().isNullable();
  }

  /** The keys of the partition, with these. */
  List<RexNode> partition(List<RexNode> others) {
    RexNode isNull = rex.makeCall(SqlStdOperatorTable.IS_NULL, key);
    return keepsNullsApart() ? Stream.concat(others.stream(), Stream.of(isNull)).toList() : others;
  }

  /** An ascending order that means the same. */
  RexFieldCollation ascending() {
    RexNode sorted = keepsNullsApart() ? orZero() : key;
    if (order.getDirection() == Direction.ASCENDING) {
      return new RexFieldCollation(sorted, order.right);
    }
    Set<SqlKind> nulls =
        order.getNullDirection() == NullDirection.FIRST
            ? EnumSet.of(SqlKind.NULLS_FIRST)
            : EnumSet.of(SqlKind.NULLS_LAST);
    return new RexFieldCollation(rex.makeCall(SqlStdOperatorTable.UNARY_MINUS, sorted), nulls);
  }

  private RexNode orZero() {
    RelDataType type = rex.getTypeFactory().createTypeWithNullability(key.getType(), false);
    return rex.makeCall(
        type,
        SqlStdOperatorTable.CASE,
        List.of(
            rex.makeCall(SqlStdOperatorTable.IS_NOT_NULL, key),
            rex.makeNotNull(key),
            rex.makeZeroRexNode(type)));
  }
}
