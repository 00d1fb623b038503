package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tokens of a demo organization, got as a program that hands them on would get them. */
public final class DemoTokens {
  private static final Pattern TOKEN = Pattern.compile("\"(?:access_)?token\":\"([^\"]+)\"");
  private static final String APPLICATIONS = "/account/applications/";

  private DemoTokens() {}

  /** An application token. */
  public static String application(DemoOrganization organization) {
    String body =
        "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
            .formatted(organization.clientId(), organization.clientSecret());
    return token(post(organization, APPLICATIONS + "token", body, ""));
  }

  /** A scoped token for the workspace of this name, which is created when there is none. */
  public static String scoped(DemoOrganization organization, String name) {
    String body = "{\"workspace_name\":\"" + name + "\"}";
    String path = APPLICATIONS + "scoped-token";
    return token(post(organization, path, body, application(organization)));
  }

  /** Does something with an application token, such as renaming a workspace behind a connection. */
  public static void send(DemoOrganization organization, String method, String path, String body) {
    send(organization, method, path, body, application(organization));
  }

  private static String post(
      DemoOrganization organization, String path, String body, String token) {
    return send(organization, "POST", path, body, token);
  }

  private static String send(
      DemoOrganization organization, String method, String path, String body, String token) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(organization.base() + path))
            .header("Authorization", "Bearer " + token)
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
      return answer.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static String token(String body) {
    Matcher matcher = TOKEN.matcher(body);
    assertThat(matcher.find()).as(body).isTrue();
    return matcher.group(1);
  }
}
