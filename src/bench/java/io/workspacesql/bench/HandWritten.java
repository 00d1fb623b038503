package io.workspacesql.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The work of the driver as a script would do it: read the list page by page, then send one request
 * a row from some threads. No checks, no retries, no report.
 */
final class HandWritten implements AutoCloseable {
  private static final Pattern ID = Pattern.compile("\"id\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern NEXT = Pattern.compile("\"next\"\\s*:\\s*\"([^\"]+)\"");
  private static final Pattern TOKEN = Pattern.compile("\"access_token\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final URI base;
  private final String token;
  private final ExecutorService threads;

  private HandWritten(URI base, int concurrency) throws IOException, InterruptedException {
    this.base = base;
    this.threads = Executors.newFixedThreadPool(concurrency);
    String login =
        "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
            .formatted(DemoProcess.CLIENT_ID, DemoProcess.CLIENT_SECRET);
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + "/account/applications/token"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(login))
            .build();
    this.token = all(TOKEN, send(request)).get(0);
  }

  static HandWritten connect(URI base, int concurrency) throws IOException, InterruptedException {
    return new HandWritten(base, concurrency);
  }

  /** Reads all ids, and puts this body to each. */
  int update(String body) throws Exception {
    List<Future<String>> answers = new ArrayList<>();
    for (String id : ids()) {
      HttpRequest request =
          request(URI.create(base + "/workspaces/" + id))
              .header("Content-Type", "application/json")
              .PUT(BodyPublishers.ofString(body))
              .build();
      answers.add(threads.submit(() -> send(request)));
    }
    for (Future<String> answer : answers) {
      answer.get();
    }
    return answers.size();
  }

  private List<String> ids() throws IOException, InterruptedException {
    List<String> ids = new ArrayList<>();
    List<String> next = List.of(base + "/workspaces?limit=100");
    while (!next.isEmpty()) {
      String page = send(request(URI.create(next.get(0))).build());
      ids.addAll(all(ID, page));
      next = all(NEXT, page);
    }
    return ids;
  }

  private HttpRequest.Builder request(URI uri) {
    return HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + token);
  }

  private String send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
    if (response.statusCode() != 200) {
      throw new IOException(request.uri() + " was answered with " + response.statusCode());
    }
    return response.body();
  }

  private static List<String> all(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    return matcher.results().map(found -> found.group(1)).toList();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
