package io.workspacesql.golden;

import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.LoggedRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** The requests that arrived at an organization's socket since a moment. */
final class SentRequests {
  private static final Pattern ID = Pattern.compile("/[0-9a-f-]{36}");
  private static final Pattern WORKSPACE = Pattern.compile("workspace_id=[0-9a-f-]{36}");
  private static final Pattern CURSOR = Pattern.compile("cursor=[^&]+");

  private final DemoOrganization organization;
  private final int earlier;

  private SentRequests(DemoOrganization organization) {
    this.organization = organization;
    this.earlier = organization.log().size();
  }

  static SentRequests fromNow(DemoOrganization organization) {
    return new SentRequests(organization);
  }

  /** How often each was sent, by text: requests in parallel arrive in any order. */
  List<String> lines() {
    Map<String, Integer> counts = new TreeMap<>();
    List<LoggedRequest> log = organization.log();
    log.subList(earlier, log.size())
        .forEach(request -> counts.merge(readable(request), 1, Integer::sum));
    return counts.isEmpty()
        ? List.of("none")
        : counts.entrySet().stream().map(e -> e.getValue() + " × " + e.getKey()).toList();
  }

  private static String readable(LoggedRequest request) {
    String path = ID.matcher(request.path()).replaceAll("/{id}");
    path = WORKSPACE.matcher(path).replaceAll("workspace_id={id}");
    path = CURSOR.matcher(path).replaceAll("cursor=…");
    String body = request.body().isEmpty() ? "" : " " + request.body();
    return Text.printable(
        request.method() + " " + URLDecoder.decode(path, StandardCharsets.UTF_8) + body);
  }
}
