package io.workspacesql.catalog;

/** A query parameter of a {@link Listing}, not encoded. */
public record QueryParameter(String name, String value) {
  /** As EXPLAIN shows it. */
  @Override
  public String toString() {
    return name + "=" + value;
  }
}
