package io.workspacesql.soundness;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A query, where it runs, and with which values, one execution after the other. {@link #toString}
 * is a line of {@code regressions.txt}.
 *
 * @param executions at least one; each has a value for every parameter
 */
record Case(Organization organization, Query query, List<List<Given>> executions) {
  Case {
    executions = List.copyOf(executions);
  }

  Case withQuery(Query wanted) {
    return new Case(organization, wanted, executions);
  }

  Case withExecutions(List<List<Given>> wanted) {
    return new Case(organization, query, wanted);
  }

  @Override
  public String toString() {
    return organization
        + " "
        + query
        + executions.stream()
            .map(values -> values.stream().map(Given::toString))
            .map(values -> values.collect(Collectors.joining(", ", " {", "}")))
            .collect(Collectors.joining());
  }
}
