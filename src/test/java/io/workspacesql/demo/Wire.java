package io.workspacesql.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;

/** One request over a socket of its own, and what came back byte by byte. */
record Wire(String received, Ending ending) {
  private static final int PATIENCE_MILLIS = 1_000;

  /** How the answer ended. */
  enum Ending {
    WHOLE,
    CLOSED,
    RESET,
    /** Nothing more came for a second. */
    OPEN
  }

  static Wire send(DemoOrganization organization, String token, String method, String path)
      throws IOException {
    return send(organization, token, method, path, "");
  }

  static Wire send(
      DemoOrganization organization, String token, String method, String path, String body)
      throws IOException {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    String head =
        "%s %s%s HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer %s\r\nContent-Length: %d\r\n\r\n"
            .formatted(method, organization.base().getPath(), path, token, content.length);
    try (Socket socket = new Socket("127.0.0.1", organization.base().getPort())) {
      socket.setSoTimeout(PATIENCE_MILLIS);
      socket.getOutputStream().write((head + body).getBytes(StandardCharsets.UTF_8));
      return receive(socket);
    }
  }

  private static Wire receive(Socket socket) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Wire wire = new Wire("", Ending.CLOSED);
    try {
      for (int b = socket.getInputStream().read(); b >= 0; b = socket.getInputStream().read()) {
        bytes.write(b);
        wire = new Wire(bytes.toString(StandardCharsets.UTF_8), Ending.CLOSED);
        if (wire.isWhole()) {
          return new Wire(wire.received, Ending.WHOLE);
        }
      }
      return wire;
    } catch (SocketTimeoutException e) {
      return new Wire(wire.received, Ending.OPEN);
    } catch (SocketException e) {
      return new Wire(wire.received, Ending.RESET);
    }
  }

  private boolean isWhole() {
    return received.contains("Content-Length: ")
        && received.contains("\r\n\r\n")
        && body().getBytes(StandardCharsets.UTF_8).length == contentLength();
  }

  /** Empty when the headers did not come whole. */
  String body() {
    int end = received.indexOf("\r\n\r\n");
    return end < 0 ? "" : received.substring(end + 4);
  }

  int contentLength() {
    return Integer.parseInt(received.replaceAll("(?s).*Content-Length: (\\d+).*", "$1"));
  }
}
