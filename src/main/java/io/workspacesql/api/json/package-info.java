/** Streaming decoding of the API's documents. */
@NullMarked
package io.workspacesql.api.json;

import org.jspecify.annotations.NullMarked;
