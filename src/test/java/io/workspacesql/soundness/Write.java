package io.workspacesql.soundness;

import java.util.List;
import java.util.function.UnaryOperator;

/** A generated UPDATE, DELETE or INSERT. */
sealed interface Write {

  /** With every expression replaced. */
  Write mapped(UnaryOperator<Node> mapping);

  /** Whether it is an INSERT or has a WHERE. */
  default boolean saysWhichRows() {
    return true;
  }

  /** Whether the ids are given, so that no row need be read. */
  default boolean isById(List<Object> parameters) {
    return false;
  }

  /** UPDATE. */
  record Update(List<Assignment> assignments, Which which) implements Write {
    public Update {
      assignments = List.copyOf(assignments);
    }

    @Override
    public Write mapped(UnaryOperator<Node> mapping) {
      List<Assignment> mapped =
          assignments.stream()
              .map(one -> new Assignment(one.column(), mapping.apply(one.value())))
              .toList();
      return new Update(mapped, Write.mapped(which, mapping));
    }

    /** Whether the new values are the same for each row. */
    boolean isConstant() {
      return assignments.stream().allMatch(one -> one.value().isConstant());
    }

    @Override
    public boolean saysWhichRows() {
      return which.isSaid();
    }

    @Override
    public boolean isById(List<Object> parameters) {
      return isConstant() && which.isById(parameters);
    }
  }

  /** DELETE. */
  record Delete(Which which) implements Write {
    @Override
    public Write mapped(UnaryOperator<Node> mapping) {
      return new Delete(Write.mapped(which, mapping));
    }

    @Override
    public boolean saysWhichRows() {
      return which.isSaid();
    }

    @Override
    public boolean isById(List<Object> parameters) {
      return which.isById(parameters);
    }
  }

  /** INSERT … VALUES, a value per column in each row. */
  record Insert(List<Column> columns, List<List<Node>> rows) implements Write {
    public Insert {
      columns = List.copyOf(columns);
      rows = List.copyOf(rows);
    }

    @Override
    public Write mapped(UnaryOperator<Node> mapping) {
      return new Insert(
          columns, rows.stream().map(row -> row.stream().map(mapping).toList()).toList());
    }
  }

  /** INSERT … SELECT from the same table, a value per column. */
  record Copy(List<Column> columns, List<Node> values, Which which) implements Write {
    public Copy {
      columns = List.copyOf(columns);
      values = List.copyOf(values);
    }

    @Override
    public Write mapped(UnaryOperator<Node> mapping) {
      return new Copy(columns, values.stream().map(mapping).toList(), Write.mapped(which, mapping));
    }
  }

  private static Which mapped(Which which, UnaryOperator<Node> mapping) {
    Query query = which.query();
    return which.with(
        query.withWhere(mapping.apply(query.where())).withOther(mapping.apply(query.other())));
  }
}
