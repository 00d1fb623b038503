package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

final class LikePatternTests {
  private static final String PATTERN_ALPHABET = "ab%_\\";
  private static final String TEXT_ALPHABET = "ab%_\\";

  @Test
  void it_agrees_with_the_same_pattern_as_a_regular_expression() {
    Random random = new Random(7);
    for (int i = 0; i < 50_000; i++) {
      String pattern = text(random, PATTERN_ALPHABET);
      String text = text(random, TEXT_ALPHABET);

      assertThat(LikePattern.of(pattern).matches(text))
          .as("'%s' LIKE '%s'", text, pattern)
          .isEqualTo(regex(pattern).matcher(text).matches());
    }
  }

  @Test
  void a_long_text_that_nearly_matches_ends_soon() {
    LikePattern pattern = LikePattern.of("%a".repeat(30) + "%b");

    assertThat(pattern.matches("a".repeat(10_000))).isFalse();
  }

  private static String text(Random random, String alphabet) {
    StringBuilder text = new StringBuilder();
    for (int length = random.nextInt(7); length > 0; length--) {
      text.append(alphabet.charAt(random.nextInt(alphabet.length())));
    }
    return text.toString();
  }

  private static Pattern regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        regex.append(Pattern.quote(pattern.substring(++i, i + 1)));
      } else {
        regex.append(c == '%' ? ".*" : c == '_' ? "." : Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
