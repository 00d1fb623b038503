package io.workspacesql.config;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What a connection URL points to. */
public sealed interface Target {

  /** A connection URL of this target with no credentials and no other properties. */
  String jdbcUrl();

  /**
   * A real server.
   *
   * @param base scheme, host, port and path without a trailing slash, e.g. {@code
   *     https://api.airbyte.ai/api/v1}
   */
  record Server(URI base) implements Target {
    @Override
    public String jdbcUrl() {
      return JdbcUrl.PREFIX + base;
    }
  }

  /**
   * The organization simulated in this process: {@code jdbc:airbyte:demo[:NAME]}.
   *
   * @param name the same name in one JVM is the same organization
   * @param workspaces how many tenants it has
   * @param seed from which their data is computed
   * @param latency added to every answer
   * @param faults script of what goes wrong, not read yet; null = nothing
   */
  record Demo(String name, int workspaces, long seed, Duration latency, @Nullable String faults)
      implements Target {
    @Override
    public String jdbcUrl() {
      return JdbcUrl.PREFIX
          + "demo:"
          + name
          + "?workspaces="
          + workspaces
          + "&seed="
          + seed
          + "&latency="
          + latency.toMillis()
          + "ms"
          + (faults == null ? "" : "&faults=" + faults);
    }
  }
}
