package io.workspacesql.sql.time;

import org.apache.calcite.DataContext;

/** The one CURRENT_TIMESTAMP of an execution; public because generated code asks for it. */
public final class StatementTime {
  /** The name under which a {@link DataContext} holds the execution's epoch microseconds. */
  public static final String VARIABLE = "statementMicros";

  private StatementTime() {}

  /** Epoch microseconds. */
  public static long micros(DataContext context) {
    if (context.get(VARIABLE) instanceof Long micros) {
      return micros;
    }
    throw new IllegalStateException("the data context has no " + VARIABLE);
  }
}
