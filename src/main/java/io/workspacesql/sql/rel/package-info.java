/** The one relational leaf and how it runs inside generated code. */
@NullMarked
package io.workspacesql.sql.rel;

import org.jspecify.annotations.NullMarked;
