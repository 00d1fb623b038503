package io.workspacesql.shell;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.jspecify.annotations.Nullable;

/** What the command line asks for. */
final class Arguments {
  static final String DEMO_URL = "jdbc:airbyte:demo";

  private final List<String> scripts = new ArrayList<>();
  private final Properties properties = new Properties();
  private @Nullable String url;
  private @Nullable String user;
  private @Nullable String password;
  private OutputFormat format = OutputFormat.TABLE;
  private boolean help;
  private boolean version;
  private boolean progress;

  private Arguments() {}

  /**
   * Reads a command line.
   *
   * @throws IllegalArgumentException with a message for the user
   */
  static Arguments parse(List<String> words) {
    Arguments arguments = new Arguments();
    Iterator<String> rest = words.iterator();
    while (rest.hasNext()) {
      arguments.take(rest.next(), rest);
    }
    return arguments;
  }

  private void take(String word, Iterator<String> rest) {
    switch (word) {
      case "-n", "--user" -> user = valueOf(word, rest);
      case "-p", "--password" -> password = valueOf(word, rest);
      case "-e", "--execute" -> scripts.add(valueOf(word, rest));
      case "-D", "--property" -> takeProperty(valueOf(word, rest));
      case "--format" -> format = format(valueOf(word, rest));
      case "-h", "--help" -> help = true;
      case "--version" -> version = true;
      case "--progress" -> progress = true;
      default -> takeUrl(word);
    }
  }

  private void takeProperty(String assignment) {
    int equals = assignment.indexOf('=');
    if (equals < 1) {
      throw new IllegalArgumentException("-D needs name=value");
    }
    properties.setProperty(assignment.substring(0, equals), assignment.substring(equals + 1));
  }

  private void takeUrl(String word) {
    if (!word.startsWith("jdbc:")) {
      throw new IllegalArgumentException("neither an option nor a JDBC URL: " + word);
    }
    if (url != null) {
      throw new IllegalArgumentException("more than one URL");
    }
    url = word;
  }

  private static OutputFormat format(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "table" -> OutputFormat.TABLE;
      case "csv" -> OutputFormat.CSV;
      case "sheet" -> OutputFormat.SHEET;
      default -> throw new IllegalArgumentException("--format is table, csv or sheet, not " + name);
    };
  }

  private static String valueOf(String option, Iterator<String> rest) {
    if (!rest.hasNext()) {
      throw new IllegalArgumentException(option + " needs a value");
    }
    return rest.next();
  }

  boolean wantsHelp() {
    return help;
  }

  boolean wantsVersion() {
    return version;
  }

  boolean wantsProgress() {
    return progress;
  }

  /** The URL given, otherwise the demo's. */
  String url() {
    return url == null ? DEMO_URL : url;
  }

  @Nullable String user() {
    return user;
  }

  @Nullable String password() {
    return password;
  }

  OutputFormat format() {
    return format;
  }

  /** Texts of {@code -e}, in order. */
  List<String> scripts() {
    return Collections.unmodifiableList(scripts);
  }

  boolean hasProperties() {
    return !properties.isEmpty();
  }

  /** The properties of {@code -D}, with user and password where given. */
  Properties connectionProperties() {
    Properties all = new Properties();
    all.putAll(properties);
    if (user != null) {
      all.setProperty("user", user);
    }
    if (password != null) {
      all.setProperty("password", password);
    }
    return all;
  }
}
