package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Set;
import org.apache.calcite.sql.parser.SqlParseException;

/** Statements that are SQL but that the driver has no use for: no syntax error, but 0A000. */
final class ForeignStatements {
  private static final Set<String> FIRST_WORDS =
      Set.of(
          "ALTER",
          "ANALYZE",
          "BEGIN",
          "COMMENT",
          "COMMIT",
          "COPY",
          "CREATE",
          "DROP",
          "GRANT",
          "LOCK",
          "REVOKE",
          "ROLLBACK",
          "SAVEPOINT",
          "SHOW",
          "START",
          "TRUNCATE",
          "USE",
          "VACUUM");

  private ForeignStatements() {}

  /** The failure to tell when this text cannot be parsed. */
  static SQLException failure(String sql, SqlParseException e) {
    String word = firstWord(BlankText.after(sql));
    return FIRST_WORDS.contains(word)
        ? Failure.NOT_SUPPORTED.because("The driver does not run " + word)
        : PlannerFailures.of(e);
  }

  private static String firstWord(String text) {
    int end = 0;
    while (end < text.length() && Character.isLetter(text.charAt(end))) {
      end++;
    }
    return text.substring(0, end).toUpperCase(Locale.ROOT);
  }
}
