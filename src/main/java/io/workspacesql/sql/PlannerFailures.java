package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.runtime.CalciteContextException;
import org.apache.calcite.runtime.CalciteException;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/** What goes wrong inside the planner and its generated code, in the driver's words. */
final class PlannerFailures {
  private static final Pattern UNKNOWN_TABLE =
      Pattern.compile("Object '.*' not found.*|Table '.*' not found.*", Pattern.DOTALL);
  private static final Pattern UNKNOWN_COLUMN =
      Pattern.compile("(Unknown c|C)olumn '.*|Unknown (field|identifier) '.*", Pattern.DOTALL);
  private static final Pattern UNKNOWN_FUNCTION =
      Pattern.compile("No match found for function signature .*", Pattern.DOTALL);
  private static final Pattern TYPE_MISMATCH =
      Pattern.compile(
          "(Cannot apply|Cast function cannot convert|Values passed to|Illegal mixing|Type mismatch|Cannot (cast|assign)"
              + "|Invalid number of arguments|Parameters must|Set operand).*",
          Pattern.DOTALL);

  /** What the compiler of generated code says; its exception stands on no class path of ours. */
  private static final Pattern UNFIT_CODE =
      Pattern.compile(
          "Line \\d+, Column \\d+: (No applicable constructor/method found|Assignment conversion"
              + " not possible).*");

  private static final Pattern UNREADABLE_MOMENT =
      Pattern.compile("Invalid (DATE|TIME|TIMESTAMP) value, (.*)");
  private static final Pattern IMPOSSIBLE_DAY =
      Pattern.compile("Value of \\w+ field is out of range in ('.*')");

  /** Only code that was made at run time has variables without names. */
  private static final Pattern NULL_IN_GENERATED_CODE =
      Pattern.compile("^Cannot invoke \"java\\.lang\\..*\" because \"<local\\d+>");

  private static final Pattern UNREADABLE_NUMBER = Pattern.compile("For input string: \"(.*)\".*");

  private PlannerFailures() {}

  /** 42601 with the place, without the parser's list of all that could have stood there. */
  static SQLException of(SqlParseException e) {
    if (e.getCause() instanceof StackOverflowError) {
      return Failure.TOO_COMPLEX.because();
    }
    String message = e.getMessage() == null ? "The statement cannot be parsed" : e.getMessage();
    int expecting = message.indexOf("\nWas expecting");
    String first = expecting < 0 ? message : message.substring(0, expecting);
    SqlParserPos place = e.getPos();
    boolean namesPlace = place == null || first.contains(" line ");
    return Failure.SYNTAX.because(
        first.strip() + (namesPlace ? "" : place(place.getLineNum(), place.getColumnNum())));
  }

  /** The failure inside a throwable of planning or execution; XX000 when it is not a known one. */
  static SQLException of(Throwable thrown) {
    SQLException known = knownIn(thrown);
    return known == null ? Failure.INTERNAL.causedBy(thrown, firstLine(thrown)) : known;
  }

  /**
   * The failure inside a throwable of the code that looks at a function's arguments; 42804 when it
   * is not a known one: Calcite looks at arguments that are not there, or are of other types than
   * it thought, without having checked.
   */
  static UncheckedSqlException ofArguments(Throwable thrown) {
    SQLException known = knownIn(thrown);
    return new UncheckedSqlException(known == null ? misfit(thrown) : known);
  }

  private static SQLException misfit(@Nullable Throwable cause) {
    return Failure.TYPE_MISMATCH.causedBy(
        cause, "A function has too few arguments, too many, or some of types that it cannot take");
  }

  private static @Nullable SQLException knownIn(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      SQLException known = known(cause);
      if (known != null) {
        return known;
      }
    }
    return null;
  }

  private static @Nullable SQLException known(Throwable cause) {
    if (cause instanceof SQLException sql) {
      return sql;
    }
    if (cause instanceof UncheckedSqlException unchecked) {
      return unchecked.failure();
    }
    if (cause instanceof SqlParseException parse) {
      return of(parse);
    }
    if (cause instanceof CalciteContextException context) {
      return validation(context);
    }
    if (cause instanceof UnsupportedOperationException) {
      return Failure.NOT_SUPPORTED.because("The planner does not know this form of a statement");
    }
    return cause instanceof StackOverflowError ? Failure.TOO_COMPLEX.because() : value(cause);
  }

  /** A value that generated code could not compute, or code that does not fit its arguments. */
  private static @Nullable SQLException value(Throwable cause) {
    if (matches(UNFIT_CODE, firstLine(cause))) {
      return misfit(null);
    }
    if (cause instanceof CalciteException calcite) {
      return Failure.INVALID_VALUE.because(firstLine(calcite));
    }
    if (cause instanceof ArithmeticException arithmetic) {
      return arithmetic(arithmetic);
    }
    if (cause instanceof IllegalStateException state) {
      return illegalState(state);
    }
    if (cause instanceof NullPointerException
        && NULL_IN_GENERATED_CODE.matcher(firstLine(cause)).find()) {
      return Failure.NOT_SUPPORTED.because(
          "The driver cannot compute this for a row in which a value is NULL");
    }
    return cause instanceof IllegalArgumentException unread ? unreadable(unread) : null;
  }

  private static @Nullable SQLException illegalState(IllegalStateException e) {
    String message = firstLine(e);
    if (message.startsWith("more than one value in agg")) {
      return Failure.CARDINALITY.because();
    }
    if (!message.startsWith("Unable to implement")) {
      return null;
    }
    Throwable[] reasons = e.getSuppressed();
    return Failure.NOT_SUPPORTED.because(
        "The driver cannot compute this: " + (reasons.length == 0 ? "" : firstLine(reasons[0])));
  }

  private static @Nullable SQLException unreadable(IllegalArgumentException e) {
    Matcher moment = UNREADABLE_MOMENT.matcher(firstLine(e));
    if (moment.matches()) {
      return Failure.INVALID_DATETIME.because(moment.group(2), moment.group(1));
    }
    Matcher day = IMPOSSIBLE_DAY.matcher(firstLine(e));
    if (day.matches()) {
      return Failure.INVALID_DATETIME.because(day.group(1), "date or time");
    }
    Matcher number = UNREADABLE_NUMBER.matcher(firstLine(e));
    String text = number.matches() ? "'" + number.group(1) + "'" : "this text";
    return e instanceof NumberFormatException
        ? Failure.NOT_CONVERTIBLE.because(text, "a number of this type")
        : null;
  }

  private static SQLException arithmetic(ArithmeticException e) {
    String message = firstLine(e);
    if (message.endsWith("overflow")) {
      return Failure.OUT_OF_RANGE.because("of an expression", "its type");
    }
    return message.contains("by zero") || message.contains("Division undefined")
        ? Failure.DIVISION_BY_ZERO.because()
        : Failure.INVALID_VALUE.because(message);
  }

  private static SQLException validation(CalciteContextException e) {
    Throwable cause = e.getCause();
    String reason = cause == null ? firstLine(e) : String.valueOf(cause.getMessage());
    String message =
        reason.replaceAll("\\s*\\n\\s*", " ") + place(e.getPosLine(), e.getPosColumn());
    if (matches(UNKNOWN_TABLE, reason)) {
      return Failure.UNKNOWN_TABLE.because(message);
    }
    if (matches(UNKNOWN_COLUMN, reason)) {
      return Failure.UNKNOWN_COLUMN.because(message);
    }
    if (matches(UNKNOWN_FUNCTION, reason)) {
      return Failure.UNKNOWN_FUNCTION.because(message);
    }
    return (matches(TYPE_MISMATCH, reason) ? Failure.TYPE_MISMATCH : Failure.INVALID_SQL)
        .because(message);
  }

  private static boolean matches(Pattern pattern, String reason) {
    Matcher matcher = pattern.matcher(reason);
    return matcher.matches();
  }

  private static String place(int line, int column) {
    return line > 0 ? " (line " + line + ", column " + column + ")" : "";
  }

  /** Generated code stands in later lines of such messages: it must not get out. */
  private static String firstLine(Throwable thrown) {
    String message = thrown.getMessage();
    return message == null
        ? thrown.getClass().getSimpleName()
        : message.lines().findFirst().orElse("");
  }
}
