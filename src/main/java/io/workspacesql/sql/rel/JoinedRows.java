package io.workspacesql.sql.rel;

import org.apache.calcite.linq4j.Enumerable;

/** Rows of the side of a join that brings the keys, as the join reads them. */
public interface JoinedRows<T> extends SideKeys {
  Enumerable<T> rowsToJoin();
}
