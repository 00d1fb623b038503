/** Row expressions become conditions that a scan can push and check. */
@NullMarked
package io.workspacesql.sql.predicate;

import org.jspecify.annotations.NullMarked;
