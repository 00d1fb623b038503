/** The HTTP API, one method an endpoint. */
@NullMarked
package io.workspacesql.api;

import org.jspecify.annotations.NullMarked;
