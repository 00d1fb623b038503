package io.workspacesql.sql;

import java.util.Locale;
import org.apache.calcite.sql.parser.SqlAbstractParserImpl;
import org.apache.calcite.sql.parser.SqlParser;

/** The words that the parser does not take for a name unless they are quoted. */
public final class ReservedWords {
  private static final SqlAbstractParserImpl.Metadata WORDS = SqlParser.create("").getMetadata();

  private ReservedWords() {}

  /** Whether this is one of them, without regard to case. */
  public static boolean contains(String word) {
    return WORDS.isReservedWord(word.toUpperCase(Locale.ROOT));
  }
}
