package io.workspacesql.bench;

import java.net.URI;

/** Reads one page and ends. */
final class FirstRowByHand {
  private FirstRowByHand() {}

  public static void main(String[] args) throws Exception {
    System.out.println(
        PageLoop.connect(URI.create(args[0])).rows("status=active&limit=10", () -> {}));
    System.exit(0); // OkHttp's threads would keep the JVM for a minute
  }
}
