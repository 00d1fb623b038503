package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParser;
import org.jspecify.annotations.Nullable;

/** How long and how deep a statement may be, so that none takes the host's memory or time. */
public final class StatementLimits {
  /** Room for some 25,000 ids in a list. */
  public static final int CHARACTERS = 1_000_000;

  /** Characters of a name or an alias. */
  public static final int NAME_CHARACTERS = SqlParser.DEFAULT_IDENTIFIER_MAX_LENGTH;

  /** The planner's work grows with the square of it. */
  static final int DEPTH = 500;

  private StatementLimits() {}

  static void check(String sql) throws SQLException {
    if (sql.length() > CHARACTERS) {
      throw Failure.TOO_LONG.because(sql.length(), CHARACTERS);
    }
  }

  /** Refuses what is nested too deeply; a chain of ANDs or of ORs counts as one level. */
  static void check(SqlNode statement) throws SQLException {
    Deque<Level> open = new ArrayDeque<>(List.of(new Level(statement, 1)));
    while (!open.isEmpty()) {
      Level level = open.pop();
      if (level.depth > DEPTH) {
        throw Failure.TOO_COMPLEX.because();
      }
      level.operands().forEach(open::push);
    }
  }

  private record Level(SqlNode node, int depth) {

    Stream<Level> operands() {
      List<@Nullable SqlNode> operands = List.of();
      if (node instanceof SqlNodeList list) {
        operands = list.getList();
      } else if (node instanceof SqlCall call) {
        operands = call.getOperandList();
      }
      return operands.stream().flatMap(Stream::ofNullable).map(this::under);
    }

    private Level under(SqlNode operand) {
      return new Level(operand, BalancedLogic.isLink(node, operand) ? depth : depth + 1);
    }
  }
}
