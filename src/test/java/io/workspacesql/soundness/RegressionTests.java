package io.workspacesql.soundness;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Cases that once went wrong, in {@code regressions.txt}: as they are found, made small. */
class RegressionTests {
  private static final Map<Organization, Server> SERVERS = new EnumMap<>(Organization.class);

  static Stream<String> lines() throws IOException {
    try (InputStream file = RegressionTests.class.getResourceAsStream("regressions.txt")) {
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(line -> !line.isBlank() && !line.startsWith("--"));
    }
  }

  @AfterAll
  static void stopServers() throws IOException, SQLException {
    for (Server server : SERVERS.values()) {
      server.close();
    }
    SERVERS.clear();
  }

  @ParameterizedTest
  @MethodSource("lines")
  void what_was_repaired_stays_so(String line) throws IOException, SQLException {
    Case known = Notation.parse(line);
    Organization organization = known.organization();
    if (!SERVERS.containsKey(organization)) {
      SERVERS.put(organization, Server.start(organization));
    }
    Comparison comparison = new Comparison(SERVERS.get(organization), organization);

    assertThat(comparison.difference(known)).as(Rendering.of(known.query()).text()).isEmpty();
  }
}
