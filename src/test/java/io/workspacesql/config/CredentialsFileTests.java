package io.workspacesql.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "no POSIX permissions")
@Tag("threat-19")
class CredentialsFileTests {
  private static final String CANARY = "CaNaRy-5ecret";
  private static final String ORGANIZATION = "00000000-0000-4000-8000-00000000000a";

  @TempDir Path directory;

  @Test
  void a_file_gives_client_id_secret_and_organization() throws Exception {
    Path file =
        file(
            "# for the reports\n\n clientId = id\r\nclientSecret=a=b\\n#c \norganizationId="
                + ORGANIZATION);

    ConnectionSettings settings = settings(file);

    assertThat(settings.credentials())
        .isEqualTo(new Credentials.ClientSecret("id", Secret.of("a=b\\n#c")));
    assertThat(settings.organizationId()).isEqualTo(ORGANIZATION);
  }

  @Test
  void a_file_gives_an_access_token() throws Exception {
    assertThat(settings(file("accessToken=t")).credentials())
        .isEqualTo(new Credentials.AccessToken(Secret.of("t")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"rw-r-----", "rw----r--", "rw--w----", "rwxrwxrwx"})
  void a_file_open_to_others_is_refused(String permissions) throws Exception {
    Path file = file("accessToken=t");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));

    assertThatThrownBy(() -> settings(file)).hasMessageContaining("chmod 600");
  }

  @Test
  void a_link_is_refused() throws Exception {
    Path link = Files.createSymbolicLink(directory.resolve("link"), file("accessToken=t"));

    assertThatThrownBy(() -> settings(link)).hasMessageContaining("not a link");
  }

  @Test
  void a_directory_a_device_and_a_missing_file_are_refused() {
    for (Path path : new Path[] {directory, Path.of("/dev/zero"), directory.resolve("none")}) {
      assertThatThrownBy(() -> settings(path)).hasMessageContaining("must be a regular file");
    }
  }

  @Test
  void a_file_that_is_too_long_is_refused() throws Exception {
    Path file = file("#".repeat(70_000));

    assertThatThrownBy(() -> settings(file)).hasMessageContaining("longer than");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "clientId=id\nCaNaRy-5ecret",
        "CaNaRy-5ecret=1",
        "accessToken=CaNaRy-5ecret\naccessToken=CaNaRy-5ecret",
        "accessToken=CaNaRy-5ecret\nclientId=x",
        "clientSecret=CaNaRy-5ecret",
        "accessToken=CaNaRy-5ecret with spaces",
        "# nothing CaNaRy-5ecret"
      })
  void a_file_that_cannot_be_used_is_refused_without_showing_it(String content) throws Exception {
    Path file = file(content);

    assertThatThrownBy(() -> settings(file))
        .isInstanceOf(SQLException.class)
        .hasMessageNotContaining(CANARY);
  }

  @Test
  void a_file_that_is_not_utf_8_is_refused() throws Exception {
    Path file = file("");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 'a'});

    assertThatThrownBy(() -> settings(file)).hasMessageContaining("UTF-8");
  }

  private Path file(String content) throws IOException {
    Path file = directory.resolve("credentials");
    Files.writeString(file, content, StandardCharsets.UTF_8);
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
  }

  private static ConnectionSettings settings(Path file) throws SQLException {
    Properties properties = new Properties();
    properties.setProperty("credentialsFile", file.toString());
    return ConnectionSettings.from(
        "jdbc:airbyte:", properties, Environment.from(name -> null, name -> null));
  }
}
