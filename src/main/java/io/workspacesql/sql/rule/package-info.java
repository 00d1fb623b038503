/** What moves work from the plan into the leaf. */
@NullMarked
package io.workspacesql.sql.rule;

import org.jspecify.annotations.NullMarked;
