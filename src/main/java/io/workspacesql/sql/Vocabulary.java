package io.workspacesql.sql;

import static io.workspacesql.sql.EscapeFunctions.NUMERIC;
import static io.workspacesql.sql.EscapeFunctions.STRING;
import static io.workspacesql.sql.EscapeFunctions.SYSTEM;
import static io.workspacesql.sql.EscapeFunctions.TIME_DATE;

import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.sql.token.TokenSyntax;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCollectionTypeNameSpec;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.SqlOperatorTable;
import org.apache.calcite.sql.SqlSyntax;
import org.apache.calcite.sql.SqlTypeNameSpec;
import org.apache.calcite.sql.fun.SqlLibrary;
import org.apache.calcite.sql.fun.SqlLibraryOperatorTableFactory;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlNameMatcher;
import org.jspecify.annotations.Nullable;

/**
 * All that a statement may be made of; whatever is not listed here never reaches the planner.
 *
 * <p>Nothing listed reads files, loads classes, opens connections, parses XML or tells about the
 * JVM. Regular expressions are left out because a hostile one cannot be stopped. {@code
 * docs/functions.md} shows each function.
 */
final class Vocabulary {
  /** Functions by the name under which the parser or the operator table has them. */
  static final Set<String> FUNCTIONS =
      names(
          "ABS,ACOS,ACOSH,ASIN,ASINH,ATAN,ATAN2,ATANH,BITAND,BITCOUNT,BITNOT,BITOR,BITXOR,CBRT,CEIL,"
              + "COS,COSH,COT,DEGREES,EXP,FLOOR,GREATEST,LEAST,LN,LOG,LOG10,MOD,PI,POWER,RADIANS,"
              + "RAND,RAND_INTEGER,RANDOM,ROUND,SIGN,SIN,SINH,SQRT,TAN,TANH,TRUNCATE",
          "ASCII,CHAR_LENGTH,CHARACTER_LENGTH,CHR,CONCAT,CONCAT_WS,DIFFERENCE,INITCAP,LEFT,LENGTH,"
              + "LOWER,LPAD,LTRIM,MD5,OCTET_LENGTH,OVERLAY,POSITION,REPEAT,REPLACE,RIGHT,RPAD,"
              + "RTRIM,SHA1,SHA256,SHA512,SOUNDEX,SPLIT_PART,STARTS_WITH,STRPOS,SUBSTR,SUBSTRING,"
              + "TRANSLATE3,TRIM,UPPER",
          "CURRENT_DATE,CURRENT_TIME,CURRENT_TIMESTAMP,DATE_PART,DATE_TRUNC,DAYOFMONTH,DAYOFWEEK,"
              + "DAYOFYEAR,EXTRACT,HOUR,LAST_DAY,LOCALTIME,LOCALTIMESTAMP,MINUTE,MONTH,NOW,QUARTER,"
              + "SECOND,TIMESTAMPADD,TIMESTAMPDIFF,TO_DATE,WEEK,YEAR",
          "CARDINALITY,CAST,COALESCE,NULLIF",
          "ANY_VALUE,APPROX_COUNT_DISTINCT,ARG_MAX,ARG_MIN,ARRAY_AGG,AVG,BIT_AND,BIT_OR,BIT_XOR,"
              + "BOOL_AND,BOOL_OR,COUNT,COVAR_POP,COVAR_SAMP,EVERY,GROUP_ID,GROUPING,GROUPING_ID,"
              + "LISTAGG,MAX,MIN,MODE,REGR_COUNT,REGR_SXX,REGR_SYY,SOME,STDDEV,STDDEV_POP,"
              + "STDDEV_SAMP,STRING_AGG,SUM,VAR_POP,VAR_SAMP,VARIANCE",
          "DENSE_RANK,FIRST_VALUE,LAG,LAST_VALUE,LEAD,NTH_VALUE,NTILE,RANK,ROW_NUMBER");

  private static final Set<String> ESCAPES =
      names(NUMERIC, STRING, SYSTEM, TIME_DATE).stream()
          .map(name -> "{FN " + name + "}")
          .collect(Collectors.toUnmodifiableSet());

  private static final Set<SqlKind> SYNTAX =
      EnumSet.of(
          // statements and their parts
          SqlKind.SELECT,
          SqlKind.INSERT,
          SqlKind.UPDATE,
          SqlKind.DELETE,
          SqlKind.EXPLAIN,
          SqlKind.VALUES,
          SqlKind.EXPLICIT_TABLE,
          SqlKind.WITH,
          SqlKind.WITH_ITEM,
          SqlKind.ORDER_BY,
          SqlKind.DESCENDING,
          SqlKind.NULLS_FIRST,
          SqlKind.NULLS_LAST,
          SqlKind.JOIN,
          SqlKind.LATERAL,
          SqlKind.UNNEST,
          SqlKind.AS,
          SqlKind.UNION,
          SqlKind.INTERSECT,
          SqlKind.EXCEPT,
          SqlKind.GROUPING_SETS,
          SqlKind.CUBE,
          SqlKind.ROLLUP,
          SqlKind.GROUP_BY_DISTINCT,
          SqlKind.OVER,
          SqlKind.WINDOW,
          SqlKind.PRECEDING,
          SqlKind.FOLLOWING,
          SqlKind.FILTER,
          SqlKind.WITHIN_GROUP,
          SqlKind.RESPECT_NULLS,
          SqlKind.DEFAULT,
          // values
          SqlKind.ROW,
          SqlKind.CASE,
          SqlKind.LITERAL_CHAIN,
          SqlKind.ARRAY_VALUE_CONSTRUCTOR,
          SqlKind.ARRAY_QUERY_CONSTRUCTOR,
          SqlKind.ITEM,
          SqlKind.PLUS,
          SqlKind.MINUS,
          SqlKind.TIMES,
          SqlKind.DIVIDE,
          SqlKind.MOD,
          SqlKind.PLUS_PREFIX,
          SqlKind.MINUS_PREFIX,
          SqlKind.BITAND,
          SqlKind.BITXOR,
          // conditions
          SqlKind.AND,
          SqlKind.OR,
          SqlKind.NOT,
          SqlKind.EQUALS,
          SqlKind.NOT_EQUALS,
          SqlKind.LESS_THAN,
          SqlKind.LESS_THAN_OR_EQUAL,
          SqlKind.GREATER_THAN,
          SqlKind.GREATER_THAN_OR_EQUAL,
          SqlKind.BETWEEN,
          SqlKind.LIKE,
          SqlKind.ESCAPE,
          SqlKind.IN,
          SqlKind.NOT_IN,
          SqlKind.SOME,
          SqlKind.ALL,
          SqlKind.EXISTS,
          SqlKind.UNIQUE,
          SqlKind.OVERLAPS,
          SqlKind.IS_NULL,
          SqlKind.IS_NOT_NULL,
          SqlKind.IS_TRUE,
          SqlKind.IS_NOT_TRUE,
          SqlKind.IS_FALSE,
          SqlKind.IS_NOT_FALSE,
          SqlKind.IS_UNKNOWN,
          SqlKind.IS_DISTINCT_FROM,
          SqlKind.IS_NOT_DISTINCT_FROM);

  private static final Set<String> TYPES =
      names(
          "BOOLEAN,TINYINT,SMALLINT,INTEGER,BIGINT,DECIMAL,REAL,FLOAT,DOUBLE",
          "CHAR,VARCHAR,BINARY,VARBINARY,UUID,DATE,TIME,TIMESTAMP,INTERVAL",
          // refused with a better message when a plan is lowered
          "TIME_WITH_LOCAL_TIME_ZONE,TIME_TZ,TIMESTAMP_WITH_LOCAL_TIME_ZONE,TIMESTAMP_TZ");

  /** Reserved words that the planner would take for calls of functions. */
  private static final Set<String> SESSION =
      names(
          "CURRENT_CATALOG,CURRENT_PATH,CURRENT_ROLE,CURRENT_SCHEMA,CURRENT_USER",
          "SESSION_USER,SYSTEM_USER,USER");

  private Vocabulary() {}

  /** The planner's operators and functions, without those that are not listed. */
  static SqlOperatorTable operators() {
    return new Listed(
        SqlLibraryOperatorTableFactory.INSTANCE.getOperatorTable(
            SqlLibrary.STANDARD, SqlLibrary.POSTGRESQL));
  }

  /**
   * Looks at every part of a parsed statement, since the parser makes some calls without the
   * operator table.
   *
   * @throws UncheckedSqlException 42883 for a function, 0A000 for anything else
   */
  static void check(SqlNode statement) {
    statement.accept(new Reader());
  }

  private static boolean contains(SqlOperator operator) {
    return operator instanceof SqlFunction function
        ? containsFunction(function)
        : SYNTAX.contains(operator.getKind()) || operator.equals(SqlStdOperatorTable.CONCAT);
  }

  private static boolean containsFunction(SqlFunction function) {
    SqlIdentifier written = function.getSqlIdentifier();
    String name = function.getName().toUpperCase(Locale.ROOT);
    return (written == null || written.isSimple())
        && (FUNCTIONS.contains(name) || ESCAPES.contains(name));
  }

  private static boolean containsType(SqlTypeNameSpec type) {
    SqlTypeNameSpec element =
        type instanceof SqlCollectionTypeNameSpec array && simpleName(array).equals("ARRAY")
            ? array.getElementTypeName()
            : type;
    return element instanceof SqlBasicTypeNameSpec && TYPES.contains(simpleName(element));
  }

  private static String simpleName(SqlTypeNameSpec type) {
    return type.getTypeName().getSimple().toUpperCase(Locale.ROOT);
  }

  private static Set<String> names(String... lists) {
    return Stream.of(lists)
        .flatMap(list -> Stream.of(list.split(",")))
        .collect(Collectors.toUnmodifiableSet());
  }

  private record Listed(SqlOperatorTable all) implements SqlOperatorTable {
    @Override
    public void lookupOperatorOverloads(
        SqlIdentifier name,
        @Nullable SqlFunctionCategory category,
        SqlSyntax syntax,
        List<SqlOperator> found,
        SqlNameMatcher nameMatcher) {
      List<SqlOperator> unfiltered = new ArrayList<>();
      all.lookupOperatorOverloads(name, category, syntax, unfiltered, nameMatcher);
      unfiltered.stream().filter(Vocabulary::contains).forEach(found::add);
    }

    @Override
    public List<SqlOperator> getOperatorList() {
      return all.getOperatorList().stream().filter(Vocabulary::contains).toList();
    }
  }

  private static final class Reader extends SqlBasicVisitor<@Nullable Void> {
    @Override
    public @Nullable Void visit(SqlCall call) {
      if (TokenSyntax.isTokenTable(call)) {
        return null; // whoever has resolved it has looked at all of it
      }
      SqlOperator operator = call.getOperator();
      if (!contains(operator)) {
        throw new UncheckedSqlException(
            operator instanceof SqlFunction
                ? Failure.UNKNOWN_FUNCTION.because(
                    "There is no function " + named(operator) + place(call.getParserPosition()))
                : Failure.NOT_SUPPORTED.because("The driver does not do " + named(operator)));
      }
      // What stands behind AS is a name, whatever it is.
      return call.getKind() == SqlKind.AS ? call.operand(0).accept(this) : super.visit(call);
    }

    @Override
    public @Nullable Void visit(SqlIdentifier name) {
      if (SESSION.contains(name.toString().toUpperCase(Locale.ROOT))
          && !name.isComponentQuoted(0)) {
        throw new UncheckedSqlException(
            Failure.NOT_SUPPORTED.because("The driver does not tell " + name + " in SQL"));
      }
      return null;
    }

    private static String named(SqlOperator operator) {
      return operator.getName().isEmpty() ? operator.getKind().sql : operator.getName();
    }

    private static String place(SqlParserPos place) {
      return " (line " + place.getLineNum() + ", column " + place.getColumnNum() + ")";
    }

    @Override
    public @Nullable Void visit(SqlDataTypeSpec type) {
      if (!containsType(type.getTypeNameSpec())) {
        throw new UncheckedSqlException(
            Failure.NOT_SUPPORTED.because(
                "There is no type " + type.getTypeNameSpec().getTypeName()));
      }
      return null;
    }
  }
}
