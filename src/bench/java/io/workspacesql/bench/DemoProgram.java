package io.workspacesql.bench;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.time.Duration;

/** A demo organization that says where it is and runs until its input ends. */
final class DemoProgram {
  private DemoProgram() {}

  public static void main(String[] args) throws Exception {
    int workspaces = Integer.parseInt(args[0]);
    Duration latency = Duration.ofMillis(Long.parseLong(args[1]));
    try (DemoOrganization organization =
        DemoOrganization.start(DemoOptions.of("bench", workspaces, 1, latency))) {
      System.out.println(organization.base());
      while (System.in.read() >= 0) {
        // Nothing is ever sent: the end of the input is the end of the benchmark.
      }
    }
  }
}
