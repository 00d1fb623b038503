package io.workspacesql.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.logging.Filter;
import java.util.logging.Logger;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;

/**
 * MockWebServer on the IPv4 loopback address. Each connection has a daemon thread, which also waits
 * out the latency of its answers.
 *
 * <p>{@link MockWebServer#start} is not called: its threads are no daemons and cannot be made so,
 * and a JVM with a forgotten connection would never end. The sockets are accepted here and each is
 * handed to the library, which reads the requests and writes the answers. (Its SocketHandler is
 * internal to the library in Kotlin and public in bytecode; the version is pinned.)
 */
final class DemoServer implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DemoServer.class.getName());
  private static final byte[] LOOPBACK = {127, 0, 0, 1};
  private static final int BACKLOG = 50;
  private static final long BODY_LIMIT_BYTES = 64 * 1024;
  private static final int ATTEMPTS = 1_000;

  /**
   * The ports that organizations of this JVM have had. None is given again while there are others,
   * since clients may keep a token for its address that the new organization does not know.
   */
  private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

  // Held, since the log manager forgets loggers that nobody holds, and with them their filter.
  private static final Logger LIBRARY_LOG = Logger.getLogger(MockWebServer.class.getName());

  static {
    // The library warns of connections without a request, which pools make all the time.
    Filter former = LIBRARY_LOG.getFilter();
    LIBRARY_LOG.setFilter(
        entry ->
            !(Thread.currentThread() instanceof DemoThread)
                && (former == null || former.isLoggable(entry)));
  }

  private final MockWebServer library = new MockWebServer();
  private final Map<Integer, Socket> connections = new ConcurrentHashMap<>();
  private final ServerSocket listener;

  private DemoServer(ServerSocket listener, Answers answers) {
    this.listener = listener;
    library.setBodyLimit(BODY_LIMIT_BYTES);
    library.setDispatcher(
        new Dispatcher() {
          @Override
          public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            forgetRequests();
            Socket connection = connections.get(request.getConnectionIndex());
            return answer(request, Objects.requireNonNull(connection), answers);
          }
        });
  }

  /** Answers requests. */
  interface Answers {
    /**
     * The answer to this request.
     *
     * @param connection that the request came by, where nothing has been written yet
     * @throws IOException when the client has gone
     */
    MockResponse of(RecordedRequest request, Socket connection) throws IOException;
  }

  static DemoServer start(Answers answers) throws IOException {
    ServerSocket listener = listener();
    DemoServer server = new DemoServer(listener, answers);
    new DemoThread("airbyte-demo-" + server.port(), server::accept).start();
    return server;
  }

  private static ServerSocket listener() throws IOException {
    ServerSocket listener = bound();
    for (int attempt = 1; !GIVEN.add(listener.getLocalPort()) && attempt < ATTEMPTS; attempt++) {
      ServerSocket another = bound();
      listener.close();
      listener = another;
    }
    return listener;
  }

  private static ServerSocket bound() throws IOException {
    return new ServerSocket(0, BACKLOG, InetAddress.getByAddress(LOOPBACK));
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Ends all connections; does nothing the second time. */
  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections.values()) {
      connection.close();
    }
  }

  private static MockResponse answer(RecordedRequest request, Socket connection, Answers answers) {
    try {
      return answers.of(request, connection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void accept() {
    for (int number = 0; !listener.isClosed(); number++) {
      try {
        serve(number, listener.accept());
      } catch (IOException e) {
        LOG.log(Level.DEBUG, "No connection accepted", e);
      }
    }
  }

  private void serve(int number, Socket socket) throws IOException {
    // Headers and body are two small writes; Nagle's algorithm would hold the second one back.
    socket.setTcpNoDelay(true);
    connections.put(number, socket);
    String name = "airbyte-demo-" + port() + "-connection-" + number;
    new DemoThread(name, () -> converse(number, socket)).start();
  }

  private void converse(int number, Socket socket) {
    try (socket) {
      if (!listener.isClosed()) {
        library.new SocketHandler(number, socket, new MockResponse.Builder().build()).handle();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (Exception e) {
      LOG.log(Level.DEBUG, "The client's connection broke", e);
    } finally {
      connections.remove(number);
    }
  }

  /** The library records every request for tests to take; a long scan would fill the heap. */
  private void forgetRequests() throws InterruptedException {
    RecordedRequest forgotten;
    do {
      forgotten = library.takeRequest(0, TimeUnit.MILLISECONDS);
    } while (forgotten != null);
  }
}
