package io.workspacesql.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("threat-13")
final class PrintableTests {
  @ParameterizedTest
  @ValueSource(
      strings = {"plain", "İstanbul ß Σ", "株式会社", "Rocket 🚀", "👩\u200D👧", "back\\slash"})
  void harmless_text_stays_as_it_is(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u0000", "\u0007", "\u001B", "\u007F", "\u009B", "\u202E", "\u2066", "\u2028", "\u200B",
        "\uD83D"
      })
  void what_could_mislead_is_escaped(String text) {
    assertThat(Printable.of(text))
        .isEqualTo(
            "\\u{" + Integer.toHexString(text.charAt(0)).toUpperCase(java.util.Locale.ROOT) + "}");
  }

  @ParameterizedTest
  @CsvSource({"abc,3", "株式,4", "🚀,2", "Cafe\u0301,4", "ｗｉｄｅ,8", "한국,4"})
  void width_counts_the_columns_of_a_terminal(String text, int columns) {
    assertThat(Printable.width(text)).isEqualTo(columns);
  }
}
