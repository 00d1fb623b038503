package io.workspacesql.api;

import org.jspecify.annotations.Nullable;

/**
 * What the server said, or how the wire failed, fit to be printed and without secrets.
 *
 * @param httpStatus null = no answer arrived
 * @param message null = nothing, as when a request was accepted
 * @param requestId the server's id of the request, null = none
 */
public record ServerWords(
    @Nullable Integer httpStatus, @Nullable String message, @Nullable String requestId) {}
