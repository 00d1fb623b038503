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
import java.util.stream.Stream;

/** Writes a statement as SQL and notes which parameter each {@code ?} stands for. */
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
    return rendering.sql(rendering.filled(query.shape().template(), query));
  }

  static Sql of(Write write) {
    Rendering rendering = new Rendering();
    return rendering.sql(rendering.text(write));
  }

  private Sql sql(String text) {
    return new Sql(text, List.copyOf(parameters));
  }

  private String text(Write write) {
    if (write instanceof Write.Insert insert) {
      return into(insert.columns())
          + insert.rows().stream()
              .map(row -> listed("(", row.stream().map(this::sql), ")"))
              .collect(Collectors.joining(", ", " VALUES ", ""));
    }
    if (write instanceof Write.Copy copy) {
      alias = prefix(copy.which());
      return into(copy.columns())
          + listed(" SELECT ", copy.values().stream().map(this::sql), " FROM workspaces")
          + rows(copy.which(), "");
    }
    if (write instanceof Write.Update update) {
      alias = prefix(update.which());
      Stream<String> assignments = update.assignments().stream().map(this::assignment);
      return "UPDATE airbyte.workspaces" + rows(update.which(), listed(" SET ", assignments, ""));
    }
    return "DELETE FROM workspaces" + rows(((Write.Delete) write).which(), "");
  }

  private static String into(List<Column> columns) {
    return columns.equals(List.of(Column.values()))
        ? "INSERT INTO workspaces"
        : listed("INSERT INTO workspaces (", columns.stream().map(Column::sqlName), ")");
  }

  private String assignment(Assignment assignment) {
    return assignment.column().sqlName() + " = " + sql(assignment.value());
  }

  private static String prefix(Which which) {
    return which.isAliased() ? "a." : "";
  }

  private String rows(Which which, String between) {
    return (which.isAliased() ? " AS a" : "")
        + between
        + (which.isSaid() ? " WHERE " + filled(which.condition(), which.query()) : "");
  }

  private static String listed(String before, Stream<String> parts, String behind) {
    return parts.collect(Collectors.joining(", ", before, behind));
  }

  private String filled(String template, Query query) {
    Matcher places = PLACE.matcher(template);
    StringBuilder text = new StringBuilder();
    while (places.find()) {
      String part = part(query, places.group(1).charAt(0));
      places.appendReplacement(text, Matcher.quoteReplacement(part));
    }
    return places.appendTail(text).toString();
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
    if (node instanceof Node.Default) {
      return "DEFAULT";
    }
    if (node instanceof Node.Lookup lookup) {
      return lookup(lookup);
    }
    return node instanceof Node.Literal literal ? literal(literal) : call((Node.Call) node);
  }

  private String lookup(Node.Lookup lookup) {
    String outside = alias;
    alias = "";
    String text =
        lookup.found().template().formatted(lookup.column().sqlName(), sql(lookup.where()));
    alias = outside;
    return text;
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
