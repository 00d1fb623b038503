package io.workspacesql.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Document;

/** What the file for Tableau says of the driver is so. Tableau itself is not run. */
final class TableauCustomizationTests {
  private static final String URL = "jdbc:airbyte:demo:tableau";

  @Test
  void it_is_for_the_sub_protocol_of_the_driver() throws Exception {
    assertThat(URL).startsWith("jdbc:" + read("//driver/@name") + ":");
  }

  /** A statement that needs what the capability promises; {@code no} means that it is refused. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "CAP_CREATE_TEMP_TABLES        ! CREATE LOCAL TEMPORARY TABLE t (a INTEGER)",
        "CAP_SELECT_INTO               ! SELECT name INTO t FROM workspaces",
        "CAP_SELECT_TOP_INTO           ! SELECT TOP 1 name INTO t FROM workspaces",
        "CAP_QUERY_GROUP_BY_ALIAS      ! SELECT status AS s, COUNT(*) FROM workspaces GROUP BY s",
        "CAP_QUERY_GROUP_BY_DEGREE     ! SELECT status, COUNT(*) FROM workspaces GROUP BY 1",
        "CAP_QUERY_JOIN_ACROSS_SCHEMAS ! SELECT w.id FROM airbyte.workspaces w JOIN driver.properties p ON w.name = p.name",
        "CAP_QUERY_SORT_BY_DEGREE      ! SELECT name FROM workspaces ORDER BY 1 LIMIT 1",
        "CAP_QUERY_SUBQUERIES          ! SELECT COUNT(*) FROM (SELECT name FROM workspaces) AS w",
        "CAP_QUERY_SUBQUERIES_WITH_TOP ! SELECT COUNT(*) FROM (SELECT name FROM workspaces LIMIT 5) AS w",
        "CAP_QUERY_TOP_N               ! SELECT name FROM workspaces LIMIT 5",
        "CAP_QUERY_TOPSTYLE_LIMIT      ! SELECT name FROM workspaces LIMIT 5",
        "CAP_QUERY_TOPSTYLE_ROWNUM     ! SELECT name FROM workspaces WHERE ROWNUM <= 5",
        "CAP_QUERY_TOPSTYLE_TOP        ! SELECT TOP 5 name FROM workspaces",
        "CAP_QUERY_WHERE_FALSE_METADATA ! SELECT * FROM workspaces WHERE 1 = 0"
      })
  void a_capability_is_there_as_the_file_says(String capability, String sql) throws Exception {
    assertThat(runs(sql) ? "yes" : "no").isEqualTo(setting(capability));
  }

  /** A statement without what the capability would demand of Tableau. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '!',
      value = {
        "CAP_QUERY_BOOLEXPR_TO_INTEXPR      ! SELECT status = 'active' AS is_active FROM workspaces LIMIT 1",
        "CAP_QUERY_FROM_REQUIRES_ALIAS      ! SELECT COUNT(*) FROM (SELECT name FROM workspaces)",
        "CAP_QUERY_HAVING_REQUIRES_GROUP_BY ! SELECT COUNT(*) FROM workspaces HAVING COUNT(*) > 0",
        "CAP_QUERY_NULL_REQUIRES_CAST       ! SELECT NULL AS nothing FROM workspaces LIMIT 1"
      })
  void a_demand_is_none_as_the_file_says(String demand, String sql) throws Exception {
    assertThat(runs(sql) ? "no" : "yes").isEqualTo(setting(demand));
  }

  private static boolean runs(String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(URL);
        Statement statement = connection.createStatement()) {
      return statement.execute(sql);
    } catch (SQLException e) {
      assertThat(e.getSQLState()).matches("(0A|42).*");
      return false;
    }
  }

  private static String setting(String capability) throws Exception {
    return read("//customization[@name='" + capability + "']/@value");
  }

  private static String read(String path) throws Exception {
    Document file =
        DocumentBuilderFactory.newInstance()
            .newDocumentBuilder()
            .parse(Path.of("examples", "tableau", "airbyte-workspaces.tdc").toFile());
    return XPathFactory.newInstance().newXPath().evaluate(path, file);
  }
}
