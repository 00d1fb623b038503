package io.workspacesql.api;

import io.workspacesql.catalog.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/**
 * A field of a PUT's body.
 *
 * @param value internal value, see {@link io.workspacesql.catalog.ColumnType}; null is sent as JSON
 *     null
 */
public record FieldValue(ColumnDefinition column, @Nullable Object value) {}
