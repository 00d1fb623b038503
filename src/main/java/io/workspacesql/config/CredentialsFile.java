package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file with credentials: UTF-8 lines {@code key=value}, taken literally (no quotes, no escapes);
 * empty lines and lines that begin with {@code #} are skipped. No message shows a line's content.
 */
final class CredentialsFile {
  private static final int MAX_BYTES = 65_536;
  private static final Map<String, ConnectionProperty<?>> KEYS =
      Map.of(
          "clientId", ConnectionProperty.USER,
          "clientSecret", ConnectionProperty.PASSWORD,
          "accessToken", ConnectionProperty.ACCESS_TOKEN,
          "organizationId", ConnectionProperty.ORGANIZATION_ID);
  private static final Set<PosixFilePermission> OWNERS =
      Set.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private CredentialsFile() {}

  static Map<ConnectionProperty<?>, String> read(String name) throws SQLException {
    try {
      Path path = Path.of(name);
      checkAccess(path);
      return parse(content(path));
    } catch (InvalidPathException e) {
      throw refused("is not a path");
    } catch (IOException e) {
      throw Failure.INVALID_PROPERTY.causedBy(e, "credentialsFile cannot be read as UTF-8 text");
    }
  }

  private static void checkAccess(Path path) throws IOException, SQLException {
    if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS)) {
      throw refused("must be a regular file, not a link");
    }
    PosixFileAttributeView posix =
        Files.getFileAttributeView(path, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    if (posix != null && !OWNERS.containsAll(posix.readAttributes().permissions())) {
      throw refused("is open to others than its owner; run chmod 600 on it");
    }
  }

  private static List<String> content(Path path) throws IOException, SQLException {
    try (InputStream in = Files.newInputStream(path, LinkOption.NOFOLLOW_LINKS)) {
      byte[] bytes = in.readNBytes(MAX_BYTES + 1);
      if (bytes.length > MAX_BYTES) {
        throw refused("is longer than " + MAX_BYTES + " bytes");
      }
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes))
          .toString()
          .lines()
          .toList();
    }
  }

  private static Map<ConnectionProperty<?>, String> parse(List<String> lines) throws SQLException {
    Map<ConnectionProperty<?>, String> values = new HashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).strip();
      if (!line.isEmpty() && !line.startsWith("#")) {
        ConnectionProperty<?> property = key(line);
        if (property == null || values.put(property, value(line)) != null) {
          throw refused(
              "must have lines clientId=, clientSecret=, accessToken= or organizationId=, each at"
                  + " most once; see line "
                  + (i + 1));
        }
      }
    }
    return values;
  }

  private static @Nullable ConnectionProperty<?> key(String line) {
    int equals = line.indexOf('=');
    return equals < 0 ? null : KEYS.get(line.substring(0, equals).strip());
  }

  private static String value(String line) {
    return line.substring(line.indexOf('=') + 1).strip();
  }

  private static SQLException refused(String why) {
    return Failure.INVALID_PROPERTY.because("credentialsFile " + why);
  }
}
