package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Answers as if each change were made, and makes none. */
final class Rehearsal implements TenantChanges {
  private final Tenants tenants;

  Rehearsal(Tenants tenants) {
    this.tenants = tenants;
  }

  @Override
  public Optional<Workspace> update(UUID id, UnaryOperator<Workspace> change) {
    return tenants.writable(id).map(change);
  }

  @Override
  public boolean delete(UUID id) {
    return tenants.writable(id).isPresent();
  }

  @Override
  public Workspace named(String name) {
    return tenants.find(name).orElseGet(() -> tenants.upcoming(name));
  }
}
