package io.workspacesql.golden;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How many requests an example's plan allows and how many were sent.
 *
 * @param planned {@link Long#MAX_VALUE} when the plan has a bound in rows, or is not shown
 */
record Bound(long planned, long sent) {
  private static final Pattern REQUESTS = Pattern.compile("(.+?) × .*");

  static Bound of(Map<String, List<String>> outcome) {
    List<String> plan = outcome.get("plan");
    return new Bound(
        plan == null ? Long.MAX_VALUE : sum(plan),
        sum(outcome.getOrDefault("requests", List.of())));
  }

  private static long sum(List<String> lines) {
    long sum = 0;
    for (String line : lines) {
      Matcher matcher = REQUESTS.matcher(line);
      if (matcher.matches() && !matcher.group(1).matches("\\d+")) {
        return Long.MAX_VALUE;
      }
      sum += matcher.matches() ? Long.parseLong(matcher.group(1)) : 0;
    }
    return sum;
  }
}
