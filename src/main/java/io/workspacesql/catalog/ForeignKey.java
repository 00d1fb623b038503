package io.workspacesql.catalog;

/**
 * A column that holds keys of another table of the same schema. It tells what belongs together;
 * nothing enforces it.
 *
 * @param parent name of the table whose primary key, of one column, it holds
 */
public record ForeignKey(String column, String parent) {}
