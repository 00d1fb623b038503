package io.workspacesql.api;

import org.jspecify.annotations.Nullable;

/**
 * Where the next page begins, as the server said and the driver checked.
 *
 * @param value the server's opaque cursor, also what tells a repeated cursor
 * @param checkedUrl set when {@code next} was a URL of our origin and path with a parameter that
 *     the driver does not know: then it is fetched as it is; otherwise the request is rebuilt from
 *     the cursor and our own filters
 */
public record PageCursor(String value, @Nullable String checkedUrl) {}
