package io.workspacesql.golden;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between the driver and a server, passes everything on, and fails where a server cannot: in
 * the middle of a request, or by not being there.
 */
final class Relay implements AutoCloseable {
  private final int server;
  private final ServerSocket listener;
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final AtomicInteger cutsLeft = new AtomicInteger();
  private volatile String cutting = "";

  private Relay(int server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
  }

  /** Passes on to this port of the loopback address. */
  static Relay to(int server) throws IOException {
    Relay relay = new Relay(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    begin(relay::accept);
    return relay;
  }

  int port() {
    return listener.getLocalPort();
  }

  /**
   * Passes only half of the next requests on that begin so, and resets the connection.
   *
   * @param times how often
   */
  void cutRequests(String beginning, int times) {
    cutting = beginning;
    cutsLeft.set(times);
  }

  /** Ends all connections, and refuses new ones. */
  @Override
  public void close() throws IOException {
    listener.close();
    hangUp();
  }

  /** Ends all connections. */
  void hangUp() throws IOException {
    for (Socket socket : sockets) {
      socket.close();
    }
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException e) {
        return; // closed
      }
    }
  }

  private void serve(Socket client) throws IOException {
    Socket onward = new Socket(InetAddress.getLoopbackAddress(), server);
    for (Socket socket : Set.of(client, onward)) {
      socket.setTcpNoDelay(true);
      sockets.add(socket);
    }
    begin(() -> pass(client, onward));
    begin(() -> pass(onward, client));
  }

  private void pass(Socket from, Socket to) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[8192];
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        if (isToBeCut(piece, size)) {
          out.write(piece, 0, size / 2);
          from.setSoLinger(true, 0);
          return;
        }
        out.write(piece, 0, size);
      }
    } catch (IOException e) {
      return; // one side has gone, and now the other goes
    } finally {
      sockets.remove(from);
      sockets.remove(to);
    }
  }

  private boolean isToBeCut(byte[] piece, int size) {
    String text = new String(piece, 0, size, StandardCharsets.ISO_8859_1);
    return !cutting.isEmpty() && text.startsWith(cutting) && cutsLeft.getAndDecrement() > 0;
  }

  private static void begin(Runnable task) {
    Thread thread = new Thread(task, "relay");
    thread.setDaemon(true);
    thread.start();
  }
}
