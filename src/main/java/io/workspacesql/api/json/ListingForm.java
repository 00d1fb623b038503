package io.workspacesql.api.json;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.Listing;
import java.util.List;
import java.util.Map;

/**
 * How the answer of a listing is built, in all the versions that are known.
 *
 * @param arrays names that the array of rows may have; empty = the object is the only row
 * @param renamed where the values of a column may stand, as {@link FieldTree} has it, the newest
 *     place first; a column that is not named stands under its own name
 */
record ListingForm(List<String> arrays, Map<String, List<String>> renamed) {
  private static final ListingForm WORKSPACE_STATS =
      new ListingForm(
          List.of(),
          Map.of(
              "total_count", List.of("total_count", "total_workspaces"),
              "active_count", List.of("active_count", "active_workspaces"),
              "inactive_count", List.of("inactive_count", "inactive_workspaces")));

  static ListingForm of(Listing listing) {
    return switch (listing) {
      case WORKSPACE_STATS -> WORKSPACE_STATS;
    };
  }

  boolean isOneRow() {
    return arrays.isEmpty();
  }

  /** Where the values of a column may stand. */
  List<String> paths(String column) {
    return renamed.getOrDefault(column, List.of(column));
  }

  FieldTree fields(List<ColumnDefinition> columns) {
    FieldTree tree = new FieldTree();
    for (int i = 0; i < columns.size(); i++) {
      for (String path : paths(columns.get(i).name())) {
        tree.add(path, columns.get(i), i);
      }
    }
    return tree;
  }
}
