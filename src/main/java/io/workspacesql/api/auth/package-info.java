/** Tokens: fetched once, shared, refreshed early. */
@NullMarked
package io.workspacesql.api.auth;

import org.jspecify.annotations.NullMarked;
