/** The driver and its data source: they accept a URL and hand over. */
@NullMarked
package io.workspacesql;

import org.jspecify.annotations.NullMarked;
