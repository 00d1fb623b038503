package io.workspacesql.jdbc.metadata;

import io.workspacesql.sql.ResultColumn;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes a result set of rows that are already there. */
@FunctionalInterface
public interface RowsOpener {

  ResultSet open(List<ResultColumn> columns, List<@Nullable Object[]> rows);
}
