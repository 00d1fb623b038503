package io.workspacesql.jdbc;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.jdbc.metadata.SqlTypeFacts;
import io.workspacesql.sql.ResultColumn;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.function.BiPredicate;

/** The columns of a result, known before it is opened. Immutable. */
record WorkspacesResultSetMetaData(List<ResultColumn> columns)
    implements ResultSetMetaData, Unwrapping {

  private ResultColumn column(int number) throws SQLException {
    if (number < 1 || number > columns.size()) {
      throw Failure.COLUMN_INDEX.because(number, columns.size());
    }
    return columns.get(number - 1);
  }

  private SqlTypeFacts facts(int number) throws SQLException {
    return SqlTypeFacts.of(column(number).jdbcType());
  }

  @Override
  public int getColumnCount() {
    return columns.size();
  }

  /** Whether it is a table's key, which the server makes. */
  @Override
  public boolean isAutoIncrement(int column) throws SQLException {
    return isOfTable(column, TableDefinition::isGenerated);
  }

  @Override
  public boolean isCaseSensitive(int column) throws SQLException {
    return facts(column).isText();
  }

  @Override
  public boolean isSearchable(int column) throws SQLException {
    column(column);
    return true;
  }

  @Override
  public boolean isCurrency(int column) throws SQLException {
    column(column);
    return false;
  }

  @Override
  public int isNullable(int column) throws SQLException {
    return column(column).nullable() ? columnNullable : columnNoNulls;
  }

  @Override
  public boolean isSigned(int column) throws SQLException {
    return facts(column).isNumber();
  }

  @Override
  public int getColumnDisplaySize(int column) throws SQLException {
    return facts(column).displaySize(column(column).precision());
  }

  @Override
  public String getColumnLabel(int column) throws SQLException {
    return column(column).label();
  }

  @Override
  public String getColumnName(int column) throws SQLException {
    return column(column).name();
  }

  /** The empty text for an expression. */
  @Override
  public String getSchemaName(int column) throws SQLException {
    String schema = column(column).schemaName();
    return schema == null ? "" : schema;
  }

  /** The empty text for an expression. */
  @Override
  public String getTableName(int column) throws SQLException {
    String table = column(column).tableName();
    return table == null ? "" : table;
  }

  /** Always the empty text: there are no catalogs. */
  @Override
  public String getCatalogName(int column) throws SQLException {
    column(column);
    return "";
  }

  @Override
  public int getPrecision(int column) throws SQLException {
    return facts(column).columnSize(column(column).precision());
  }

  @Override
  public int getScale(int column) throws SQLException {
    return column(column).scale();
  }

  @Override
  public int getColumnType(int column) throws SQLException {
    return column(column).jdbcType();
  }

  @Override
  public String getColumnTypeName(int column) throws SQLException {
    return column(column).typeName();
  }

  @Override
  public String getColumnClassName(int column) throws SQLException {
    return facts(column).className();
  }

  @Override
  public boolean isReadOnly(int column) throws SQLException {
    return !isWritable(column);
  }

  /** Whether it is a table's column that an UPDATE may set. */
  @Override
  public boolean isWritable(int column) throws SQLException {
    return isOfTable(column, (table, definition) -> definition.writable());
  }

  private boolean isOfTable(int number, BiPredicate<TableDefinition, ColumnDefinition> fact)
      throws SQLException {
    ResultColumn asked = column(number);
    return Catalog.tables().stream()
        .filter(table -> isFrom(table, asked))
        .anyMatch(
            table ->
                table.columns().stream()
                    .anyMatch(found -> isNamed(found, asked) && fact.test(table, found)));
  }

  private static boolean isFrom(TableDefinition table, ResultColumn column) {
    return table.schema().equalsIgnoreCase(column.schemaName())
        && table.name().equalsIgnoreCase(column.tableName());
  }

  private static boolean isNamed(ColumnDefinition definition, ResultColumn column) {
    return definition.name().equalsIgnoreCase(column.name());
  }

  @Override
  public boolean isDefinitelyWritable(int column) throws SQLException {
    column(column);
    return false;
  }
}
