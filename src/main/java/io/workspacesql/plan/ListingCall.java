package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.QueryParameter;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One GET of the endpoint that lists the rows of a table.
 *
 * @param supplied values that the answer's rows do not hold, since the request says them
 */
public record ListingCall(
    List<QueryParameter> query, Map<ColumnDefinition, @Nullable Object> supplied) {
  public ListingCall {
    query = List.copyOf(query);
    supplied = Collections.unmodifiableMap(new HashMap<>(supplied));
  }
}
