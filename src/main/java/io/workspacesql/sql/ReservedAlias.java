package io.workspacesql.sql;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.jspecify.annotations.Nullable;

/**
 * An alias that is a reserved word, as in {@code COUNT(*) AS COUNT}. Other databases take it after
 * AS, and SchemaCrawler counts rows so; the parser wants it in quotes.
 */
final class ReservedAlias {
  private static final Pattern AS_BEFORE =
      Pattern.compile("\\bAS\\s+\\z", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("\\w+");

  private ReservedAlias() {}

  /**
   * The statement with the word at {@code place} in quotes.
   *
   * @param place where the parser stopped
   * @return empty when no word stands there, or no AS before it
   */
  static Optional<String> quoted(String sql, @Nullable SqlParserPos place) {
    if (place == null) {
      return Optional.empty();
    }
    int start = offset(sql, place);
    Matcher word = WORD.matcher(sql).region(start, sql.length());
    Matcher as = AS_BEFORE.matcher(sql).region(0, start);
    if (!word.lookingAt() || !as.find()) {
      return Optional.empty();
    }
    return Optional.of(
        sql.substring(0, start) + '"' + word.group() + '"' + sql.substring(word.end()));
  }

  private static int offset(String sql, SqlParserPos place) {
    int start = 0;
    for (int line = 1; line < place.getLineNum(); line++) {
      start = sql.indexOf('\n', start) + 1;
    }
    return Math.min(sql.length(), start + Math.max(0, place.getColumnNum() - 1));
  }
}
