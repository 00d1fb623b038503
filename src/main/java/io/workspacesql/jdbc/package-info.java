/** The java.sql surface. */
@NullMarked
package io.workspacesql.jdbc;

import org.jspecify.annotations.NullMarked;
