package io.workspacesql.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Talks to a demo organization over its socket, as any client would. */
final class DemoClient {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final DemoOrganization organization;
  private String token;

  private DemoClient(DemoOrganization organization) {
    this.organization = organization;
  }

  static DemoClient of(DemoOrganization organization) {
    return new DemoClient(organization);
  }

  static DemoClient loggedIn(DemoOrganization organization) {
    DemoClient client = new DemoClient(organization);
    Answer answer = client.mint(organization.clientId(), organization.clientSecret());
    client.token = answer.json().get("access_token").asText();
    return client;
  }

  Answer mint(String id, String secret) {
    return post("{\"client_id\":\"" + id + "\",\"client_secret\":\"" + secret + "\"}");
  }

  Answer post(String body) {
    return send(
        HttpRequest.newBuilder(uri("/account/applications/token"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  Answer put(String path, String body) {
    return send("PUT", path, body);
  }

  Answer post(String path, String body) {
    return send("POST", path, body);
  }

  Answer delete(String path) {
    return send(authorized(path).DELETE());
  }

  Answer send(String method, String path, String body) {
    return send(
        authorized(path)
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofString(body)));
  }

  /** The same client with another bearer token. */
  DemoClient withToken(String other) {
    DemoClient client = new DemoClient(organization);
    client.token = other;
    return client;
  }

  HttpRequest.Builder authorized(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return request;
  }

  /** GET of a path below the base, or of an absolute URL. */
  Answer get(String path) {
    return get(path, "Accept", "application/json");
  }

  Answer get(String path, String header, String value) {
    return send(authorized(path).header(header, value).GET());
  }

  Answer send(HttpRequest.Builder request) {
    try {
      HttpResponse<String> response =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
      return new Answer(response);
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(request.build().uri() + " was not answered", e);
    }
  }

  URI uri(String path) {
    return path.startsWith("http") ? URI.create(path) : URI.create(organization.base() + path);
  }

  List<String> names(String query) {
    return all(query).stream().map(row -> row.get("name").asText()).toList();
  }

  /** All rows of a list, following {@code next} as an absolute URL. */
  List<JsonNode> all(String query) {
    List<JsonNode> rows = new ArrayList<>();
    String next = "/workspaces?" + query;
    while (next != null) {
      JsonNode page = get(next).json();
      page.get("data").forEach(rows::add);
      JsonNode link = page.get("next");
      next = link == null || link.isNull() || link.asText().isEmpty() ? null : link.asText();
    }
    return rows;
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** A response with its body read. */
  record Answer(HttpResponse<String> response) {
    int status() {
      return response.statusCode();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    String body() {
      return response.body();
    }

    JsonNode json() {
      try {
        return JSON.readTree(response.body());
      } catch (IOException e) {
        throw new AssertionError("not JSON: " + response.body(), e);
      }
    }
  }
}
