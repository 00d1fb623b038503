package io.workspacesql.jars;

import java.lang.ref.WeakReference;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/**
 * Runs in a JVM of its own: loads a guest with the driver in a class loader of its own, lets it
 * work, and waits until nothing holds the loader.
 */
public final class HostProgram {
  /** OkHttp's and Okio's threads end a minute after their work. */
  private static final int PATIENCE_SECONDS = 100;

  private static final String GUEST = "io.workspacesql.jars.Guest";

  private HostProgram() {}

  public static void main(String[] args) throws Exception {
    WeakReference<ClassLoader> guests = guests(Path.of(args[0]), Path.of(args[1]));
    forgetLastRecordType();
    for (int second = 0; second < PATIENCE_SECONDS && guests.get() != null; second++) {
      System.gc();
      TimeUnit.SECONDS.sleep(1);
    }
    System.out.println(guests.get() == null ? "nothing is left" : "the loader is held");
    Thread.getAllStackTraces().keySet().forEach(thread -> System.out.println(thread.getName()));
  }

  /** Before 20, the JDK's code for the methods of records keeps the type it was last used for. */
  private static void forgetLastRecordType() {
    Place one = new Place(Path.of("a"));
    Place same = new Place(Path.of("a"));
    if (!one.equals(same)
        || one.hashCode() != same.hashCode()
        || !one.toString().equals(same.toString())) {
      throw new AssertionError();
    }
  }

  private record Place(Path path) {}

  private static WeakReference<ClassLoader> guests(Path driver, Path guest) throws Exception {
    URL[] places = {driver.toUri().toURL(), guest.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(places, ClassLoader.getPlatformClassLoader())) {
      loader.loadClass(GUEST).getMethod("visit").invoke(null);
      return new WeakReference<>(loader);
    }
  }
}
