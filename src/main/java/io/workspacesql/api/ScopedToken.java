package io.workspacesql.api;

import io.workspacesql.config.Secret;

/** A token of one workspace, which only serves to ask for that workspace. */
public record ScopedToken(Secret secret) {}
