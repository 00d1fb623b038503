package io.workspacesql.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of rows.
 *
 * @param rows one array per workspace in the server's order
 * @param next null = this was the last page
 */
public record WorkspacePage(List<@Nullable Object[]> rows, @Nullable PageCursor next) {}
