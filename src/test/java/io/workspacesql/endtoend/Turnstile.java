package io.workspacesql.endtoend;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before a server and counts: the sockets that are open, and how many of them waited for an
 * answer at the same time.
 */
final class Turnstile implements AutoCloseable {
  private final int server;
  private final ServerSocket listener;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final Set<Socket> waiting = ConcurrentHashMap.newKeySet();
  private final AtomicInteger mostWaiting = new AtomicInteger();

  private Turnstile(int server, ServerSocket listener) {
    this.server = server;
    this.listener = listener;
  }

  static Turnstile before(int server) throws IOException {
    Turnstile turnstile =
        new Turnstile(server, new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    begin(turnstile::accept);
    return turnstile;
  }

  int port() {
    return listener.getLocalPort();
  }

  /** Sockets that the driver has not closed. */
  int open() {
    return open.size();
  }

  /** The most requests that ever waited for their answer at once. */
  int mostWaiting() {
    return mostWaiting.get();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket socket : open) {
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
    client.setTcpNoDelay(true);
    onward.setTcpNoDelay(true);
    open.add(client);
    begin(() -> pass(client, onward, () -> asked(client), client));
    begin(() -> pass(onward, client, () -> waiting.remove(client), client));
  }

  private void asked(Socket client) {
    waiting.add(client);
    mostWaiting.accumulateAndGet(waiting.size(), Math::max);
  }

  private void pass(Socket from, Socket to, Runnable each, Socket client) {
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      byte[] piece = new byte[8192];
      for (int size = in.read(piece); size >= 0; size = in.read(piece)) {
        each.run();
        out.write(piece, 0, size);
      }
    } catch (IOException e) {
      return; // one side has gone, and now the other goes
    } finally {
      open.remove(client);
      waiting.remove(client);
    }
  }

  private static void begin(Runnable task) {
    Thread thread = new Thread(task, "turnstile");
    thread.setDaemon(true);
    thread.start();
  }
}
