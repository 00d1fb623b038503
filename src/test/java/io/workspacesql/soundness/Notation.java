package io.workspacesql.soundness;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The one-line form of queries and values, which their {@code toString} writes. */
final class Notation {
  private static final Pattern TOKEN =
      Pattern.compile(
          "\\s*('(?:[^'\\\\]|\\\\.)*'|@[^ ,)\\]}]+|\\?\\d+_\\w+|-?\\d+|\\w+|[~(),\\[\\]{}])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\(u([0-9a-f]{4})|.)");
  private static final String NULL = "NULL_";

  private final Matcher tokens;
  private String token;

  private Notation(String line) {
    this.tokens = TOKEN.matcher(line);
    advance();
  }

  /** Reads {@code ORGANIZATION SHAPE [outputs] where other limit offset {given} …}. */
  static Case parse(String line) {
    Notation notation = new Notation(line);
    Organization organization = Organization.valueOf(notation.take());
    Query query = notation.query();
    List<List<Given>> executions = new ArrayList<>();
    while (!notation.token.isEmpty()) {
      executions.add(notation.list("{", "}", notation::given));
    }
    return new Case(organization, query, executions);
  }

  /** A value in this notation. */
  static String of(Type type, Object value) {
    if (value == null) {
      return NULL + type;
    }
    return switch (type) {
      case TEXT -> quoted((String) value);
      case TRUTH -> value.toString().toUpperCase(Locale.ROOT);
      case MOMENT -> "@" + value;
      case NUMBER -> value.toString();
    };
  }

  private static String quoted(String text) {
    StringBuilder quoted = new StringBuilder("'");
    text.codePoints()
        .forEach(
            point -> {
              if (point == '\'' || point == '\\') {
                quoted.append('\\').append((char) point);
              } else if (isPlain(point)) {
                quoted.appendCodePoint(point);
              } else {
                Character.toString(point)
                    .chars()
                    .forEach(
                        unit ->
                            quoted.append("\\u").append(HexFormat.of().toHexDigits((char) unit)));
              }
            });
    return quoted.append('\'').toString();
  }

  private static boolean isPlain(int point) {
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.NON_SPACING_MARK,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> point == ' ' || !Character.isSpaceChar(point);
    };
  }

  private static String unquoted(String quoted) {
    return ESCAPE
        .matcher(quoted.substring(1, quoted.length() - 1))
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    found.group(2) == null
                        ? found.group(1)
                        : Character.toString(HexFormat.fromHexDigits(found.group(2)))));
  }

  private Query query() {
    Shape shape = Shape.valueOf(take());
    List<Node> outputs = list("[", "]", this::node);
    return new Query(
        shape, outputs, node(), node(), Integer.parseInt(take()), Integer.parseInt(take()));
  }

  private Given given() {
    Given.Form form = Given.Form.valueOf(take());
    Node.Literal literal = literal(false);
    return new Given(form, literal.type(), literal.value());
  }

  private Node node() {
    if (token.startsWith("?")) {
      String[] parts = take().substring(1).split("_", 2);
      return new Node.Parameter(Integer.parseInt(parts[0]), Type.valueOf(parts[1]));
    }
    if (token.equals("~")) {
      advance();
      return literal(true);
    }
    return isName(token) ? named() : literal(false);
  }

  private static boolean isName(String token) {
    return Character.isLetter(token.charAt(0))
        && !token.equals("TRUE")
        && !token.equals("FALSE")
        && !token.startsWith(NULL);
  }

  private Node named() {
    String name = take();
    return token.equals("(")
        ? new Node.Call(Operator.valueOf(name), list("(", ")", this::node))
        : new Node.Read(Column.valueOf(name.toUpperCase(Locale.ROOT)));
  }

  private Node.Literal literal(boolean bare) {
    String text = take();
    if (text.startsWith(NULL)) {
      return new Node.Literal(Type.valueOf(text.substring(NULL.length())), null, bare);
    }
    return switch (text.charAt(0)) {
      case '\'' -> new Node.Literal(Type.TEXT, unquoted(text), bare);
      case '@' -> new Node.Literal(Type.MOMENT, Instant.parse(text.substring(1)), bare);
      case 'T', 'F' -> new Node.Literal(Type.TRUTH, text.equals("TRUE"), bare);
      default -> new Node.Literal(Type.NUMBER, Long.valueOf(text), bare);
    };
  }

  private <T> List<T> list(String open, String close, Supplier<T> element) {
    expect(open);
    List<T> elements = new ArrayList<>();
    while (!token.equals(close)) {
      elements.add(element.get());
      if (token.equals(",")) {
        advance();
      }
    }
    expect(close);
    return elements;
  }

  private void expect(String wanted) {
    if (!token.equals(wanted)) {
      throw new IllegalArgumentException("expected " + wanted + " but found " + token);
    }
    advance();
  }

  private String take() {
    String taken = token;
    advance();
    return taken;
  }

  private void advance() {
    token = tokens.lookingAt() ? tokens.group(1) : "";
    tokens.region(tokens.lookingAt() ? tokens.end() : tokens.regionEnd(), tokens.regionEnd());
  }
}
