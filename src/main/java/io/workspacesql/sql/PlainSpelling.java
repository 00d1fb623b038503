package io.workspacesql.sql;

import java.util.Locale;
import java.util.Objects;
import org.apache.calcite.sql.SqlBasicTypeNameSpec;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlCharStringLiteral;
import org.apache.calcite.sql.SqlDataTypeSpec;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlFunctionCategory;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlJdbcDataTypeName;
import org.apache.calcite.sql.SqlJdbcFunctionCall;
import org.apache.calcite.sql.SqlLiteral;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlUnresolvedFunction;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.type.SqlTypeName;
import org.apache.calcite.sql.util.SqlShuttle;
import org.apache.calcite.util.NlsString;
import org.jspecify.annotations.Nullable;

/**
 * Gives what can be spelled in several ways the one spelling that the planner takes: {@code {fn
 * ucase(x)}} in upper case, {@code {fn CONVERT(x, SQL_DATE)}} as a cast, and text such as {@code
 * U&'\00DF'} or {@code _UTF8'ß'} and the type in {@code CAST(x AS VARCHAR CHARACTER SET
 * "ISO-8859-1")} without their character set, since all text has the same.
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

  /** Calcite's JDBC adapter casts text to its own character set when it compares it. */
  @Override
  public @Nullable SqlNode visit(SqlDataTypeSpec type) {
    if (!(type.getTypeNameSpec() instanceof SqlBasicTypeNameSpec name)
        || name.getCharSetName() == null) {
      return type;
    }
    SqlTypeName of = Objects.requireNonNull(SqlTypeName.get(name.getTypeName().getSimple()));
    return new SqlDataTypeSpec(
        new SqlBasicTypeNameSpec(of, name.getPrecision(), name.getParserPos()),
        type.getTimeZone(),
        type.getNullable(),
        type.getParserPosition());
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    SqlNode visited = super.visit(call);
    if (!(visited instanceof SqlCall plain)
        || !(plain.getOperator() instanceof SqlJdbcFunctionCall function)) {
      return visited;
    }
    String name = function.getName().substring(ESCAPE.length(), function.getName().length() - 1);
    if (name.equalsIgnoreCase("CONVERT")
        && plain.operand(1) instanceof SqlLiteral literal
        && literal.getValue() instanceof SqlJdbcDataTypeName type) {
      SqlParserPos place = plain.getParserPosition();
      return SqlStdOperatorTable.CAST.createCall(
          place, plain.operand(0), type.createDataType(literal.getParserPosition()));
    }
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
