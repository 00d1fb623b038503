package io.workspacesql.golden;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.catalog.TokenFunctions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The reference of {@code docs/tokens.md}, made of the catalog. */
final class TokensPage {
  static final Path FILE = Path.of("docs/tokens.md");

  private TokensPage() {}

  /** The page with its functions as they should be. */
  static String text() throws IOException {
    List<String> lines = new ArrayList<>();
    List<FunctionDefinition> plain = TokenFunctions.all(false);
    TokenFunctions.all(true).forEach(function -> add(lines, function, plain));
    return new GeneratedPage(Files.readString(FILE)).with("token functions", lines).text();
  }

  private static void add(
      List<String> lines, FunctionDefinition function, List<FunctionDefinition> plain) {
    lines.addAll(
        List.of(
            "", "### " + function.schema() + "." + function.name(), "", function.remarks() + "."));
    lines.addAll(List.of("", "| argument | must be given | what it is |", "| --- | --- | --- |"));
    for (ColumnDefinition argument : function.arguments()) {
      boolean everywhere =
          plain.stream()
              .filter(other -> other.name().equals(function.name()))
              .anyMatch(other -> other.argument(argument.name()).isPresent());
      lines.add(
          GeneratedPage.row(
              List.of(
                  "`" + argument.name() + "`",
                  argument.nullable() ? "no" : "yes",
                  argument.remarks() + (everywhere ? "" : "; with `apiDialect=embedded`"))));
    }
    lines.addAll(List.of("", "| column | what it is |", "| --- | --- |"));
    for (ColumnDefinition column : function.columns()) {
      lines.add(GeneratedPage.row(List.of("`" + column.name() + "`", column.remarks())));
    }
  }
}
