package io.workspacesql.jdbc;

import io.workspacesql.jdbc.metadata.DatabaseFacts;

/** What of a program's name goes into the User-Agent. */
final class ApplicationName {
  private ApplicationName() {}

  /** The name cut to its limit, with a question mark for what is not printable ASCII. */
  static String sendable(String name) {
    return name.codePoints()
        .limit(DatabaseFacts.APPLICATION_NAME_LENGTH)
        .map(c -> c >= ' ' && c <= '~' ? c : '?')
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
