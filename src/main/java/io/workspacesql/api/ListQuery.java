package io.workspacesql.api;

import io.workspacesql.model.WorkspaceStatus;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of {@code GET /workspaces}.
 *
 * @param nameContains case-insensitive piece of the name; null = not sent
 * @param limit rows per page, 1 to 100
 * @param cursor where the page begins; null = the first page
 */
public record ListQuery(
    @Nullable String nameContains,
    @Nullable WorkspaceStatus status,
    int limit,
    @Nullable PageCursor cursor) {}
