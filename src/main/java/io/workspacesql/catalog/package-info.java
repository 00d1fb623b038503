/** The tables and columns: the one truth for row types, keys, nullability and metadata answers. */
@NullMarked
package io.workspacesql.catalog;

import org.jspecify.annotations.NullMarked;
