package io.workspacesql.config;

import org.jspecify.annotations.Nullable;

/**
 * A property with what is in force.
 *
 * @param setting given or by default; {@code ***} for a secret; null = nothing
 */
public record PropertySetting(ConnectionProperty<?> property, @Nullable String setting) {}
