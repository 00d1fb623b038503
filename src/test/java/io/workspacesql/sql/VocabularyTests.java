package io.workspacesql.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlOperator;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.parser.SqlParserPos;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.validate.SqlNameMatchers;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("threat-7")
class VocabularyTests {
  private static final Pattern EXAMPLE = Pattern.compile("(SELECT .*); +-- .*");

  @Test
  void the_page_shows_each_function() throws Exception {
    Set<String> called = calledOnThePage();
    assertThat(Vocabulary.FUNCTIONS).filteredOn(name -> !called.contains(name)).isEmpty();
  }

  @Test
  void the_page_shows_each_escape() throws Exception {
    String page = Files.readString(Path.of("docs/functions.md"));
    assertThat(escapes()).filteredOn(name -> !page.contains("{fn " + name + "(")).isEmpty();
  }

  @Test
  void the_planner_finds_no_function_that_is_not_listed() {
    List<SqlOperator> hidden =
        SqlStdOperatorTable.instance().getOperatorList().stream()
            .filter(SqlFunction.class::isInstance)
            .filter(function -> !Vocabulary.FUNCTIONS.contains(function.getName()))
            .toList();
    assertThat(hidden).hasSizeGreaterThan(50).allSatisfy(f -> assertThat(found(f)).isEmpty());
    assertThat(found(SqlStdOperatorTable.LOWER)).isNotEmpty();
  }

  private static List<SqlOperator> found(SqlOperator function) {
    List<SqlOperator> found = new ArrayList<>();
    Vocabulary.operators()
        .lookupOperatorOverloads(
            new SqlIdentifier(function.getName(), SqlParserPos.ZERO),
            null,
            function.getSyntax(),
            found,
            SqlNameMatchers.withCaseSensitive(false));
    return found;
  }

  private static Stream<String> escapes() {
    return Stream.of(
            EscapeFunctions.NUMERIC,
            EscapeFunctions.STRING,
            EscapeFunctions.SYSTEM,
            EscapeFunctions.TIME_DATE)
        .flatMap(list -> Stream.of(list.split(",")));
  }

  private static Set<String> calledOnThePage() throws Exception {
    Set<String> called = new HashSet<>();
    for (String sql : examples()) {
      StatementParser.parse(sql, null)
          .orElseThrow()
          .accept(
              new SqlBasicVisitor<Void>() {
                @Override
                public Void visit(SqlCall call) {
                  called.add(call.getOperator().getName().toUpperCase(Locale.ROOT));
                  return super.visit(call);
                }

                // CURRENT_DATE and its like are calls without brackets.
                @Override
                public Void visit(SqlIdentifier name) {
                  called.add(name.toString().toUpperCase(Locale.ROOT));
                  return null;
                }
              });
    }
    return called;
  }

  private static Iterable<String> examples() throws IOException {
    return Files.readAllLines(Path.of("docs/functions.md")).stream()
        .map(EXAMPLE::matcher)
        .filter(Matcher::matches)
        .map(example -> example.group(1))
        .toList();
  }
}
