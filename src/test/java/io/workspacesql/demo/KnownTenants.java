package io.workspacesql.demo;

import io.workspacesql.model.Workspace;
import java.util.List;
import java.util.stream.IntStream;

/** The tenants of a simulated organization as they are made, with no server in between. */
public final class KnownTenants {
  private KnownTenants() {}

  /** All of them in the order of the list, tombstones included. */
  public static List<Workspace> of(DemoOptions options, String organizationId) {
    Seed seed = new Seed(options.seed());
    int tombstoneEvery = options.dialect().tombstoneEvery();
    FoundedTenants tenants =
        new FoundedTenants(options.workspaces(), seed, organizationId, tombstoneEvery);
    return IntStream.range(0, options.workspaces()).mapToObj(tenants::workspace).toList();
  }

  /** The id of the tenant with this number, be it founded from the start or later. */
  public static String id(DemoOptions options, int tenant) {
    return new TenantIds(new Seed(options.seed())).of(tenant).toString();
  }
}
