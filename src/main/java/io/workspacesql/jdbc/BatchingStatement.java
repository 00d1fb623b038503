package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import io.workspacesql.sql.PreparedPlan;
import io.workspacesql.sql.PreparedWrite;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A statement's batch. It runs in order as one execution, under one time limit, and stops at the
 * first statement that does not end well. What can be refused without a request is refused for all
 * of its statements before the first one runs.
 */
abstract sealed class BatchingStatement extends BaseStatement
    permits WorkspacesStatement, WorkspacesPreparedStatement {
  private List<Entry> batch = new ArrayList<>();

  private record Entry(PreparedPlan plan, List<@Nullable Object> parameters) {}

  BatchingStatement(WorkspacesConnection connection, ResultForm results, boolean poolable) {
    super(connection, results, poolable);
  }

  /** Whether a batch keeps the ids of the workspaces it creates. */
  abstract KeyRequest batchKeys();

  final void addToBatch(PreparedPlan plan, List<@Nullable Object> parameters) throws SQLException {
    checkUpdate(plan);
    batch.add(new Entry(plan, parameters));
  }

  @Override
  public final void clearBatch() throws SQLException {
    checkOpen();
    batch = new ArrayList<>();
  }

  @Override
  public final int[] executeBatch() throws SQLException {
    return Counts.asInts(executeLargeBatch());
  }

  @Override
  public final long[] executeLargeBatch() throws SQLException {
    restart();
    List<Entry> entries = batch;
    batch = new ArrayList<>();
    long[] counts = new long[entries.size()];
    Arrays.fill(counts, EXECUTE_FAILED);
    try {
      for (Entry entry : entries) {
        owner().safeguards().admit(entry.plan());
      }
      return writing(batchKeys(), writing -> run(writing, entries, counts));
    } catch (SQLException e) {
      throw Failure.ofBatch(counts, e);
    }
  }

  private long[] run(Writing writing, List<Entry> entries, long[] counts) throws SQLException {
    for (int i = 0; i < counts.length; i++) {
      counts[i] = run(writing, entries.get(i));
    }
    return counts;
  }

  /** Blank text counts no rows. */
  private long run(Writing writing, Entry entry) throws SQLException {
    return entry.plan() instanceof PreparedWrite write
        ? writing.run(write, context(entry.parameters(), writing.execution()))
        : 0;
  }
}
