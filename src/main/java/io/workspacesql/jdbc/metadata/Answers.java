package io.workspacesql.jdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A question that is answered by rows. */
interface Answers extends DatabaseMetaData {

  ResultSet answer(Shape shape, List<@Nullable Object[]> rows);
}
