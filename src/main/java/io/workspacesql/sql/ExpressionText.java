package io.workspacesql.sql;

import java.util.regex.Pattern;
import org.apache.calcite.rel.RelNode;
import org.apache.calcite.rel.rel2sql.SqlImplementor;
import org.apache.calcite.rex.RexNode;
import org.apache.calcite.rex.RexUtil;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlWriterConfig;
import org.apache.calcite.sql.dialect.PostgresqlSqlDialect;
import org.apache.calcite.sql.parser.SqlParserPos;

/** Expressions of a plan as SQL that people read. */
final class ExpressionText {
  /** Literals of a plan name their character set, although all text has the same. */
  private static final Pattern CHARACTER_SET = Pattern.compile("_UTF-8(?=')");

  private ExpressionText() {}

  /** The expression over the rows of {@code input}. */
  static String of(RexNode expression, RelNode input) {
    if (RexUtil.containsCorrelation(expression)) {
      return "what depends on the row of the outer query";
    }
    RexNode readable = ReadableMoments.in(expression, input);
    SqlImplementor.Context context =
        new SqlImplementor.SimpleContext(
            PostgresqlSqlDialect.DEFAULT,
            field ->
                new SqlIdentifier(
                    input.getRowType().getFieldNames().get(field), SqlParserPos.ZERO));
    try {
      return CHARACTER_SET.matcher(text(context.toSql(null, readable))).replaceAll("");
    } catch (RuntimeException | AssertionError e) {
      return expression.toString(); // no SQL for it; EXPLAIN must not fail a statement that runs
    }
  }

  private static String text(SqlNode expression) {
    return expression
        .toSqlString(
            config ->
                config
                    .withDialect(PostgresqlSqlDialect.DEFAULT)
                    .withQuoteAllIdentifiers(false)
                    .withLineFolding(SqlWriterConfig.LineFolding.WIDE))
        .getSql();
  }
}
