package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows arrive while the list is still being read. */
final class StreamingTests {
  private static LiveOrganization organization;

  @BeforeAll
  static void start() throws IOException {
    organization = LiveOrganization.ofSize(1_000_000);
  }

  @AfterAll
  static void end() throws IOException {
    organization.close();
  }

  @ParameterizedTest
  @CsvSource({
    "SELECT * FROM workspaces, 0",
    "SELECT UPPER(name) FROM workspaces, 0",
    "SELECT name FROM workspaces WHERE CHAR_LENGTH(name) > 2, 0",
    "SELECT * FROM workspaces, 1",
    "SELECT * FROM workspaces, 5"
  })
  void the_first_row_of_a_million_needs_one_page_and_those_read_ahead(String sql, int readAhead)
      throws SQLException {
    try (Connection connection = organization.connect("prefetchPages", "" + readAhead);
        Statement statement = connection.createStatement()) {
      long before = organization.requests();
      try (ResultSet rows = statement.executeQuery(sql)) {
        assertThat(rows.next()).isTrue();
      }
      assertThat(organization.requests() - before).isBetween(1L, 1L + readAhead);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 5})
  void who_stops_reading_has_no_more_pages_read_ahead(int readAhead) throws Exception {
    try (Connection connection = organization.connect("prefetchPages", "" + readAhead);
        Statement statement = connection.createStatement()) {
      long before = organization.requests();
      try (ResultSet rows = statement.executeQuery("SELECT * FROM workspaces")) {
        for (int i = 0; i < 350; i++) {
          assertThat(rows.next()).isTrue();
        }
        Thread.sleep(500); // for requests that should not come
        assertThat(organization.requests() - before).isEqualTo(4L + readAhead);
      }
      Thread.sleep(100);
      assertThat(organization.requests() - before).isEqualTo(4L + readAhead);
    }
  }
}
