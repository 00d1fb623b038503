package io.workspacesql.config;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Spellings of a host that have one meaning everywhere. Refused are those that resolvers, proxies
 * and comparisons read in different ways: a trailing dot, numbers that are no dotted quad ({@code
 * 2130706433}, {@code 0x7f.1}, {@code 0177.0.0.1}), characters beyond ASCII, IPv6 zones.
 */
final class Host {
  private static final Pattern NAME =
      Pattern.compile(
          "(?i)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*");
  private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(?i)(.*\\.)?([0-9]+|0x[0-9a-f]*)");
  private static final String OCTET = "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("(?i)\\[[0-9a-f:.]{2,45}]");
  private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "[::1]");
  private static final int MAX_NAME_LENGTH = 253;

  private Host() {}

  /** An IPv6 address stands in brackets; its inner syntax is for {@link java.net.URI} to judge. */
  static boolean isValid(String host) {
    if (host.length() > MAX_NAME_LENGTH) {
      return false;
    }
    return ENDS_IN_NUMBER.matcher(host).matches()
        ? IPV4.matcher(host).matches()
        : NAME.matcher(host).matches() || IPV6.matcher(host).matches();
  }

  /** Whether a valid host is this machine by its spelling: nothing is resolved. */
  static boolean isLoopback(String host) {
    return LOOPBACK_NAMES.contains(host.toLowerCase(Locale.ROOT))
        || (IPV4.matcher(host).matches() && host.startsWith("127."));
  }
}
