package io.workspacesql.bench;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.net.URI;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * What a careful engineer would write to read the list: OkHttp and Jackson's streaming parser, one
 * page after the other. No retries, no checks.
 */
final class PageLoop {
  private static final JsonFactory JSON = new JsonFactory();

  private final OkHttpClient client = new OkHttpClient();
  private final URI base;
  private final String token;

  private PageLoop(URI base) throws IOException {
    this.base = base;
    String login =
        "{\"client_id\":\"%s\",\"client_secret\":\"%s\"}"
            .formatted(DemoProcess.CLIENT_ID, DemoProcess.CLIENT_SECRET);
    Request request =
        new Request.Builder()
            .url(base + "/account/applications/token")
            .post(RequestBody.create(login, MediaType.get("application/json")))
            .build();
    Page answer = new Page();
    read(request, answer);
    this.token = String.valueOf(answer.token);
  }

  static PageLoop connect(URI base) throws IOException {
    return new PageLoop(base);
  }

  /**
   * Reads pages with this query until the end; the number of rows.
   *
   * @param consumer of each page
   */
  int rows(String query, Runnable consumer) throws IOException {
    Page page = new Page();
    String url = base + "/workspaces?" + query;
    while (url != null) {
      page.next = null;
      read(new Request.Builder().url(url).header("Authorization", "Bearer " + token).build(), page);
      url = page.next;
      consumer.run();
    }
    if (page.characters == 0) {
      throw new IOException("the pages have no text");
    }
    return page.rows;
  }

  private void read(Request request, Page page) throws IOException {
    try (Response response = client.newCall(request).execute();
        JsonParser parser = JSON.createParser(response.body().byteStream())) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token == JsonToken.FIELD_NAME) {
          String field = parser.currentName();
          JsonToken value = parser.nextToken();
          if (value != null && value.isScalarValue()) {
            page.take(field, value == JsonToken.VALUE_NULL ? null : parser.getText());
          }
        }
      }
    }
  }

  /** What the loop keeps: it looks at every value, as a program that prints rows would. */
  private static final class Page {
    private int rows;
    private int characters;
    private @Nullable String next;
    private @Nullable String token;

    void take(String field, @Nullable String value) {
      switch (field) {
        case "id" -> rows++;
        case "next" -> next = value;
        case "access_token" -> token = value;
        default -> characters += value == null ? 0 : value.length();
      }
    }
  }
}
