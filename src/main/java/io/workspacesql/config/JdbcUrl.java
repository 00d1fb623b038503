package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A connection URL taken apart: {@code jdbc:airbyte:LOCATION[?name=value&…]}. Names and values are
 * percent-decoded once, as UTF-8; {@code +} is a plus.
 *
 * @param location empty, {@code demo[:NAME]} or {@code [http:|https:]//host[:port][/base/path]}
 */
record JdbcUrl(String location, List<Parameter> parameters) {
  /** The longest URL, and the longest value of a property, in characters. */
  static final int MAX_LENGTH = 16_384;

  static final String PREFIX = "jdbc:airbyte:";

  private static final String DEMO = "demo";
  private static final Pattern DEMO_LOCATION =
      Pattern.compile("(?i)demo(?::(?<name>[a-z0-9._-]{1,64}))?");

  /** A parameter of the URL, decoded. */
  record Parameter(String name, String value) {
    @Override
    public String toString() {
      return name + "=***";
    }
  }

  static boolean isOurs(String url) {
    return url.length() >= PREFIX.length()
        && url.substring(0, PREFIX.length()).toLowerCase(Locale.ROOT).equals(PREFIX);
  }

  static JdbcUrl parse(String url) throws SQLException {
    if (!isOurs(url)) {
      throw Failure.INVALID_URL.because("it must begin with " + PREFIX);
    }
    if (url.length() > MAX_LENGTH) {
      throw Failure.INVALID_URL.because("it is longer than " + MAX_LENGTH + " characters");
    }
    if (url.chars().anyMatch(c -> c == '#' || c == '\\' || Character.isISOControl(c))) {
      throw Failure.INVALID_URL.because(
          "it holds #, a backslash or a control character; in a value write %23 or %5C");
    }
    int question = url.indexOf('?');
    return question < 0
        ? new JdbcUrl(url.substring(PREFIX.length()), List.of())
        : new JdbcUrl(
            url.substring(PREFIX.length(), question), parameters(url.substring(question + 1)));
  }

  private static List<Parameter> parameters(String query) throws SQLException {
    List<Parameter> parameters = new ArrayList<>();
    for (String pair : query.split("&", -1)) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        parameters.add(
            new Parameter(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1))));
      } else if (!pair.isEmpty()) {
        throw Failure.INVALID_URL.because(
            "parameter " + (parameters.size() + 1) + " has not the form name=value");
      }
    }
    return List.copyOf(parameters);
  }

  private static String decode(String text) throws SQLException {
    byte[] raw = text.getBytes(StandardCharsets.UTF_8);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length);
    for (int i = 0; i < raw.length; i++) {
      if (raw[i] == '%') {
        bytes.write(hexDigit(raw, i + 1) * 16 + hexDigit(raw, i + 2));
        i += 2;
      } else {
        bytes.write(raw[i]);
      }
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes.toByteArray()))
          .toString();
    } catch (CharacterCodingException e) {
      throw Failure.INVALID_URL.because("a percent-encoded text is not UTF-8");
    }
  }

  private static int hexDigit(byte[] raw, int index) throws SQLException {
    int digit = index < raw.length ? Character.digit(raw[index], 16) : -1;
    if (digit < 0) {
      throw Failure.INVALID_URL.because("two hexadecimal digits must follow %; write % as %25");
    }
    return digit;
  }

  /** Where the URL points to, with what {@code values} say about it. */
  Target target(PropertyValues values) throws SQLException {
    if (DEMO_LOCATION.matcher(location).matches()) {
      return demo(values);
    }
    values.refuseDemoOnly();
    URI base = location.isEmpty() ? ServerAddress.DEFAULT : serverBase();
    if (base.getScheme().equals("http")
        && !Host.isLoopback(base.getHost())
        && !values.get(ConnectionProperty.ALLOW_HTTP)) {
      throw Failure.INVALID_URL.because(
          "plain http would show the credentials to the network; use https, or allowHttp=true");
    }
    return new Target.Server(base);
  }

  private URI serverBase() throws SQLException {
    if (!location.contains("//")) {
      throw Failure.INVALID_URL.because(
          "after " + PREFIX + " comes nothing, demo[:NAME] or [https:]//host[:port][/base/path]");
    }
    return ServerAddress.parse(location);
  }

  private Target demo(PropertyValues values) throws SQLException {
    int colon = location.indexOf(':');
    return new Target.Demo(
        colon < 0 ? DEMO : location.substring(colon + 1),
        values.get(ConnectionProperty.WORKSPACES),
        values.get(ConnectionProperty.SEED),
        values.get(ConnectionProperty.LATENCY),
        values.find(ConnectionProperty.FAULTS));
  }

  /** The text form shows no value. */
  @Override
  public String toString() {
    return PREFIX + "… " + parameters;
  }
}
