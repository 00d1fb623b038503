package io.workspacesql.golden;

import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a small organization truly holds, seen without the driver. */
record TrueState(DemoOrganization organization, String token) {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  static TrueState of(DemoOrganization organization) throws IOException, InterruptedException {
    String login =
        "{\"client_id\": \"%s\", \"client_secret\": \"%s\"}"
            .formatted(organization.clientId(), organization.clientSecret());
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(organization.base() + "/account/applications/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(login))
            .build();
    return new TrueState(organization, first("access_token", send(request)));
  }

  /** The list of workspaces as the server gives it. */
  String list() throws IOException, InterruptedException {
    return send(
        HttpRequest.newBuilder(URI.create(organization.base() + "/workspaces"))
            .header("Authorization", "Bearer " + token)
            .build());
  }

  String firstId() throws IOException, InterruptedException {
    return first("id", list());
  }

  private static String send(HttpRequest request) throws IOException, InterruptedException {
    return CLIENT.send(request, BodyHandlers.ofString()).body();
  }

  private static String first(String field, String json) {
    Matcher found = Pattern.compile('"' + field + "\"\\s*:\\s*\"([^\"]+)").matcher(json);
    if (!found.find()) {
      throw new AssertionError("No " + field + " in " + json);
    }
    return found.group(1);
  }
}
