package io.workspacesql.api;

import org.jspecify.annotations.Nullable;

/**
 * The workspace that a scoped token is for.
 *
 * @param id canonical
 * @param name null where the server does not say, as older versions
 * @param organizationId null where the server does not say
 */
public record ScopedWorkspace(String id, @Nullable String name, @Nullable String organizationId) {}
