package io.workspacesql.soundness;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes a query as SQL and notes which parameter each {@code ?} stands for. */
final class Rendering {
  private static final Pattern PLACE = Pattern.compile("\\$([a-z])");
  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final List<Integer> parameters = new ArrayList<>();
  private String alias = "";

  private Rendering() {}

  /**
   * The statement.
   *
   * @param parameters the parameter's index for each {@code ?}, in the order of the text
   */
  record Sql(String text, List<Integer> parameters) {}

  static Sql of(Query query) {
    Rendering rendering = new Rendering();
    Matcher places = PLACE.matcher(query.shape().template());
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      String part = rendering.part(query, places.group(1).charAt(0));
      places.appendReplacement(text, Matcher.quoteReplacement(part));
    }
    places.appendTail(text);
    return new Sql(text.toString(), List.copyOf(rendering.parameters));
  }

  private String part(Query query, char place) {
    alias = place == 'a' || place == 'b' ? place + "." : "";
    return switch (place) {
      case 'o' -> query.outputs().stream().map(this::sql).collect(Collectors.joining(", "));
      case 'k' -> query.outputs().stream().map(this::row).collect(Collectors.joining(", "));
      case 'w', 'a' -> sql(query.where());
      case 'v', 'b' -> sql(query.other());
      case 'l' -> Integer.toString(query.limit());
      case 'f' -> Integer.toString(query.offset());
      default -> throw new IllegalArgumentException(query.shape() + " has no $" + place);
    };
  }

  private String row(Node node) {
    return "(" + sql(node) + ")";
  }

  private String sql(Node node) {
    if (node instanceof Node.Read read) {
      return alias + read.column().sqlName();
    }
    if (node instanceof Node.Parameter parameter) {
      parameters.add(parameter.index());
      return "?";
    }
    return node instanceof Node.Literal literal ? literal(literal) : call((Node.Call) node);
  }

  private String call(Node.Call call) {
    String text = call.operator().template();
    List<Node> operands = call.operands();
    int places = text.split("%s", -1).length - 1;
    StringBuilder sql = new StringBuilder();
    String[] between = text.split("%s", -1);
    for (int i = 0; i < places; i++) {
      int last = i == places - 1 ? operands.size() : i + 1;
      sql.append(between[i])
          .append(
              operands.subList(i, last).stream().map(this::sql).collect(Collectors.joining(", ")));
    }
    return sql.append(between[places]).toString();
  }

  private static String literal(Node.Literal literal) {
    Object value = literal.value();
    if (value == null) {
      return literal.bare() ? "NULL" : "CAST(NULL AS " + literal.type().sqlName() + ")";
    }
    if (value instanceof Instant moment) {
      return (literal.bare() ? "'" : "TIMESTAMP '") + timestamp(moment) + "'";
    }
    return value instanceof String text
        ? "'" + text.replace("'", "''") + "'"
        : value.toString().toUpperCase(Locale.ROOT);
  }

  /** Without the zeros at the end. */
  private static String timestamp(Instant moment) {
    return TIMESTAMP.format(moment).replaceAll("\\.?0{1,6}$", "");
  }
}
