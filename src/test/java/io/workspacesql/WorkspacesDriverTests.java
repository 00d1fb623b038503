package io.workspacesql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.config.ConnectionProperty;
import io.workspacesql.config.DriverVersion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.DriverPropertyInfo;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WorkspacesDriverTests {
  private final WorkspacesDriver driver = new WorkspacesDriver();

  @Test
  void the_driver_manager_finds_the_driver() throws SQLException {
    assertThat(DriverManager.getDriver("jdbc:airbyte:demo")).isInstanceOf(WorkspacesDriver.class);
  }

  @Test
  void urls_of_other_drivers_are_left_to_them() throws SQLException {
    assertThat(driver.acceptsURL("jdbc:airbyte2://x")).isFalse();
    assertThat(driver.connect("jdbc:calcite:model=x", new Properties())).isNull();
  }

  @Test
  void a_null_url_is_an_sql_exception() {
    assertThatThrownBy(() -> driver.acceptsURL(null)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> driver.connect(null, null)).isInstanceOf(SQLException.class);
    assertThatThrownBy(() -> driver.getPropertyInfo(null, null)).isInstanceOf(SQLException.class);
  }

  @Test
  void a_bad_url_of_ours_fails_and_is_not_handed_to_other_drivers() {
    assertThatThrownBy(() -> driver.connect("jdbc:airbyte:nowhere", null))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("Invalid connection URL");
  }

  @Test
  void property_info_lists_the_registry() throws SQLException {
    DriverPropertyInfo[] infos = driver.getPropertyInfo("jdbc:airbyte:?pageSize=7", null);

    assertThat(infos)
        .extracting(info -> info.name)
        .containsExactlyElementsOf(
            ConnectionProperty.all().stream().map(ConnectionProperty::name).toList());
    assertThat(named(infos, "pageSize").value).isEqualTo("7");
    assertThat(named(infos, "readOnly").choices).containsExactly("true", "false");
  }

  @Tag("threat-11")
  @Test
  void property_info_never_echoes_a_secret() throws SQLException {
    Properties info = new Properties();
    info.setProperty("accessToken", "CaNaRy-5ecret");

    DriverPropertyInfo[] infos =
        driver.getPropertyInfo("jdbc:airbyte:?password=CaNaRy-5ecret", info);

    assertThat(named(infos, "password").value).isNull();
    assertThat(infos).extracting(each -> each.value).doesNotContain("CaNaRy-5ecret");
  }

  @Test
  void the_version_is_that_of_the_build() throws Exception {
    assertThat(Files.readString(Path.of("pom.xml")))
        .contains(
            "<artifactId>airbyte-workspaces-jdbc</artifactId>\n  <version>"
                + DriverVersion.TEXT
                + "</version>");
    assertThat(driver.getMajorVersion() + "." + driver.getMinorVersion()).isEqualTo("0.1");
  }

  private static DriverPropertyInfo named(DriverPropertyInfo[] infos, String name) {
    return Arrays.stream(infos).filter(info -> info.name.equals(name)).findFirst().orElseThrow();
  }
}
