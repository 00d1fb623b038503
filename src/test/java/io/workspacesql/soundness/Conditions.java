package io.workspacesql.soundness;

import static io.workspacesql.soundness.Operator.*;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** Random conditions over the ten columns. */
final class Conditions {
  private static final Operator[] ORDERS = {
    EQUAL, EQUAL, NOT_EQUAL, UNEQUAL, LESS, AT_MOST, GREATER, AT_LEAST, IS_DISTINCT, IS_NOT_DISTINCT
  };
  private static final Operator[] TRUTH_TESTS = {
    IS_NULL, IS_NOT_NULL, IS_TRUE, IS_NOT_TRUE, IS_FALSE, IS_NOT_FALSE, IS_UNKNOWN, IS_NOT_UNKNOWN
  };
  private static final Operator[] LIKES = {LIKE, LIKE, NOT_LIKE, ILIKE, ILIKE, NOT_ILIKE};
  private static final Operator[] ESCAPED_LIKES = {LIKE_ESCAPE, NOT_LIKE_ESCAPE, ILIKE_ESCAPE};
  private static final String[] ESCAPES = {"\\", "!", "#", "%", "_"};
  private static final List<UnaryOperator<String>> FOLDS =
      List.of(
          UnaryOperator.identity(),
          text -> text.toLowerCase(Locale.ROOT),
          text -> text.toUpperCase(Locale.ROOT));
  private static final Column[] TEXTS = {
    Column.NAME,
    Column.NAME,
    Column.NAME,
    Column.NAME,
    Column.ID,
    Column.STATUS,
    Column.STATUS,
    Column.COLOR,
    Column.VISIBILITY,
    Column.ORGANIZATION_ID
  };
  private static final Column[] TRUTHS = {
    Column.CACHE_ENABLED, Column.CACHE_ENABLED, Column.TOMBSTONE
  };
  private static final Column[] MOMENTS = {Column.CREATED_AT, Column.UPDATED_AT};

  private final Random random;
  private final Values values;
  private final boolean onlyStatus;

  Conditions(Random random, Values values) {
    this(random, values, false);
  }

  private Conditions(Random random, Values values, boolean onlyStatus) {
    this.random = random;
    this.values = values;
    this.onlyStatus = onlyStatus;
  }

  /** Conditions that look at no column but the status. */
  Conditions ofStatus() {
    return new Conditions(random, values, true);
  }

  /**
   * A condition.
   *
   * @param depth of AND, OR, NOT, CASE and IS above the comparisons, at most
   */
  Node condition(int depth) {
    if (depth == 0) {
      return comparison();
    }
    return switch (random.nextInt(14)) {
      case 0, 1, 2 -> many(AND, depth);
      case 3, 4, 5 -> many(OR, depth);
      case 6, 7 -> Node.Call.of(NOT, condition(depth - 1));
      case 8 -> Node.Call.of(pick(TRUTH_TESTS), condition(depth - 1));
      case 9 -> caseWhen(depth);
      default -> comparison();
    };
  }

  private Node many(Operator operator, int depth) {
    return Node.Call.of(operator, condition(depth - 1), condition(depth - 1));
  }

  private Node caseWhen(int depth) {
    Node otherwise = random.nextBoolean() ? Node.TRUE : condition(depth - 1);
    return Node.Call.of(CASE_WHEN, condition(depth - 1), condition(depth - 1), otherwise);
  }

  private Node comparison() {
    if (onlyStatus) {
      return aboutText(Column.STATUS);
    }
    int kind = random.nextInt(22);
    if (kind > 19) {
      return aboutFoldedName();
    }
    if (kind < 13) {
      return aboutText(pick(TEXTS));
    }
    if (kind < 15) {
      return aboutTruth(pick(TRUTHS));
    }
    return kind < 18 ? aboutMoment(pick(MOMENTS)) : isNull();
  }

  private Node isNull() {
    Column column = pick(Column.values());
    Operator test = random.nextBoolean() ? IS_NULL : IS_NOT_NULL;
    return Node.Call.of(test, column.type() == Type.TEXT ? subject(column) : read(column));
  }

  private Node aboutText(Column column) {
    return switch (random.nextInt(16)) {
      case 0, 1, 2, 3 -> ordered(subject(column), operand(column));
      case 4 -> Node.Call.of(pick(ORDERS), operand(column), subject(column));
      case 5, 6 -> in(subject(column), () -> operand(column));
      case 7 -> between(subject(column), operand(column), operand(column));
      case 8, 9 -> Node.Call.of(pick(LIKES), subject(column), pattern(column));
      case 10 -> escapedLike(column);
      case 11 -> position(column);
      case 12 -> Node.Call.of(STARTS_WITH, subject(column), operand(column));
      case 13 -> ordered(read(column), read(pick(TEXTS)));
      case 14 -> ordered(computed(column), values.typed(column));
      default -> manyEqual(column);
    };
  }

  /** Where a server and SQL may disagree about case. */
  private Node aboutFoldedName() {
    Node name = read(Column.NAME);
    return switch (random.nextInt(5)) {
      case 0 ->
          Node.Call.of(ILIKE, name, values.foldedPattern(FOLDS.get(random.nextInt(FOLDS.size()))));
      case 1 -> Node.Call.of(LIKE, name, values.foldedPattern(UnaryOperator.identity()));
      case 2 -> aboutFolded(Node.Call.of(LOWER, name), text -> text.toLowerCase(Locale.ROOT));
      default -> aboutFolded(Node.Call.of(UPPER, name), text -> text.toUpperCase(Locale.ROOT));
    };
  }

  private Node aboutFolded(Node subject, UnaryOperator<String> fold) {
    return switch (random.nextInt(6)) {
      case 0 -> Node.Call.of(EQUAL, subject, values.folded(fold));
      case 1 -> in(subject, () -> values.folded(fold));
      case 2 -> Node.Call.of(STARTS_WITH, subject, values.folded(fold));
      case 3 ->
          Node.Call.of(
              GREATER,
              Node.Call.of(POSITION, values.folded(fold), subject),
              new Node.Literal(Type.NUMBER, 0L, false));
      default -> Node.Call.of(LIKE, subject, values.foldedPattern(fold));
    };
  }

  /** An OR of comparisons with one column, as tools write it. */
  private Node manyEqual(Column column) {
    Node subject = subject(column);
    Node any = ordered(subject, operand(column));
    for (int i = random.nextInt(3); i >= 0; i--) {
      Node next =
          random.nextBoolean()
              ? Node.Call.of(EQUAL, subject, operand(column))
              : Node.Call.of(pick(LIKES), subject, pattern(column));
      any = Node.Call.of(OR, any, next);
    }
    return any;
  }

  private Node ordered(Node left, Node right) {
    return Node.Call.of(pick(ORDERS), left, right);
  }

  private Node between(Node value, Node low, Node high) {
    return Node.Call.of(random.nextInt(3) == 0 ? NOT_BETWEEN : BETWEEN, value, low, high);
  }

  private Node in(Node value, Supplier<Node> element) {
    List<Node> operands = new ArrayList<>(List.of(value));
    for (int i = random.nextInt(4); i >= 0; i--) {
      operands.add(element.get());
    }
    return new Node.Call(random.nextInt(3) == 0 ? NOT_IN : IN, operands);
  }

  private Node escapedLike(Column column) {
    String escape = pick(ESCAPES);
    Node sign = new Node.Literal(Type.TEXT, escape, false);
    return Node.Call.of(
        pick(ESCAPED_LIKES), subject(column), values.escapedPattern(column, escape), sign);
  }

  private Node position(Column column) {
    Node position = Node.Call.of(POSITION, values.of(column), subject(column));
    return Node.Call.of(
        pick(AT_LEAST, GREATER, NOT_EQUAL, EQUAL, AT_MOST, LESS),
        position,
        new Node.Literal(Type.NUMBER, (long) random.nextInt(2), false));
  }

  /** The column, folded at times. */
  private Node subject(Column column) {
    return switch (random.nextInt(10)) {
      case 0, 1 -> Node.Call.of(UPPER, read(column));
      case 2, 3 -> Node.Call.of(LOWER, read(column));
      case 4 -> Node.Call.of(AS_TEXT, read(column));
      default -> read(column);
    };
  }

  private Node computed(Column column) {
    return switch (random.nextInt(6)) {
      case 0 -> Node.Call.of(COALESCE, read(column), values.typed(column));
      case 1 -> Node.Call.of(NULLIF, read(column), values.typed(column));
      case 2 -> Node.Call.of(CASE_WHEN, comparison(), read(column), values.typed(column));
      case 3 ->
          Node.Call.of(
              CASE_OF, read(column), values.typed(column), values.typed(column), read(column));
      case 4 -> Node.Call.of(CONCAT, read(column), values.typed(column));
      default -> Node.Call.of(COALESCE, values.typed(column), subject(column));
    };
  }

  /** A value, folded or put together at times. */
  private Node operand(Column column) {
    return switch (random.nextInt(12)) {
      case 0 -> Node.Call.of(UPPER, values.typed(column));
      case 1 -> Node.Call.of(LOWER, values.typed(column));
      case 2 -> Node.Call.of(CONCAT, values.typed(column), values.typed(column));
      default -> values.of(column);
    };
  }

  private Node pattern(Column column) {
    if (random.nextInt(5) > 0) {
      return random.nextInt(8) == 0
          ? Node.Call.of(pick(UPPER, LOWER), values.pattern(column))
          : values.pattern(column);
    }
    Node anyText = new Node.Literal(Type.TEXT, "%", false);
    return Node.Call.of(CONCAT, Node.Call.of(CONCAT, anyText, values.typed(column)), anyText);
  }

  private Node aboutTruth(Column column) {
    return switch (random.nextInt(7)) {
      case 0, 1 -> read(column);
      case 2 -> Node.Call.of(NOT, read(column));
      case 3 -> Node.Call.of(pick(TRUTH_TESTS), read(column));
      case 4 -> in(read(column), () -> values.of(column));
      case 5 -> Node.Call.of(COALESCE, read(column), values.typed(column));
      default ->
          Node.Call.of(
              pick(EQUAL, NOT_EQUAL, IS_DISTINCT, IS_NOT_DISTINCT),
              read(column),
              values.of(column));
    };
  }

  private Node aboutMoment(Column column) {
    return switch (random.nextInt(8)) {
      case 0 -> in(read(column), () -> values.typed(column));
      case 1 -> between(read(column), values.of(column), values.of(column));
      case 2 -> ordered(read(Column.CREATED_AT), read(Column.UPDATED_AT));
      case 3 ->
          ordered(Node.Call.of(COALESCE, read(column), values.typed(column)), values.typed(column));
      default -> ordered(read(column), values.of(column));
    };
  }

  /** Something to select. */
  Node output() {
    Column column = pick(Column.values());
    if (random.nextInt(4) > 0) {
      return read(column);
    }
    return switch (random.nextInt(4)) {
      case 0 -> condition(1);
      case 1 -> computed(pick(TEXTS));
      case 2 -> Node.Call.of(UPPER, read(pick(TEXTS)));
      default -> Node.Call.of(POSITION, values.typed(Column.NAME), read(Column.NAME));
    };
  }

  static Node read(Column column) {
    return new Node.Read(column);
  }

  @SafeVarargs
  private <T> T pick(T... from) {
    return from[random.nextInt(from.length)];
  }
}
