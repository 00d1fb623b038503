package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was given for each property, by the URL and the {@link Properties} together. Neither side
 * wins: a property that both give must have the same value. An empty text counts as not given,
 * since tools pass empty logins.
 */
final class PropertyValues {
  private final Map<ConnectionProperty<?>, String> given = new LinkedHashMap<>();
  private final List<String> notices = new ArrayList<>();

  private PropertyValues() {}

  static PropertyValues of(List<JdbcUrl.Parameter> parameters, Properties properties)
      throws SQLException {
    PropertyValues values = new PropertyValues();
    values.addAll(parameters);
    values.addAll(properties);
    return values;
  }

  private void addAll(List<JdbcUrl.Parameter> parameters) throws SQLException {
    Set<ConnectionProperty<?>> seen = new HashSet<>();
    for (JdbcUrl.Parameter parameter : parameters) {
      ConnectionProperty<?> property = ConnectionProperty.named(parameter.name());
      if (property == null) {
        throw unknown(parameter.name(), parameters);
      }
      if (!seen.add(property)) {
        throw Failure.INVALID_PROPERTY.because(property + " is in the URL more than once");
      }
      addFromUrl(property, parameter.value());
    }
  }

  private void addFromUrl(ConnectionProperty<?> property, String value) throws SQLException {
    if (!property.isAllowedInUrl()) {
      throw Failure.INVALID_PROPERTY.because(
          property + " names a file: give it in Properties or the data source, not in the URL");
    }
    if (property.isSecret() && !value.isEmpty()) {
      notices.add(
          property + " is in the URL, which tools show and log; better give it in Properties");
    }
    add(property, value);
  }

  /** A stray name beside a secret is not shown: it may be the rest of a secret that holds an &. */
  private static SQLException unknown(String name, List<JdbcUrl.Parameter> parameters) {
    boolean besideSecret =
        parameters.stream()
            .map(parameter -> ConnectionProperty.named(parameter.name()))
            .anyMatch(property -> property != null && property.isSecret());
    return Failure.INVALID_PROPERTY.because(
        besideSecret
            ? "a name in the URL is unknown (write & in a value as %26)"
            : Spelling.shown(name) + " is unknown; the nearest name is " + Spelling.nearest(name));
  }

  private void addAll(Properties properties) throws SQLException {
    for (String name : properties.stringPropertyNames()) {
      addFromProperties(name, properties.getProperty(name));
    }
    for (Map.Entry<Object, Object> entry : properties.entrySet()) {
      if (entry.getKey() instanceof String name && !(entry.getValue() instanceof String)) {
        addFromProperties(name, text(name, entry.getValue()));
      }
    }
  }

  private static String text(String name, Object value) throws SQLException {
    if (value instanceof Number || value instanceof Boolean || value instanceof Enum<?>) {
      return value.toString();
    }
    if (ConnectionProperty.named(name) == null) {
      return "";
    }
    throw Failure.INVALID_PROPERTY.because(name + " must be given as text");
  }

  private void addFromProperties(String name, String value) throws SQLException {
    ConnectionProperty<?> property = ConnectionProperty.named(name);
    if (property != null) {
      add(property, value);
    } else if (Spelling.isSlip(name)) {
      throw Failure.INVALID_PROPERTY.because(
          Spelling.shown(name) + " is unknown; the nearest name is " + Spelling.nearest(name));
    } else {
      notices.add("The property " + Spelling.shown(name) + " is unknown and has no effect");
    }
  }

  private void add(ConnectionProperty<?> property, String value) throws SQLException {
    if (value.isEmpty()) {
      return;
    }
    property.parse(value);
    String earlier = given.putIfAbsent(property, value);
    if (earlier != null && !earlier.equals(value)) {
      throw Failure.INVALID_PROPERTY.because(
          property + " is given twice with different values (in the URL and in Properties?)");
    }
  }

  /** Gives a property a value from a further source, unless it has one. */
  void complete(ConnectionProperty<?> property, @Nullable String value) throws SQLException {
    if (value != null && !isGiven(property)) {
      add(property, value);
    }
  }

  boolean isGiven(ConnectionProperty<?> property) {
    return given.containsKey(property);
  }

  /** The value of a property that has a default. */
  <T> T get(ConnectionProperty<T> property) throws SQLException {
    T value = find(property);
    if (value == null) {
      throw Failure.INTERNAL.because(property + " has no default");
    }
    return value;
  }

  /** The value given or by default; null = neither. */
  <T> @Nullable T find(ConnectionProperty<T> property) throws SQLException {
    String text = given.getOrDefault(property, property.defaultText());
    return text == null ? null : property.parse(text);
  }

  void refuseDemoOnly() throws SQLException {
    for (ConnectionProperty<?> property : given.keySet()) {
      if (property.isForDemoOnly()) {
        throw Failure.INVALID_PROPERTY.because(property + " is for jdbc:airbyte:demo only");
      }
    }
  }

  void refuseFiles() throws SQLException {
    for (ConnectionProperty<?> property : given.keySet()) {
      if (property.namesFile()) {
        throw Failure.INVALID_PROPERTY.because(
            property + " is refused: this application lets no property touch a file");
      }
    }
  }

  /** What the user should hear. */
  List<String> notices() {
    return List.copyOf(notices);
  }

  /** Every property with what is in force, secrets hidden. */
  List<PropertySetting> settings() {
    return ConnectionProperty.all().stream()
        .map(property -> new PropertySetting(property, shown(property)))
        .toList();
  }

  private @Nullable String shown(ConnectionProperty<?> property) {
    return property.isSecret() && isGiven(property)
        ? "***"
        : given.getOrDefault(property, property.defaultText());
  }
}
