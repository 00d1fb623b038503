package io.workspacesql.model;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where a workspace can be: regions have names here, since the API knows them by UUID alone. */
public final class Region {
  private static final Pattern UUID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** As the API's documentation of {@code region_id} lists them. */
  private static final Map<String, String> NAMED =
      Map.of(
          "us", "645a183f-b12b-4c6e-8ad3-99e165603450",
          "eu", "b9e48d61-f082-4a14-a8d0-799a907938cb");

  private Region() {}

  /** What a region's text looks like, in words that complete "must be …". */
  public static String form() {
    return "us, eu or the UUID of a region";
  }

  /** The UUID of a region that is given by name or UUID, without regard to case; null = neither. */
  public static @Nullable String id(String text) {
    String word = text.toLowerCase(Locale.ROOT);
    String known = NAMED.getOrDefault(word, word);
    return UUID.matcher(known).matches() ? known : null;
  }
}
