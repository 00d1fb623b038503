package io.workspacesql.config;

/** Property {@code apiDialect}: which generation of the API creates workspaces. */
public enum ApiDialect {
  AGENTS,
  ENGINE,
  EMBEDDED
}
