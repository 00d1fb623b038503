package io.workspacesql.sql.rel;

import java.util.List;
import java.util.Set;
import org.apache.calcite.linq4j.Enumerable;
import org.apache.calcite.linq4j.Linq4j;
import org.jspecify.annotations.Nullable;

/**
 * Some rows of the side of a join that brings the keys.
 *
 * @param keys those that no part before has brought
 * @param found by the scan of the other side, for this part and those before it
 */
record JoinPart<T>(List<T> rows, Set<String> keys, List<@Nullable Object[]> found)
    implements JoinedRows<T> {

  @Override
  public Enumerable<T> rowsToJoin() {
    return Linq4j.asEnumerable(rows);
  }
}
