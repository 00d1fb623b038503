package io.workspacesql.soundness;

import io.workspacesql.soundness.Given.Form;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Literals and parameters of one query, with what the parameters may be set to. */
final class Values {
  private static final int NULL_EVERY = 12;
  private static final long MICROS_PER_DAY = 86_400_000_000L;

  private final Random random;
  private final Words words;
  private final List<Map<Column, Object>> rows;
  private final long micros;
  private final List<Supplier<Given>> parameters = new ArrayList<>();

  /**
   * @param micros the step of the driver's timestamps
   */
  Values(Random random, List<Map<Column, Object>> rows, long micros) {
    this.random = random;
    this.words = new Words(random, rows);
    this.rows = rows;
    this.micros = micros;
  }

  /** A literal or parameter to compare with a column. */
  Node of(Column column) {
    return switch (column.type()) {
      case TEXT -> text(column, () -> words.about(column));
      case TRUTH -> truth();
      case MOMENT -> moment(true);
      case NUMBER -> throw new IllegalArgumentException("no column is a number");
    };
  }

  /** The same of the same type, where a bare literal would lose its type. */
  Node typed(Column column) {
    return column.type() == Type.MOMENT ? moment(false) : unbare(of(column));
  }

  private static Node unbare(Node node) {
    return node instanceof Node.Literal literal
        ? new Node.Literal(literal.type(), literal.value(), false)
        : node;
  }

  /** A text that a name may hold once it is folded. */
  Node folded(UnaryOperator<String> fold) {
    return text(Column.NAME, () -> words.folded(fold));
  }

  /** The pattern of names that hold, start with or end with such a text. */
  Node foldedPattern(UnaryOperator<String> fold) {
    String before = random.nextInt(4) == 0 ? "" : "%";
    String behind = random.nextInt(4) == 0 ? "" : "%";
    return text(Column.NAME, () -> before + words.folded(fold) + behind);
  }

  Node pattern(Column column) {
    return text(column, () -> words.pattern(column));
  }

  Node escapedPattern(Column column, String escape) {
    return text(column, () -> words.escapedPattern(column, escape));
  }

  /** A text, or a parameter for one. */
  Node text(Column column, Supplier<String> source) {
    if (random.nextInt(5) < 2) {
      return parameter(Type.TEXT, () -> text(source.get(), column));
    }
    boolean isNull = random.nextInt(2 * NULL_EVERY) == 0;
    String value = isNull ? null : source.get();
    return new Node.Literal(Type.TEXT, value, isNull && random.nextBoolean());
  }

  private Given text(String value, Column column) {
    boolean isId =
        column == Column.ID && value.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    if (isId && random.nextBoolean()) {
      return new Given(Form.UUID, Type.TEXT, value);
    }
    int kind = random.nextInt(10);
    if (kind == 0) {
      return new Given(Form.INT, Type.TEXT, Integer.toString(random.nextInt(20)));
    }
    return new Given(kind < 3 ? Form.OBJECT : Form.STRING, Type.TEXT, value);
  }

  private Node truth() {
    return random.nextInt(3) == 0
        ? parameter(Type.TRUTH, () -> new Given(Form.OBJECT, Type.TRUTH, random.nextBoolean()))
        : new Node.Literal(
            Type.TRUTH, random.nextInt(NULL_EVERY) == 0 ? null : random.nextBoolean(), false);
  }

  private Node moment(boolean mayBeBare) {
    if (random.nextInt(5) < 2) {
      return parameter(Type.MOMENT, this::givenMoment);
    }
    if (random.nextInt(2 * NULL_EVERY) == 0) {
      return new Node.Literal(Type.MOMENT, null, mayBeBare && random.nextBoolean());
    }
    Instant moment = Column.cut(moment(), Math.max(micros, random.nextBoolean() ? 1_000_000 : 1));
    return new Node.Literal(Type.MOMENT, moment, mayBeBare && random.nextBoolean());
  }

  private Given givenMoment() {
    Form[] forms = {
      Form.OBJECT, Form.TIMESTAMP, Form.OFFSET_DATE_TIME, Form.LOCAL_DATE_TIME, Form.STRING
    };
    return new Given(forms[random.nextInt(forms.length)], Type.MOMENT, moment());
  }

  /** One of the data, one near it, or any. */
  private Instant moment() {
    Column column = random.nextBoolean() ? Column.CREATED_AT : Column.UPDATED_AT;
    Instant known =
        rows.isEmpty()
            ? Instant.parse("2024-02-29T23:59:59.999Z")
            : (Instant) rows.get(random.nextInt(rows.size())).get(column);
    return switch (random.nextInt(6)) {
      case 0, 1 -> known;
      case 2 -> known.plus(micros, ChronoUnit.MICROS);
      case 3 -> known.minus(1, ChronoUnit.MICROS);
      case 4 -> known.truncatedTo(ChronoUnit.DAYS);
      default -> known.plus(random.nextLong(-900, 900) * MICROS_PER_DAY / 7, ChronoUnit.MICROS);
    };
  }

  private Node parameter(Type type, Supplier<Given> source) {
    parameters.add(
        () ->
            random.nextInt(NULL_EVERY) == 0
                ? new Given(random.nextBoolean() ? Form.SET_NULL : Form.OBJECT, type, null)
                : source.get());
    return new Node.Parameter(parameters.size() - 1, type);
  }

  /** Values for all parameters made so far. */
  List<Given> execution() {
    return parameters.stream().map(Supplier::get).toList();
  }

  boolean hasParameters() {
    return !parameters.isEmpty();
  }
}
