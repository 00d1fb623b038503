package io.workspacesql.config;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A secret as it may stand in somebody else's text: plain, percent-encoded, within Base64. */
final class SecretForms {
  /** Bytes that three characters of Base64 are the same for, whatever stands around them. */
  private static final int BASE64_GROUP = 3;

  /** Shorter pieces of Base64 stand in texts by chance. */
  private static final int TELLING = 6;

  private SecretForms() {}

  /** Finds each of them. */
  static Pattern of(String secret) {
    String percent = URLEncoder.encode(secret, StandardCharsets.UTF_8);
    Stream<String> plain =
        Stream.of(secret, percent, percent.replace("+", "%20"))
            .map(form -> "(?i:" + Pattern.quote(form) + ")");
    return Pattern.compile(Stream.concat(base64(secret), plain).collect(Collectors.joining("|")));
  }

  private static Stream<String> base64(String secret) {
    return IntStream.range(0, BASE64_GROUP)
        .mapToObj(before -> middleOfBase64(before, secret))
        .filter(middle -> middle.length() >= TELLING)
        .flatMap(middle -> Stream.of(middle, middle.replace('+', '-').replace('/', '_')))
        .map(Pattern::quote);
  }

  /** What stands in the Base64 of all texts that have the secret behind so many bytes. */
  private static String middleOfBase64(int before, String secret) {
    byte[] bytes = (" ".repeat(before) + secret).getBytes(StandardCharsets.UTF_8);
    String text = Base64.getEncoder().withoutPadding().encodeToString(bytes);
    int begin = before == 0 ? 0 : before + 1;
    int end = bytes.length % BASE64_GROUP == 0 ? text.length() : text.length() - 1;
    return begin < end ? text.substring(begin, end) : "";
  }
}
