package io.workspacesql.sql;

import java.util.Locale;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/**
 * Gives what can be spelled in several ways the one spelling that the planner takes: {@code {fn
 * ucase(x)}} in upper case, and text such as {@code U&'\00DF'} or {@code _UTF8'ß'} without its
 * character set, since all text has the same.
 */
final class PlainSpelling extends SqlShuttle {
  private static final String ESCAPE = "{fn ";

  private PlainSpelling() {}

  static SqlNode of(SqlNode statement) {
    SqlNode plain = statement.accept(new PlainSpelling());
    return plain == null ? statement : plain;
  }

  @Override
  public SqlNode visit(SqlLiteral literal) {
    return literal instanceof SqlCharStringLiteral
            && literal.getValue() instanceof NlsString text
            && text.getCharsetName() != null
        ? SqlLiteral.createCharString(text.getValue(), literal.getParserPosition())
        : literal;
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode visited = super.visit(call);
    if (!(visited instanceof SqlCall plain)
        || !(plain.getOperator() instanceof SqlJdbcFunctionCall function)) {
      return visited;
    }
    String name = function.getName().substring(ESCAPE.length(), function.getName().length() - 1);
    return function(name.toUpperCase(Locale.ROOT))
        .createCall(plain.getParserPosition(), plain.getOperandList());
  }

  /** UCASE and LCASE become UPPER and LOWER, whose results may be longer than their operand. */
  private static SqlFunction function(String name) {
    String standard = name.equals("UCASE") ? "UPPER" : "LOWER";
    return name.equals("UCASE") || name.equals("LCASE")
        ? new SqlUnresolvedFunction(
            new SqlIdentifier(standard, SqlParserPos.ZERO),
            null,
            null,
            null,
            null,
            SqlFunctionCategory.USER_DEFINED_FUNCTION)
        : new SqlJdbcFunctionCall(name);
  }
}
