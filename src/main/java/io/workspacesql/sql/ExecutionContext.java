package io.workspacesql.sql;

import io.workspacesql.plan.MintRequest;
import io.workspacesql.plan.ScanRunner;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What one execution brings.
 *
 * @param parameters one internal value per {@code ?}, of the type that {@link
 *     PreparedPlan#parameters} names, in the form that {@link PreparedPlan#open} describes
 * @param runner opens the scans
 * @param now the statement's one CURRENT_TIMESTAMP
 * @param cancelled polled while rows are computed; may itself throw an {@link
 *     io.workspacesql.error.UncheckedSqlException} that says why they must not be
 * @param maxRows rows that will be read at most; 0 = no limit. A hint that reaches the page walk
 * @param fetchSize rows that the reader takes at a time, 0 = it does not say. A hint for the size
 *     of pages whose rows go straight to it
 * @param mint how this connection creates workspaces
 */
public record ExecutionContext(
    List<@Nullable Object> parameters,
    ScanRunner runner,
    Instant now,
    BooleanSupplier cancelled,
    long maxRows,
    int fetchSize,
    MintRequest mint) {

  /** Without a fetch size, and with {@link MintRequest#PLAIN}. */
  public ExecutionContext(
      List<@Nullable Object> parameters,
      ScanRunner runner,
      Instant now,
      BooleanSupplier cancelled,
      long maxRows) {
    this(parameters, runner, now, cancelled, maxRows, 0, MintRequest.PLAIN);
  }

  ExecutionContext withParameters(List<@Nullable Object> values) {
    return new ExecutionContext(values, runner, now, cancelled, maxRows, fetchSize, mint);
  }

  /** The same for reading all rows, as a write must. */
  ExecutionContext withoutMaxRows() {
    return new ExecutionContext(parameters, runner, now, cancelled, 0, 0, mint);
  }
}
