package io.workspacesql.shell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import javax.sql.rowset.CachedRowSet;
import javax.sql.rowset.RowSetMetaDataImpl;
import javax.sql.rowset.RowSetProvider;
import org.jspecify.annotations.Nullable;

/** Results made by hand: a text column {@code name} and a number column {@code n}. */
final class Rows {
  private final CachedRowSet rows;

  private Rows() throws SQLException {
    RowSetMetaDataImpl columns = new RowSetMetaDataImpl();
    columns.setColumnCount(2);
    describe(columns, 1, "name", Types.VARCHAR);
    describe(columns, 2, "n", Types.BIGINT);
    rows = RowSetProvider.newFactory().createCachedRowSet();
    rows.setMetaData(columns);
  }

  static Rows none() throws SQLException {
    return new Rows();
  }

  static Rows of(@Nullable String name, long number) throws SQLException {
    return none().and(name, number);
  }

  Rows and(@Nullable String name, long number) throws SQLException {
    rows.afterLast();
    rows.moveToInsertRow();
    rows.updateString(1, name);
    rows.updateLong(2, number);
    rows.insertRow();
    rows.moveToCurrentRow();
    return this;
  }

  ResultSet read() throws SQLException {
    rows.beforeFirst();
    return rows;
  }

  private static void describe(RowSetMetaDataImpl columns, int index, String label, int type)
      throws SQLException {
    columns.setColumnName(index, label);
    columns.setColumnLabel(index, label);
    columns.setColumnType(index, type);
    columns.setSigned(index, type == Types.BIGINT);
  }
}
