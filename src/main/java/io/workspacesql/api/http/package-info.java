/** One request through a chain of small steps. */
@NullMarked
package io.workspacesql.api.http;

import org.jspecify.annotations.NullMarked;
