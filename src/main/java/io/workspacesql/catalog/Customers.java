package io.workspacesql.catalog;

import java.util.ArrayList;
import java.util.List;

/**
 * {@code customers}: the workspaces in the words of older documents of the API, where a workspace
 * is a customer and its name is called {@code customer_name}, {@code external_user_id} or {@code
 * external_id}. All three are there, whatever the dialect: they show the one name, and to write one
 * is to write it.
 */
public final class Customers {
  private static final String NAME = "name";
  private static final List<String> WORDS_FOR_NAME =
      List.of("customer_name", "external_user_id", "external_id");

  private Customers() {}

  static TableDefinition of(TableDefinition workspaces) {
    List<ColumnDefinition> columns = new ArrayList<>();
    for (ColumnDefinition column : workspaces.columns()) {
      wordsFor(column.name()).forEach(word -> columns.add(renamed(column, word)));
    }
    return new TableDefinition(
        workspaces.schema(),
        "customers",
        workspaces.kind(),
        columns,
        workspaces.primaryKey(),
        List.of(new ForeignKey("id", workspaces.name())),
        null,
        "The workspaces in the words of older documents; writes are writes of workspaces");
  }

  private static ColumnDefinition renamed(ColumnDefinition column, String word) {
    String remarks =
        word.equals(column.name()) ? column.remarks() : "Name of the workspace, as name there";
    return new ColumnDefinition(
        word, column.type(), column.precision(), column.nullable(), column.writable(), remarks);
  }

  /** What a column of {@code workspaces} is called here, the preferred word first. */
  public static List<String> wordsFor(String workspacesColumn) {
    return workspacesColumn.equals(NAME) ? WORDS_FOR_NAME : List.of(workspacesColumn);
  }

  /** What a column of {@code customers} is called in {@code workspaces}. */
  public static String ofWorkspaces(String column) {
    return WORDS_FOR_NAME.contains(column) ? NAME : column;
  }
}
