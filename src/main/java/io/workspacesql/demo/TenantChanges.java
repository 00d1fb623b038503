package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What requests change. */
interface TenantChanges {
  /** The tenant as it then is; empty = nobody has this id. */
  Optional<Workspace> update(UUID id, UnaryOperator<Workspace> change);

  /** Whether somebody had this id. */
  boolean delete(UUID id);

  /** The first tenant with exactly this name, founded when there is none. */
  Workspace named(String name);
}
