package io.workspacesql.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The worst server: it says back all that it was told, in headers and bodies, in every form. */
final class EchoServer implements AutoCloseable {
  static final String TOKEN = "canary-token.of-the/echo+server";
  static final String SCOPED = "canary-scoped-token";

  /** How one endpoint answers. */
  record Reply(int status, String body) {}

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Map<String, Reply> replies = new LinkedHashMap<>();

  EchoServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
    replies.put("POST /account/applications/token", new Reply(200, tokenBody(TOKEN)));
  }

  static String tokenBody(String token) {
    return "{\"access_token\":\"" + token + "\",\"token_type\":\"Bearer\",\"expires_in\":900}";
  }

  /** From now on this endpoint answers so; {@code %s} in the body is what the request said. */
  EchoServer with(String endpoint, int status, String body) {
    replies.put(endpoint, new Reply(status, body));
    return this;
  }

  String url() {
    return "jdbc:airbyte:http://127.0.0.1:" + server.getAddress().getPort() + "/api/v1";
  }

  private void answer(HttpExchange exchange) throws IOException {
    String said =
        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)
            + " "
            + exchange.getRequestHeaders().getFirst("Authorization");
    String endpoint =
        exchange.getRequestMethod()
            + " "
            + exchange.getRequestURI().getPath().replace("/api/v1", "");
    Reply reply = replies.getOrDefault(endpoint, new Reply(500, error()));
    byte[] body = reply.body.replace("%s", inAllForms(said)).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("X-Request-Id", said.replaceAll("[\\r\\n]", " ").strip());
    exchange.getResponseHeaders().add("Location", "https://example.com/?" + encoded(said));
    exchange.sendResponseHeaders(reply.status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  static String error() {
    return "{\"message\":\"you said %s\"}";
  }

  private static String inAllForms(String said) {
    String all = said + " " + encoded(said) + " " + base64(said);
    return all.replace("\\", "\\\\").replace("\"", "\\\"");
  }

  private static String encoded(String said) {
    return URLEncoder.encode(said, StandardCharsets.UTF_8);
  }

  private static String base64(String said) {
    return Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
