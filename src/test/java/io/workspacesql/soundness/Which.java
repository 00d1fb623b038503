package io.workspacesql.soundness;

import java.util.List;

/**
 * Which rows a write means.
 *
 * @param query one of {@link #SHAPES}: its rows begin with the ids of those meant
 * @param isSaid false = without WHERE
 */
record Which(Query query, boolean isSaid) {
  /** The shapes whose WHERE says all. */
  static final List<Shape> SHAPES =
      List.of(
          Shape.ALL,
          Shape.ID_IN,
          Shape.COLOR_IN,
          Shape.COLOR_NOT_IN,
          Shape.EXISTS_SAME,
          Shape.NOT_EXISTS_NAME,
          Shape.EXISTS_ANY,
          Shape.SCALAR);

  static final Which UNSAID = new Which(query(Shape.ALL, Node.TRUE, Node.TRUE), false);

  /** All rows for which the condition is TRUE. */
  static Which where(Node condition) {
    return of(Shape.ALL, condition, Node.TRUE);
  }

  static Which of(Shape shape, Node where, Node other) {
    return new Which(query(shape, where, other), true);
  }

  private static Query query(Shape shape, Node where, Node other) {
    return new Query(shape, List.of(), where, other, 0, 0);
  }

  Which with(Query wanted) {
    return new Which(wanted, isSaid);
  }

  List<Object> ids(Table table) {
    return query.shape().answer(query, table).rows().stream().map(row -> row.get(0)).toList();
  }

  /** Whether the table has the alias {@code a}. */
  boolean isAliased() {
    return query.shape().uses('a');
  }

  /** What stands behind WHERE, with the places of {@link Shape}. */
  String condition() {
    String template = query.shape().template();
    String where = " WHERE ";
    return template.substring(template.indexOf(where) + where.length());
  }

  /** Whether it is nothing but a comparison of the id with given values, none of them NULL. */
  boolean isById(List<Object> parameters) {
    return isSaid
        && query.shape() == Shape.ALL
        && query.where() instanceof Node.Call call
        && (call.operator() == Operator.EQUAL || call.operator() == Operator.IN)
        && call.operands().get(0).equals(Conditions.read(Column.ID))
        && call.operands().stream().skip(1).allMatch(operand -> isGiven(operand, parameters));
  }

  private static boolean isGiven(Node node, List<Object> parameters) {
    return (node instanceof Node.Literal || node instanceof Node.Parameter)
        && node.value(new Scope(null, parameters, null)) != null;
  }
}
