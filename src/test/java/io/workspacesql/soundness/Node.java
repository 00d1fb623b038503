package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A generated expression. {@link #toString} is the form that {@link Notation} reads. */
sealed interface Node {
  Node TRUE = new Literal(Type.TRUTH, true, false);

  Type type();

  /** By plain Java; null is NULL or UNKNOWN. */
  Object value(Scope scope);

  default List<Node> operands() {
    return List.of();
  }

  /** Whether it is the same for each row and reads no table. */
  default boolean isConstant() {
    return operands().stream().allMatch(Node::isConstant);
  }

  record Read(Column column) implements Node {
    @Override
    public Type type() {
      return column.type();
    }

    @Override
    public Object value(Scope scope) {
      return scope.row().get(column);
    }

    @Override
    public boolean isConstant() {
      return false;
    }

    @Override
    public String toString() {
      return column.sqlName();
    }
  }

  /**
   * A value of the statement's text.
   *
   * @param value null is NULL
   * @param bare written without its type: NULL without a cast, a timestamp as mere text
   */
  record Literal(Type type, Object value, boolean bare) implements Node {
    @Override
    public Object value(Scope scope) {
      return value;
    }

    @Override
    public String toString() {
      return (bare ? "~" : "") + Notation.of(type, value);
    }
  }

  /** A {@code ?}. */
  record Parameter(int index, Type type) implements Node {
    @Override
    public Object value(Scope scope) {
      return scope.parameters().get(index);
    }

    @Override
    public String toString() {
      return "?" + index + "_" + type;
    }
  }

  /** DEFAULT in the place of a new value: none is given. */
  record Default(Type type) implements Node {
    @Override
    public Object value(Scope scope) {
      return null;
    }

    @Override
    public String toString() {
      return "DEFAULT";
    }
  }

  /** A sub-query that reads the whole table, whatever the row is. */
  record Lookup(Found found, Column column, Node where) implements Node {
    /** What is looked up of the column. */
    enum Found {
      LEAST("(SELECT MIN(%s) FROM workspaces WHERE %s)"),
      GREATEST("(SELECT MAX(%s) FROM workspaces WHERE %s)"),
      ANY("EXISTS (SELECT %s FROM workspaces WHERE %s)");

      private final String template;

      Found(String template) {
        this.template = template;
      }

      /** With {@code %s} in the places of the column and the condition. */
      String template() {
        return template;
      }
    }

    @Override
    public Type type() {
      return found == Found.ANY ? Type.TRUTH : column.type();
    }

    @Override
    public Object value(Scope scope) {
      Table rows = scope.table().where(where);
      return switch (found) {
        case LEAST -> rows.min(column);
        case GREATEST -> rows.max(column);
        case ANY -> !rows.isEmpty();
      };
    }

    @Override
    public List<Node> operands() {
      return List.of(where);
    }

    @Override
    public boolean isConstant() {
      return false;
    }
  }

  /** An operator or function with its operands. */
  record Call(Operator operator, List<Node> operands) implements Node {
    public Call {
      operands = List.copyOf(operands);
    }

    static Call of(Operator operator, Node... operands) {
      return new Call(operator, List.of(operands));
    }

    @Override
    public Type type() {
      return operator.type(operands);
    }

    @Override
    public Object value(Scope scope) {
      return operator.value(
          operands.stream()
              .map(operand -> operand.value(scope))
              .collect(Collectors.toCollection(ArrayList::new)));
    }

    @Override
    public String toString() {
      String text = operands.toString();
      return operator + "(" + text.substring(1, text.length() - 1) + ")";
    }
  }
}
