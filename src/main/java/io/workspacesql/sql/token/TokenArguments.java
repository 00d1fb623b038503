package io.workspacesql.sql.token;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.Operand;
import io.workspacesql.plan.TokenCall;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDynamicParam;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUtil;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;

/** The arguments of one call: first those by position, then those by name. */
final class TokenArguments {
  private final FunctionDefinition function;
  private final SqlCall written;
  private final Map<ColumnDefinition, SqlNode> given = new LinkedHashMap<>();

  /**
   * @throws UncheckedSqlException 42883 and 0A000 for what the function does not take
   */
  TokenArguments(FunctionDefinition function, SqlCall written) {
    this.function = function;
    this.written = written;
    read();
    for (ColumnDefinition argument : function.arguments()) {
      if (!argument.nullable() && !given.containsKey(argument)) {
        throw refused(Failure.UNKNOWN_FUNCTION, "needs the argument " + argument.name());
      }
    }
  }

  private void read() {
    boolean named = false;
    for (int i = 0; i < written.operandCount(); i++) {
      SqlNode operand = written.operand(i);
      if (operand.getKind() == SqlKind.ARGUMENT_ASSIGNMENT) {
        named = true;
        SqlCall assignment = (SqlCall) operand;
        add(byName((SqlIdentifier) assignment.operand(1)), assignment.operand(0));
      } else if (named) {
        throw refused(Failure.UNKNOWN_FUNCTION, "takes arguments by position only before names");
      } else {
        add(byPosition(i), operand);
      }
    }
  }

  private ColumnDefinition byPosition(int position) {
    if (position >= function.arguments().size()) {
      throw refused(
          Failure.UNKNOWN_FUNCTION,
          "takes %s arguments at most: %s".formatted(function.arguments().size(), names()));
    }
    return function.arguments().get(position);
  }

  private ColumnDefinition byName(SqlIdentifier name) {
    return function
        .argument(name.toString())
        .orElseThrow(
            () ->
                refused(
                    Failure.UNKNOWN_FUNCTION,
                    "has no argument %s in this connection's apiDialect; it takes %s"
                        .formatted(name, names())));
  }

  private String names() {
    return function.arguments().stream()
        .map(ColumnDefinition::name)
        .collect(Collectors.joining(", "));
  }

  private void add(ColumnDefinition argument, SqlNode value) {
    if (value.getKind() == SqlKind.DEFAULT && argument.nullable()) {
      return;
    }
    if (given.put(argument, value) != null) {
      throw refused(Failure.UNKNOWN_FUNCTION, "is given " + argument.name() + " twice");
    }
  }

  /**
   * The call as the planner takes it: an operand for each argument, DEFAULT for those not given.
   *
   * @param number of the call in its statement
   */
  SqlCall resolved(int number) {
    Map<String, Operand> operands = new LinkedHashMap<>();
    List<SqlNode> all = new ArrayList<>();
    for (ColumnDefinition argument : function.arguments()) {
      SqlNode value = given.get(argument);
      if (value == null) {
        all.add(SqlStdOperatorTable.DEFAULT.createCall(written.getParserPosition()));
      } else {
        all.add(value);
        operands.put(argument.name(), operand(argument, value));
      }
    }
    return new TokenFunction(new TokenCall(function, number, operands))
        .createCall(written.getParserPosition(), all);
  }

  private Operand operand(ColumnDefinition argument, SqlNode value) {
    if (value instanceof SqlDynamicParam parameter) {
      return new Operand.Parameter(parameter.getIndex());
    }
    if (value instanceof SqlCharStringLiteral text) {
      return new Operand.Constant(text.getValueAs(String.class));
    }
    if (SqlUtil.isNullLiteral(value, false)) {
      return new Operand.Constant(null);
    }
    throw refused(
        Failure.NOT_SUPPORTED,
        "takes a text or a parameter as "
            + argument.name()
            + ", and nothing that is computed or differs from row to row");
  }

  private UncheckedSqlException refused(Failure failure, String what) {
    SQLException refusal =
        failure.because(
            function.name() + " " + what + (failure == Failure.UNKNOWN_FUNCTION ? place() : ""));
    return new UncheckedSqlException(refusal);
  }

  private String place() {
    return " (line %s, column %s)"
        .formatted(
            written.getParserPosition().getLineNum(), written.getParserPosition().getColumnNum());
  }
}
