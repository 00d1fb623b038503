package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.sql.ReservedWords;
import java.sql.SQLException;
import java.util.regex.Pattern;

/** Names as SQL text writes them, after the javadoc of {@link java.sql.Statement}. */
final class Quoting {
  /** JDBC's limit for a simple name. */
  private static final int MAX_SIMPLE = 128;

  private static final Pattern SIMPLE = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
  private static final Pattern QUOTED = Pattern.compile("\".+\"", Pattern.DOTALL);

  private Quoting() {}

  /** Whether the name needs no quotes: ASCII letters, digits and underscores, and not reserved. */
  static boolean isSimple(String name) {
    return name.length() <= MAX_SIMPLE
        && SIMPLE.matcher(name).matches()
        && !ReservedWords.contains(name);
  }

  /** The name in double quotes, which it may have already. */
  static String quoted(String name) throws SQLException {
    String bare = QUOTED.matcher(name).matches() ? name.substring(1, name.length() - 1) : name;
    if (bare.isEmpty() || bare.indexOf('"') >= 0 || bare.indexOf('\0') >= 0) {
      throw Failure.INVALID_PARAMETER.because("No quotes make a name of " + name);
    }
    return '"' + bare + '"';
  }
}
