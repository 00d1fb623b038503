package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.CACHE_ENABLED;
import static io.workspacesql.soundness.Column.COLOR;
import static io.workspacesql.soundness.Column.ID;
import static io.workspacesql.soundness.Column.NAME;
import static io.workspacesql.soundness.Column.STATUS;
import static io.workspacesql.soundness.Operator.*;

import io.workspacesql.soundness.Node.Lookup.Found;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/** Random writes of a table as it is now. */
final class Writes {
  private static final List<Column> SERVER_SET =
      List.of(ID, Column.CREATED_AT, COLOR, Column.VISIBILITY, Column.TOMBSTONE);
  private static final int MISTAKE_EVERY = 40;
  private static final int MOST_ROWS = 3;

  private final Random random;
  private final List<Map<Column, Object>> rows;
  private final List<Column> writable;
  private final Values values;
  private final Conditions conditions;

  /**
   * @param shown the columns whose keys the server sends
   */
  Writes(Random random, List<Map<Column, Object>> rows, List<Column> shown) {
    this.random = random;
    this.rows = rows;
    this.writable = List.of(NAME, STATUS, CACHE_ENABLED).stream().filter(shown::contains).toList();
    this.values = new Values(random, rows, 1);
    this.conditions = new Conditions(random, values);
  }

  /** Values for the parameters of the writes made so far. */
  List<Given> execution() {
    return values.execution();
  }

  /**
   * A write.
   *
   * @param mayAddRows whether it may be an INSERT of several rows
   */
  Write write(boolean mayAddRows) {
    return switch (random.nextInt(12)) {
      case 0, 1, 2, 3, 4, 5 -> new Write.Update(assignments(), which());
      case 6, 7, 8 -> new Write.Delete(which());
      case 9 -> mayAddRows ? copy() : insert(1);
      default -> insert(mayAddRows ? 1 + random.nextInt(MOST_ROWS) : 1);
    };
  }

  private List<Assignment> assignments() {
    List<Column> columns = new ArrayList<>();
    columns.add(pick(writable));
    if (random.nextInt(3) == 0) {
      columns.add(pick(writable));
    }
    if (random.nextInt(MISTAKE_EVERY) == 0) {
      columns.add(pick(SERVER_SET));
    }
    List<Column> set =
        random.nextInt(MISTAKE_EVERY) == 0 ? columns : columns.stream().distinct().toList();
    return set.stream().map(column -> new Assignment(column, newValue(column))).toList();
  }

  /** A value for a column, which may depend on the row. */
  private Node newValue(Column column) {
    return switch (column) {
      case NAME -> newName();
      case STATUS -> newStatus();
      case CACHE_ENABLED -> newCache();
      default -> values.typed(column);
    };
  }

  private Node newName() {
    return switch (random.nextInt(15)) {
      case 0, 1, 2 -> Node.Call.of(CONCAT, read(NAME), text("-x"));
      case 3 -> Node.Call.of(CONCAT, values.typed(NAME), read(NAME));
      case 4, 5 -> Node.Call.of(UPPER, read(NAME));
      case 6 -> Node.Call.of(LOWER, Node.Call.of(CONCAT, read(NAME), read(STATUS)));
      case 7 -> Node.Call.of(CASE_WHEN, conditions.condition(1), read(NAME), values.typed(NAME));
      case 8 -> Node.Call.of(COALESCE, read(COLOR), read(NAME));
      case 9 -> lookup(NAME);
      case 10 -> Node.Call.of(CONCAT, lookup(NAME), text(" & Co"));
      case 11 -> Node.Call.of(UPPER, values.typed(NAME));
      case 12 -> badName();
      default -> values.of(NAME);
    };
  }

  private Node newStatus() {
    return switch (random.nextInt(12)) {
      case 0, 1 ->
          Node.Call.of(CASE_OF, read(STATUS), text("active"), text("inactive"), text("active"));
      case 2 -> Node.Call.of(CASE_WHEN, conditions.condition(1), text("inactive"), text("active"));
      case 3 -> read(STATUS);
      case 4 -> lookup(STATUS);
      case 5 -> Node.Call.of(LOWER, text("ACTIVE"));
      case 6 -> random.nextInt(4) == 0 ? values.of(STATUS) : text("active");
      default -> values.text(STATUS, () -> pick(List.of("active", "inactive")));
    };
  }

  private Node newCache() {
    return switch (random.nextInt(8)) {
      case 0, 1 -> Node.Call.of(NOT, read(CACHE_ENABLED));
      case 2 -> conditions.condition(1);
      case 3 -> Node.Call.of(COALESCE, read(CACHE_ENABLED), values.typed(CACHE_ENABLED));
      case 4 -> new Node.Lookup(Found.ANY, NAME, conditions.condition(1));
      case 5 -> Node.Call.of(IS_TRUE, read(CACHE_ENABLED));
      default -> values.of(CACHE_ENABLED);
    };
  }

  private Node lookup(Column column) {
    return new Node.Lookup(
        random.nextBoolean() ? Found.LEAST : Found.GREATEST, column, conditions.condition(1));
  }

  private Which which() {
    return switch (random.nextInt(20)) {
      case 0, 1, 2 -> Which.where(Node.Call.of(EQUAL, read(ID), id()));
      case 3, 4 -> Which.where(new Node.Call(IN, ids()));
      case 5 -> Which.where(Node.Call.of(AND, new Node.Call(IN, ids()), conditions.condition(0)));
      case 6 -> Which.where(Node.TRUE);
      case 7 -> random.nextInt(3) == 0 ? Which.UNSAID : Which.where(Node.TRUE);
      case 8, 9 ->
          Which.where(Node.Call.of(pick(List.of(LIKE, ILIKE)), read(NAME), text(letterPattern())));
      case 10 -> Which.where(twoPatterns());
      case 11 -> Which.where(Node.Call.of(EQUAL, read(STATUS), text("inactive")));
      case 12, 13, 14, 15 ->
          Which.of(pick(Which.SHAPES), conditions.condition(1), conditions.condition(1));
      default -> Which.where(conditions.condition(random.nextInt(3)));
    };
  }

  /** An OR that may ask for two lists, in both of which a row stands. */
  private Node twoPatterns() {
    return Node.Call.of(
        OR,
        Node.Call.of(LIKE, read(NAME), text(wordPattern(0))),
        Node.Call.of(pick(List.of(LIKE, ILIKE)), read(NAME), text(wordPattern(1))));
  }

  /** A word of somebody's name, the first or the second one. */
  private String wordPattern(int position) {
    String[] words = rows.isEmpty() ? new String[0] : pick(rows).get(NAME).toString().split(" ");
    return words.length > position ? "%" + words[position] + "%" : letterPattern();
  }

  private String letterPattern() {
    return "%" + (char) ('a' + random.nextInt(26)) + "%";
  }

  private List<Node> ids() {
    List<Node> operands = new ArrayList<>();
    operands.add(read(ID));
    IntStream.rangeClosed(0, random.nextInt(4)).forEach(i -> operands.add(id()));
    return operands;
  }

  /** Somebody's id mostly; or nobody's, or what can be none. */
  private Node id() {
    if (random.nextInt(10) == 0) {
      return values.of(ID);
    }
    return values.text(ID, this::anId);
  }

  private String anId() {
    return rows.isEmpty() || random.nextInt(6) == 0
        ? new UUID(random.nextLong(), random.nextLong()).toString()
        : (String) pick(rows).get(ID);
  }

  private Write insert(int number) {
    List<Column> columns = insertColumns();
    List<List<Node>> added =
        IntStream.range(0, number)
            .mapToObj(i -> columns.stream().map(this::givenValue).toList())
            .toList();
    return new Write.Insert(columns, added);
  }

  private List<Column> insertColumns() {
    if (random.nextInt(8) == 0) {
      return List.of(Column.values());
    }
    List<Column> columns = new ArrayList<>();
    if (random.nextInt(MISTAKE_EVERY) > 0) {
      columns.add(NAME);
    }
    writable.stream()
        .filter(column -> column != NAME && random.nextInt(3) == 0)
        .forEach(columns::add);
    if (columns.isEmpty() || random.nextInt(8) == 0) {
      columns.add(pick(SERVER_SET));
    }
    return columns;
  }

  /** A value for a column of a new row; for one that the server sets nearly always none. */
  private Node givenValue(Column column) {
    if (column == NAME) {
      return random.nextInt(10) == 0 ? badName() : newNameOfItsOwn();
    }
    boolean isUnknown = column == CACHE_ENABLED && !writable.contains(column);
    boolean isGiven =
        !isUnknown && random.nextInt(writable.contains(column) ? 2 : MISTAKE_EVERY) == 0;
    if (!isGiven) {
      return absent(column);
    }
    return column == STATUS ? newStatusOfItsOwn() : values.typed(column);
  }

  private Node absent(Column column) {
    return random.nextBoolean()
        ? new Node.Default(column.type())
        : new Node.Literal(column.type(), null, random.nextBoolean());
  }

  /** Taken at times, or none. */
  private Node badName() {
    return random.nextInt(3) == 0 ? text("") : values.of(NAME);
  }

  private Node newNameOfItsOwn() {
    Node fresh = values.text(NAME, () -> "New " + Integer.toString(random.nextInt(1 << 20), 36));
    return switch (random.nextInt(10)) {
      case 0, 1 -> Node.Call.of(CONCAT, fresh, text("'s \u00E9\n"));
      case 2 -> Node.Call.of(CONCAT, lookup(NAME), fresh);
      default -> fresh;
    };
  }

  private Node newStatusOfItsOwn() {
    return random.nextInt(12) == 0
        ? values.of(STATUS)
        : values.text(STATUS, () -> pick(List.of("active", "inactive")));
  }

  private Write copy() {
    List<Column> columns = new ArrayList<>(List.of(NAME));
    List<Node> selected = new ArrayList<>();
    selected.add(
        random.nextInt(8) == 0
            ? read(NAME)
            : Node.Call.of(CONCAT, read(random.nextBoolean() ? NAME : ID), text(" (copy)")));
    for (Column column : writable) {
      if (column != NAME && random.nextBoolean()) {
        columns.add(column);
        selected.add(random.nextInt(3) == 0 ? newValue(column) : read(column));
      }
    }
    return new Write.Copy(columns, selected, which());
  }

  private static Node read(Column column) {
    return Conditions.read(column);
  }

  private static Node text(String text) {
    return new Node.Literal(Type.TEXT, text, false);
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
