package io.workspacesql.soundness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One execution of a script.
 *
 * @param writes one; in a batch of a {@link java.sql.Statement} one or more
 * @param executions the values of the parameters; one list, in a batch of a prepared statement one
 *     or more
 */
record Step(Via via, List<Write> writes, List<List<Given>> executions) {
  Step {
    writes = List.copyOf(writes);
    executions = List.copyOf(executions);
  }

  Step withWrites(List<Write> wanted) {
    return new Step(via, wanted, executions);
  }

  Step withExecutions(List<List<Given>> wanted) {
    return new Step(via, writes, wanted);
  }

  @Override
  public String toString() {
    return writes.stream()
        .map(Rendering::of)
        .map(sql -> "%s: %s %s".formatted(via, shown(sql.text()), values(sql.parameters())))
        .collect(Collectors.joining("\n"));
  }

  private String values(List<Integer> parameters) {
    return parameters.isEmpty()
        ? ""
        : executions.stream()
            .map(values -> parameters.stream().map(values::get).toList())
            .toList()
            .toString();
  }

  /** On one line. */
  private static String shown(String sql) {
    return sql.replace("\n", "\\n");
  }
}
