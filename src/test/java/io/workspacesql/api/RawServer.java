package io.workspacesql.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Treats every connection as its script says: for answers that no HTTP library would send. */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket listener;
  private final AtomicInteger requests = new AtomicInteger();
  private final AtomicInteger connections = new AtomicInteger();
  private volatile int bodyLength;

  RawServer(Script script) throws IOException {
    listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    Thread thread = new Thread(() -> accept(script), "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort() + "/api/v1");
  }

  /** Requests whose head arrived. */
  int requests() {
    return requests.get();
  }

  int connections() {
    return connections.get();
  }

  /** Reads the head of one request. */
  void readRequest(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    StringBuilder head = new StringBuilder();
    while (!head.toString().endsWith("\r\n\r\n")) {
      int c = in.read();
      if (c < 0) {
        throw new SocketException("no more requests");
      }
      head.append((char) c);
    }
    bodyLength = bodyLength(head.toString());
    requests.incrementAndGet();
  }

  /** Reads the body of the request whose head was read last. */
  void drain(Socket socket) throws IOException {
    socket.getInputStream().skipNBytes(bodyLength);
  }

  static void write(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
  }

  /** Closes so that the peer gets a reset. */
  static void reset(Socket socket) throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }

  private static int bodyLength(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  private void accept(Script script) {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        connections.incrementAndGet();
        script.serve(socket, this);
      } catch (IOException e) {
        // The client has gone, or the test is over: the next connection may come.
        continue;
      }
    }
  }

  interface Script {
    void serve(Socket socket, RawServer server) throws IOException;
  }
}
