package io.workspacesql.config;

/** How a workspace is created by minting a scoped token, and what the API calls its key. */
public enum ApiDialect {
  /** {@code account/applications/scoped-token} with {@code workspace_name}. */
  AGENTS,
  /** The same path with {@code external_user_id}. */
  ENGINE,
  /** {@code embedded/scoped-token} with {@code external_id} and template tags. */
  EMBEDDED
}
