package io.workspacesql.sql;

import io.workspacesql.error.Failure;
import io.workspacesql.plan.TokenSettings;
import io.workspacesql.sql.token.TokenSyntax;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.calcite.avatica.util.Casing;
import org.apache.calcite.avatica.util.Quoting;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlNodeList;
import org.apache.calcite.sql.parser.SqlParseException;
import org.apache.calcite.sql.parser.SqlParser;
import org.apache.calcite.sql.validate.SqlConformanceEnum;
import org.jspecify.annotations.Nullable;

/** Text becomes a syntax tree, by Calcite's parser and nothing else. */
final class StatementParser {
  /** Names keep their spelling and match without regard to case. */
  private static final SqlParser.Config CONFIG =
      SqlParser.config()
          .withQuoting(Quoting.DOUBLE_QUOTE)
          .withUnquotedCasing(Casing.UNCHANGED)
          .withQuotedCasing(Casing.UNCHANGED)
          .withCaseSensitive(false)
          .withIdentifierMaxLength(StatementLimits.NAME_CHARACTERS)
          .withConformance(SqlConformanceEnum.LENIENT);

  /** Each costs one more parsing of the statement. */
  private static final int MAX_RESERVED_ALIASES = 32;

  /** Statements that other databases have; the parser does not know most of them. */
  private static final Pattern BEYOND_THE_API =
      Pattern.compile(
          "(create|alter|drop|truncate|grant|revoke|rename|comment|merge|call|begin|start"
              + "|commit|rollback|savepoint|set|show|use|vacuum|analyze|lock|copy)\\b",
          Pattern.CASE_INSENSITIVE);

  private StatementParser() {}

  /**
   * The statement, with or without semicolons behind it; empty for blank text and comments.
   *
   * @param tokens null = the statement may not mint tokens
   */
  static Optional<SqlNode> parse(String sql, @Nullable TokenSettings tokens) throws SQLException {
    if (BlankText.isBlank(sql)) {
      return Optional.empty();
    }
    StatementLimits.check(sql);
    try {
      SqlNodeList statements = statements(BracedClauses.plain(sql));
      if (statements.size() != 1) {
        throw Failure.NOT_SUPPORTED.because(
            "More than one statement in one call: send them singly");
      }
      StatementLimits.check(statements.get(0));
      SqlNode plain = PlainSpelling.of(BalancedLogic.of(statements.get(0)));
      SqlNode statement = TokenSyntax.resolved(plain, tokens);
      Vocabulary.check(statement);
      return Optional.of(statement);
    } catch (SqlParseException e) {
      String statement = BlankText.after(sql);
      throw BEYOND_THE_API.matcher(statement).lookingAt()
          ? beyond(firstWord(statement))
          : PlannerFailures.of(e);
    }
  }

  private static SQLException beyond(String word) {
    return Failure.NOT_SUPPORTED.because(
        word.equals("SHOW")
            ? "SHOW is no SQL: SELECT from information_schema.tables or information_schema.columns"
            : "The API cannot do this: " + word);
  }

  /** Tells the first mistake, also when others were found after it had been taken for an alias. */
  private static SqlNodeList statements(String sql) throws SqlParseException {
    try {
      return SqlParser.create(sql, CONFIG).parseStmtList();
    } catch (SqlParseException e) {
      Optional<SqlNodeList> statements = withAliases(sql, e);
      if (statements.isEmpty()) {
        throw e;
      }
      return statements.get();
    }
  }

  private static Optional<SqlNodeList> withAliases(String sql, SqlParseException first) {
    Optional<String> quoted = ReservedAlias.quoted(sql, first.getPos());
    for (int i = 0; i < MAX_RESERVED_ALIASES && quoted.isPresent(); i++) {
      try {
        return Optional.of(SqlParser.create(quoted.get(), CONFIG).parseStmtList());
      } catch (SqlParseException e) {
        quoted = ReservedAlias.quoted(quoted.get(), e.getPos());
      }
    }
    return Optional.empty();
  }

  private static String firstWord(String sql) {
    return sql.split("\\s", 2)[0].toUpperCase(Locale.ROOT);
  }
}
