package io.workspacesql.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A workspace (tenant) with the ten fields of the API's object. */
public record Workspace(
    String id,
    String name,
    @Nullable String organizationId,
    WorkspaceStatus status,
    @Nullable Boolean cacheEnabled,
    boolean tombstone,
    Instant createdAt,
    Instant updatedAt,
    @Nullable String visibility,
    @Nullable String color) {}
