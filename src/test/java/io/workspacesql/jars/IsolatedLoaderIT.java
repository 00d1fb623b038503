package io.workspacesql.jars;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.jars.ForkedJava.Outcome;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host, such as an IDE or a servlet container, loads the driver apart from everything else. */
final class IsolatedLoaderIT {
  @TempDir static Path host;
  @TempDir static Path guest;

  @Tag("threat-20")
  @Test
  void it_works_in_a_loader_of_its_own_and_leaves_neither_the_loader_nor_a_thread()
      throws Exception {
    Jars.copyClass(HostProgram.class, host);
    Jars.copyClass(Class.forName(HostProgram.class.getName() + "$Place"), host);
    Jars.copyClass(Guest.class, guest);

    Outcome outcome =
        ForkedJava.classPath(
            // Soft references may hold a loader until memory is short, which it need not become
            // here.
            List.of("-Xmx256m", "-XX:SoftRefLRUPolicyMSPerMB=0"),
            List.of(host),
            HostProgram.class.getName(),
            Jars.ALL.toString(),
            guest.toString());

    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out().lines())
        .contains("main", "nothing is left")
        .noneMatch(thread -> thread.matches("(airbyte|OkHttp|Okio|okio|okhttp).*"));
  }
}
