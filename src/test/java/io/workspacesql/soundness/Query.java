package io.workspacesql.soundness;

import java.util.List;

/**
 * A generated statement; a shape uses the parts that it has a place for.
 *
 * @param outputs what is selected, grouped or ordered by
 * @param where the condition on the (first) table
 * @param other the condition on the second table
 */
record Query(Shape shape, List<Node> outputs, Node where, Node other, int limit, int offset) {
  Query {
    outputs = List.copyOf(outputs);
  }

  Query withShape(Shape wanted) {
    return new Query(wanted, outputs, where, other, limit, offset);
  }

  Query withOutputs(List<Node> wanted) {
    return new Query(shape, wanted, where, other, limit, offset);
  }

  Query withWhere(Node wanted) {
    return new Query(shape, outputs, wanted, other, limit, offset);
  }

  Query withOther(Node wanted) {
    return new Query(shape, outputs, where, wanted, limit, offset);
  }

  @Override
  public String toString() {
    return shape + " " + outputs + " " + where + " " + other + " " + limit + " " + offset;
  }
}
