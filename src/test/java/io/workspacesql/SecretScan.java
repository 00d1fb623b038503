package io.workspacesql;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads every line that a test JVM prints, of whatever thread, and fails the test during which a
 * secret went by. JUnit finds it through META-INF/services, so that no test can leave it out.
 */
public final class SecretScan implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
  private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
  private static boolean installed;

  @Override
  public void beforeAll(ExtensionContext context) {
    install();
  }

  private static synchronized void install() {
    if (!installed) {
      System.setOut(scanned(System.out));
      System.setErr(scanned(System.err));
      installed = true;
    }
  }

  static PrintStream scanned(PrintStream target) {
    return new PrintStream(new Lines(target), true, StandardCharsets.UTF_8);
  }

  @Override
  public void afterEach(ExtensionContext context) {
    failIfLeaked();
  }

  @Override
  public void afterAll(ExtensionContext context) {
    failIfLeaked();
  }

  static void failIfLeaked() {
    String leak = LEAKS.poll();
    if (leak != null) {
      throw new AssertionError("A secret was printed, in a line that begins with: " + leak);
    }
  }

  private static final class Lines extends FilterOutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Lines(PrintStream target) {
      super(target);
    }

    @Override
    public synchronized void write(int b) throws IOException {
      out.write(b);
      line.write(b);
      if (b == '\n') {
        check();
      }
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) throws IOException {
      for (int i = offset; i < offset + length; i++) {
        write(bytes[i]);
      }
    }

    private void check() {
      String text = line.toString(StandardCharsets.UTF_8);
      line.reset();
      PlantedSecrets.in(text).ifPresent(where -> LEAKS.add(text.substring(0, where)));
    }
  }
}
