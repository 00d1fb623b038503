/** Records of the domain: no I/O, no planner, no JDBC. */
@NullMarked
package io.workspacesql.model;

import org.jspecify.annotations.NullMarked;
