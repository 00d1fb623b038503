package io.workspacesql.api;

import io.workspacesql.catalog.Listing;
import io.workspacesql.catalog.QueryParameter;
import java.util.List;

/** A GET of a listing with these parameters. */
public record ListingQuery(Listing listing, List<QueryParameter> parameters) {
  public ListingQuery {
    parameters = List.copyOf(parameters);
  }
}
