package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import org.jspecify.annotations.Nullable;

/**
 * One column of one row gets a value.
 *
 * @param oldKnown whether the row was read before; if not, {@code oldValue} says nothing
 * @param oldValue internal value, see {@link io.workspacesql.catalog.ColumnType}
 * @param newValue internal value; null only for a nullable column
 */
public record Change(
    ColumnDefinition column,
    boolean oldKnown,
    @Nullable Object oldValue,
    @Nullable Object newValue) {}
