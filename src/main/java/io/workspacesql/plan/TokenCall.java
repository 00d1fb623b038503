package io.workspacesql.plan;

import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.catalog.TokenFunctions;
import io.workspacesql.error.Failure;
import io.workspacesql.model.Region;
import java.net.URI;
import java.net.URISyntaxException;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One call of a function that mints a token.
 *
 * @param number of the call in its statement: calls that say the same mint a token each, and one
 *     call mints one, however often the plan reads it
 * @param arguments those given, by name
 */
public record TokenCall(FunctionDefinition function, int number, Map<String, Operand> arguments) {
  private static final List<String> MODES = List.of("any", "all");

  public TokenCall {
    arguments = Map.copyOf(arguments);
  }

  /** The workspace's name, which every call gives. */
  Operand workspaceName() {
    return Objects.requireNonNull(arguments.get(TokenFunctions.WORKSPACE_NAME));
  }

  /** Whether it mints a widget token, and not a scoped one. */
  boolean isForWidget() {
    return function.argument(TokenFunctions.ALLOWED_ORIGIN).isPresent();
  }

  /**
   * With the parameters' values.
   *
   * @throws SQLException 22004 for NULL, 22021 and 22023 for a value that the server cannot take
   */
  TokenRequest bind(List<@Nullable Object> parameters) throws SQLException {
    String name = Objects.requireNonNull(value(TokenFunctions.WORKSPACE_NAME, parameters));
    WorkspaceName.check(name);
    return new TokenRequest(
        name,
        origin(value(TokenFunctions.ALLOWED_ORIGIN, parameters)),
        region(value(TokenFunctions.REGION, parameters)),
        tags(TokenFunctions.SOURCE_TAGS, TokenFunctions.SOURCE_TAGS_MODE, parameters),
        tags(TokenFunctions.CONNECTION_TAGS, TokenFunctions.CONNECTION_TAGS_MODE, parameters));
  }

  /** Null = not given. NULL is no way to say so: no tags mean all templates. */
  private @Nullable String value(String argument, List<@Nullable Object> parameters)
      throws SQLException {
    Operand operand = arguments.get(argument);
    if (operand == null) {
      return null;
    }
    Object value = operand.resolve(parameters);
    if (value == null) {
      throw Failure.NULL_ARGUMENT.because(argument, function.name());
    }
    return (String) value;
  }

  private @Nullable String origin(@Nullable String text) throws SQLException {
    if (text != null && !isOrigin(text)) {
      throw wrong(
          TokenFunctions.ALLOWED_ORIGIN, "an origin such as https://app.example.com, without path");
    }
    return text;
  }

  private static boolean isOrigin(String text) {
    try {
      URI uri = new URI(text);
      String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
      return (scheme.equals("https") || scheme.equals("http"))
          && uri.getHost() != null
          && uri.getPort() <= 65_535
          && text.equalsIgnoreCase(scheme + "://" + uri.getHost() + port(uri));
    } catch (URISyntaxException e) {
      return false;
    }
  }

  private static String port(URI uri) {
    return uri.getPort() < 0 ? "" : ":" + uri.getPort();
  }

  private @Nullable String region(@Nullable String text) throws SQLException {
    if (text == null) {
      return null;
    }
    String id = Region.id(text);
    if (id == null) {
      throw wrong(TokenFunctions.REGION, Region.form());
    }
    return id;
  }

  private TokenRequest.@Nullable Tags tags(
      String argument, String modeArgument, List<@Nullable Object> parameters) throws SQLException {
    String words = value(argument, parameters);
    String mode = value(modeArgument, parameters);
    if (words == null) {
      if (mode != null) {
        throw wrong(modeArgument, "given together with " + argument);
      }
      return null;
    }
    if (mode != null && !MODES.contains(mode)) {
      throw wrong(modeArgument, "any or all");
    }
    List<String> tags = Arrays.stream(words.split(",", -1)).map(String::strip).toList();
    if (tags.contains("")) {
      throw wrong(argument, "words separated by commas");
    }
    return new TokenRequest.Tags(tags, mode);
  }

  private SQLException wrong(String argument, String form) {
    return Failure.INVALID_PARAMETER.because(
        "The argument %s of %s must be %s; no token was minted"
            .formatted(argument, function.name(), form));
  }
}
