/** Apache Calcite as a library: parse, validate, push down, compute what is left. */
@NullMarked
package io.workspacesql.sql;

import org.jspecify.annotations.NullMarked;
