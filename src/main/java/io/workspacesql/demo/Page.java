package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param next null = this was the last
 */
record Page(List<Workspace> workspaces, @Nullable Next next) {

  /**
   * Where the next page begins, as every kind of cursor says it.
   *
   * @param position how many visible tenants stand before its first
   * @param matches how many matches have been shown
   * @param last the number of the last tenant shown
   */
  record Next(int position, int matches, int last) {}
}
