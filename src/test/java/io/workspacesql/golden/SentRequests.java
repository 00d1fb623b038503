package io.workspacesql.golden;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The requests that arrived at the organization's socket. Safe for use by several threads. */
final class SentRequests {
  private static final Pattern BASE = Pattern.compile("^/api/v1");
  private static final Pattern ID = Pattern.compile("/[0-9a-f-]{36}");
  private static final Pattern CURSOR = Pattern.compile("cursor=[^&]+");

  private final List<String> requests = new ArrayList<>();

  synchronized void add(String method, String target) {
    requests.add(method + " " + readable(target));
  }

  synchronized void clear() {
    requests.clear();
  }

  /** How often each was sent, by text: requests in parallel arrive in any order. */
  synchronized List<String> lines() {
    Map<String, Integer> counts = new TreeMap<>();
    requests.forEach(request -> counts.merge(request, 1, Integer::sum));
    return counts.isEmpty()
        ? List.of("none")
        : counts.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList();
  }

  private static String readable(String target) {
    String path = BASE.matcher(target).replaceFirst("");
    path = ID.matcher(path).replaceAll("/{id}");
    path = CURSOR.matcher(path).replaceAll("cursor=…");
    return Text.printable(URLDecoder.decode(path, StandardCharsets.UTF_8));
  }
}
