package io.workspacesql.api.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.channels.SocketChannel;
import javax.net.SocketFactory;

/**
 * Sockets of channels: an interrupt of the thread that waits for one closes it, where a plain
 * socket would go on waiting for the server.
 */
final class InterruptibleSockets extends SocketFactory {
  @Override
  public Socket createSocket() throws IOException {
    return SocketChannel.open().socket();
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return SocketChannel.open(new InetSocketAddress(host, port)).socket();
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return SocketChannel.open(new InetSocketAddress(host, port)).socket();
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return from(localHost, localPort, new InetSocketAddress(host, port));
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort)
      throws IOException {
    return from(localHost, localPort, new InetSocketAddress(host, port));
  }

  private static Socket from(InetAddress localHost, int localPort, SocketAddress to)
      throws IOException {
    SocketChannel channel = SocketChannel.open().bind(new InetSocketAddress(localHost, localPort));
    channel.connect(to);
    return channel.socket();
  }
}
