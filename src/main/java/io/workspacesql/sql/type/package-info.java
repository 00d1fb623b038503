/** Types of the planner and what JDBC calls them. */
@NullMarked
package io.workspacesql.sql.type;

import org.jspecify.annotations.NullMarked;
