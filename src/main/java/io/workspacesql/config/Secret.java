package io.workspacesql.config;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A value that is never printed: {@link #toString} shows {@code ***}. Only the code that sends it
 * calls {@link #reveal}.
 */
public final class Secret {
  private final String value;

  /** Made when first needed, perhaps by several threads, then always the same. */
  private volatile @Nullable Pattern forms;

  private Secret(String value) {
    this.value = value;
  }

  public static Secret of(String value) {
    return new Secret(value);
  }

  /** The value itself: for a request's header or body, nothing else. */
  public String reveal() {
    return value;
  }

  /**
   * The text with {@code ***} in the place of the value, also where it is percent-encoded or within
   * Base64: servers and proxies quote what they were sent.
   */
  public String hiddenIn(String text) {
    return value.isEmpty()
        ? text
        : forms().matcher(text).replaceAll(Matcher.quoteReplacement(toString()));
  }

  private Pattern forms() {
    Pattern known = forms;
    if (known == null) {
      known = SecretForms.of(value);
      forms = known;
    }
    return known;
  }

  /** SHA-256 in hex: what a cache key may hold in its place. */
  public String fingerprint() {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Secret secret
        && MessageDigest.isEqual(
            value.getBytes(StandardCharsets.UTF_8), secret.value.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return "***";
  }
}
