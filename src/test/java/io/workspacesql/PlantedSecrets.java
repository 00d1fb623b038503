package io.workspacesql;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * How the secrets of all tests look. Those that tests make up hold the word canary; the demo has
 * one of its own, and its tokens have a form that nothing else has.
 */
public final class PlantedSecrets {
  private static final String WORD = "canary";
  private static final String DEMO_SECRET = "demo-secret";
  private static final String DEMO_TOKEN = "\\b[\\w-]{32,54}\\.[\\w-]{43}\\b";
  private static final Pattern SECRET =
      Pattern.compile(
          Stream.concat(Stream.of("(?i:" + WORD + ")", DEMO_SECRET, DEMO_TOKEN), encoded())
              .collect(Collectors.joining("|")));

  private PlantedSecrets() {}

  /** Where a secret stands in a text. */
  public static OptionalInt in(String text) {
    Matcher secret = SECRET.matcher(text);
    return secret.find() ? OptionalInt.of(secret.start()) : OptionalInt.empty();
  }

  /** The word within Base64, which has it in three forms, by what stands before it. */
  private static Stream<String> encoded() {
    return IntStream.range(0, 3)
        .mapToObj(
            before -> {
              byte[] bytes = (" ".repeat(before) + WORD).getBytes(StandardCharsets.US_ASCII);
              String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
              // The ends depend on what stands beside the word.
              return text.substring(before == 0 ? 0 : before + 1, text.length() - 1);
            });
  }
}
