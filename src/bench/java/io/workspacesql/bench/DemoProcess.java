package io.workspacesql.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Properties;

/** A demo organization in a JVM of its own, so that it does not share the driver's heap and JIT. */
final class DemoProcess implements AutoCloseable {
  static final String CLIENT_ID = "demo";
  static final String CLIENT_SECRET = "demo-secret";

  private final Process process;
  private final URI base;

  private DemoProcess(Process process, URI base) {
    this.process = process;
    this.base = base;
  }

  static DemoProcess start(int workspaces, Duration latency) throws IOException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                DemoProgram.class.getName(),
                Integer.toString(workspaces),
                Long.toString(latency.toMillis()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
    return new DemoProcess(process, URI.create(output.readLine()));
  }

  URI base() {
    return base;
  }

  /** A connection of the driver with these properties, name after value. */
  Connection connect(List<String> properties) throws SQLException {
    Properties all = new Properties();
    all.setProperty("user", CLIENT_ID);
    all.setProperty("password", CLIENT_SECRET);
    for (int i = 0; i < properties.size(); i += 2) {
      all.setProperty(properties.get(i), properties.get(i + 1));
    }
    return DriverManager.getConnection("jdbc:airbyte:" + base, all);
  }

  @Override
  public void close() {
    process.destroy();
  }
}
