/** The answers of {@link java.sql.DatabaseMetaData}, split by topic. */
@NullMarked
package io.workspacesql.jdbc.metadata;

import org.jspecify.annotations.NullMarked;
