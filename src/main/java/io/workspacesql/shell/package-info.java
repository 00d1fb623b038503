/** The command line, on java.sql alone. */
@NullMarked
package io.workspacesql.shell;

import org.jspecify.annotations.NullMarked;
