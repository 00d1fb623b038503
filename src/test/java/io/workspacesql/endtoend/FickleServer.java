package io.workspacesql.endtoend;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Gives a new token, {@code t-1}, {@code t-2} and so on, to everyone who asks, and takes them or
 * not, as a test says. It has one workspace, under any id.
 */
final class FickleServer implements AutoCloseable {
  /** No other server has had it, whatever the port: the tokens of a JVM are kept by it, too. */
  private final String organization = UUID.randomUUID().toString();

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final AtomicInteger tokens = new AtomicInteger();
  private final AtomicInteger calls = new AtomicInteger();
  private volatile CountDownLatch gathering = new CountDownLatch(0);
  private volatile int firstGoodToken = 1;

  FickleServer() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 64);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  String url() {
    return "jdbc:airbyte:http://127.0.0.1:"
        + server.getAddress().getPort()
        + "/api/v1?organizationId="
        + organization;
  }

  /** From now on tokens before this one get a 401 everywhere. */
  void takesTokensFrom(int number) {
    firstGoodToken = number;
  }

  /** The next calls wait until so many have come: all of them were in flight at once. */
  void gathers(int number) {
    gathering = new CountDownLatch(number);
  }

  /** Tokens that it has given. */
  int tokens() {
    return tokens.get();
  }

  /** Requests that bore a token. */
  int calls() {
    return calls.get();
  }

  private void answer(HttpExchange exchange) throws IOException {
    exchange.getRequestBody().readAllBytes();
    if (exchange.getRequestURI().getPath().endsWith("/account/applications/token")) {
      reply(exchange, 200, EchoServer.tokenBody("t-" + tokens.incrementAndGet()));
      return;
    }
    calls.incrementAndGet();
    gather();
    if (token(exchange) < firstGoodToken) {
      reply(exchange, 401, "{\"detail\":\"this token is not taken\"}");
    } else {
      reply(exchange, 200, workspace(exchange.getRequestURI().getPath()));
    }
  }

  private void gather() {
    CountDownLatch all = gathering;
    all.countDown();
    try {
      if (!all.await(10, TimeUnit.SECONDS)) {
        throw new AssertionError("too few calls came at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static int token(HttpExchange exchange) {
    String bearer = exchange.getRequestHeaders().getFirst("Authorization");
    return Integer.parseInt(bearer.substring("Bearer t-".length()));
  }

  private static String workspace(String path) {
    String id = path.substring(path.lastIndexOf('/') + 1);
    return "{\"id\":\"" + id + "\",\"name\":\"one\",\"status\":\"inactive\"}";
  }

  private static void reply(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
