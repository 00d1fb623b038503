/** The failures of the driver, and the only maker of {@link java.sql.SQLException}s. */
@NullMarked
package io.workspacesql.error;

import org.jspecify.annotations.NullMarked;
