package io.workspacesql.sql.predicate;

import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.LikePattern;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.linq4j.function.Strict;
import org.apache.calcite.rex.RexBuilder;
import org.apache.calcite.rex.RexLiteral;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.schema.impl.ScalarFunctionImpl;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlWriter;
import org.apache.calcite.sql.fun.SqlLibraryOperators;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.InferTypes;
import org.apache.calcite.sql.type.ReturnTypes;
import org.apache.calcite.sql.validate.SqlUserDefinedFunction;
import org.apache.calcite.sql2rel.SqlRexContext;
import org.apache.calcite.sql2rel.SqlRexConvertlet;
import org.apache.calcite.sql2rel.StandardConvertletTable;
import org.jspecify.annotations.Nullable;

/**
 * LIKE and ILIKE in relational plans, computed by {@link LikePattern} everywhere.
 *
 * <p>The planner's own operators are regular expressions in which {@code _} stops at a line break,
 * and its simplification of them fails on a NULL pattern and takes {@code LIKE '%%' ESCAPE '%'} for
 * true.
 */
public final class LikeFunction extends SqlUserDefinedFunction {
  static final List<LikeFunction> ALL =
      List.of(
          new LikeFunction(SqlStdOperatorTable.LIKE, "like", 2),
          new LikeFunction(SqlStdOperatorTable.LIKE, "likeEscaped", 3),
          new LikeFunction(SqlLibraryOperators.ILIKE, "ilike", 2),
          new LikeFunction(SqlLibraryOperators.ILIKE, "ilikeEscaped", 3));

  private static final Pattern ANY_TEXT = Pattern.compile("%+");

  private final SqlOperator written;
  private final int operands;

  private LikeFunction(SqlOperator written, String method, int operands) {
    super(
        new SqlIdentifier(method, SqlParserPos.ZERO),
        SqlKind.OTHER_FUNCTION,
        ReturnTypes.BOOLEAN_NULLABLE,
        InferTypes.RETURN_TYPE,
        null,
        ScalarFunctionImpl.create(
            Stream.of(Computed.class.getMethods())
                .filter(found -> found.getName().equals(method))
                .findFirst()
                .orElseThrow()));
    this.written = written;
    this.operands = operands;
  }

  /** How an operator of the syntax tree becomes one of the plan; LIKE and ILIKE become ours. */
  public static @Nullable SqlRexConvertlet convertlet(SqlCall call) {
    for (LikeFunction function : ALL) {
      if (call.getOperator().equals(function.written) && call.operandCount() == function.operands) {
        return function::convert;
      }
    }
    return StandardConvertletTable.INSTANCE.get(call);
  }

  private RexNode convert(SqlRexContext context, SqlCall call) {
    List<RexNode> converted =
        call.getOperandList().stream().map(context::convertExpression).toList();
    RexBuilder builder = context.getRexBuilder();
    RexNode text = converted.get(0);
    return operands == 2 && isAnyText(converted.get(1))
        ? builder.makeCall(SqlStdOperatorTable.EQUALS, text, text)
        : builder.makeCall(this, converted);
  }

  /** A pattern that every text matches, so that only NULL does not. */
  private static boolean isAnyText(RexNode pattern) {
    return pattern instanceof RexLiteral literal
        && !literal.isNull()
        && ANY_TEXT.matcher(literal.getValueAs(String.class)).matches();
  }

  /** ILIKE, which folds ASCII letters. */
  boolean ignoresCase() {
    return written.equals(SqlLibraryOperators.ILIKE);
  }

  @Override
  public void unparse(SqlWriter writer, SqlCall call, int leftPrec, int rightPrec) {
    written.unparse(writer, call, leftPrec, rightPrec);
  }

  /** Called by generated code; public because of that. */
  @Strict
  public static final class Computed {
    private Computed() {}

    public static boolean like(String text, String pattern) {
      return matches(text, pattern, null, false);
    }

    public static boolean likeEscaped(String text, String pattern, String escape) {
      return matches(text, pattern, escape, false);
    }

    public static boolean ilike(String text, String pattern) {
      return matches(text, pattern, null, true);
    }

    public static boolean ilikeEscaped(String text, String pattern, String escape) {
      return matches(text, pattern, escape, true);
    }

    private static boolean matches(
        String text, String pattern, @Nullable String escape, boolean ignoreCase) {
      try {
        return LikePattern.of(pattern, escape, ignoreCase).matches(text);
      } catch (SQLException e) {
        throw new UncheckedSqlException(e);
      }
    }
  }
}
