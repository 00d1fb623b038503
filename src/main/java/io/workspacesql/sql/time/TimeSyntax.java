package io.workspacesql.sql.time;

import io.workspacesql.error.UncheckedSqlException;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIntervalLiteral;
import org.apache.calcite.sql.SqlIntervalQualifier;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnknownLiteral;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Rewrites a parsed statement where the planner would lose digits or a zone before its plan can be
 * lowered: TIMESTAMP literals become casts of text, TIMESTAMPADD and TIMESTAMPDIFF become functions
 * of the driver.
 */
public final class TimeSyntax extends SqlShuttle {
  private static final int PLANNER_DIGITS = 3;

  /** As in {@code SQL_TSI_DAY}, the units of JDBC's {@code TIMESTAMPADD} escape. */
  private static final Pattern JDBC_PREFIX = Pattern.compile("(?i)^SQL_TSI_");

  private final ZoneId zone;

  private TimeSyntax(ZoneId zone) {
    this.zone = zone;
  }

  /**
   * The statement as the validator shall see it.
   *
   * @param zone the zone of literals without an offset
   * @throws UncheckedSqlException 22007 for a TIMESTAMP literal that is none
   */
  public static SqlNode rewrite(SqlNode statement, ZoneId zone) {
    SqlNode rewritten = statement.accept(new TimeSyntax(zone));
    return rewritten == null ? statement : rewritten;
  }

  @Override
  public @Nullable SqlNode visit(SqlLiteral literal) {
    if (literal instanceof SqlUnknownLiteral unknown && unknown.tag.equals("TIMESTAMP")) {
      return timestamp(unknown.getValue(), literal.getParserPosition());
    }
    if (literal instanceof SqlIntervalLiteral interval) {
      checkDigits(interval);
    }
    return literal;
  }

  private SqlNode timestamp(String text, SqlParserPos position) {
    try {
      TimestampText.parse(text, zone);
    } catch (SQLException e) {
      throw new UncheckedSqlException(e);
    }
    return SqlStdOperatorTable.CAST.createCall(
        position,
        SqlLiteral.createCharString(text, position),
        new SqlDataTypeSpec(new SqlBasicTypeNameSpec(SqlTypeName.TIMESTAMP, position), position));
  }

  private static void checkDigits(SqlIntervalLiteral interval) {
    String text = String.valueOf(interval.getValue());
    int point = text.indexOf('.');
    if (point >= 0 && !text.substring(point + 1).matches("\\d{0,3}0*")) {
      throw UnsupportedTime.because(
          "INTERVAL literals with more than "
              + PLANNER_DIGITS
              + " digits behind the point; use TIMESTAMPADD(MICROSECOND, count, timestamp)");
    }
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode visited = super.visit(call);
    if (visited instanceof SqlCall rewritten && rewritten.operandCount() == 3) {
      if (rewritten.getOperator().equals(SqlStdOperatorTable.TIMESTAMP_ADD)) {
        return withUnitAsText(TimeOperators.TIMESTAMPADD, rewritten);
      }
      if (rewritten.getOperator().equals(SqlStdOperatorTable.TIMESTAMP_DIFF)) {
        return withUnitAsText(TimeOperators.TIMESTAMPDIFF, rewritten);
      }
    }
    return visited;
  }

  private static SqlNode withUnitAsText(SqlFunction function, SqlCall call) {
    SqlIntervalQualifier unit = call.operand(0);
    String given = unit.timeFrameName == null ? unit.getUnit().name() : unit.timeFrameName;
    String name = CalendarUnit.parse(JDBC_PREFIX.matcher(given).replaceFirst("")).name();
    List<SqlNode> operands = new ArrayList<>(call.getOperandList());
    operands.set(0, SqlLiteral.createCharString(name, unit.getParserPosition()));
    return function.createCall(call.getParserPosition(), operands);
  }
}
