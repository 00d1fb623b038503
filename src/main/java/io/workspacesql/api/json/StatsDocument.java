package io.workspacesql.api.json;

import io.workspacesql.catalog.ListedTables;
import io.workspacesql.catalog.Listing;
import io.workspacesql.model.WorkspaceStats;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The answer of {@code GET /workspaces/stats}, with the names of today or those of before. */
public final class StatsDocument {
  private StatsDocument() {}

  /** All three numbers must be there. */
  public static WorkspaceStats read(byte[] body) throws BadDocumentException {
    @Nullable Object[] numbers =
        ListingDocument.read(
                body,
                Listing.WORKSPACE_STATS,
                Stream.of("active_count", "inactive_count", "total_count")
                    .map(ListedTables.WORKSPACE_STATS::column)
                    .toList())
            .get(0);
    return new WorkspaceStats(number(numbers[0]), number(numbers[1]), number(numbers[2]));
  }

  private static long number(@Nullable Object value) {
    return (Long) Objects.requireNonNull(value);
  }
}
