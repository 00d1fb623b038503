/** For those who federate in a Calcite of their own; in the thin jar only. */
@NullMarked
package io.workspacesql.calcite;

import org.jspecify.annotations.NullMarked;
