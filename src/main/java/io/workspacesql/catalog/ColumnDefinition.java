package io.workspacesql.catalog;

/**
 * A column.
 *
 * @param name the SQL name, which is also the API's JSON key
 * @param precision characters of a VARCHAR (0 = no limit known), fraction digits of a TIMESTAMP
 * @param writable whether an UPDATE may set it
 * @param remarks one sentence for people, shown by {@code DatabaseMetaData.getColumns}
 */
public record ColumnDefinition(
    String name,
    ColumnType type,
    int precision,
    boolean nullable,
    boolean writable,
    String remarks) {}
