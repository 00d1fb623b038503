package io.workspacesql.demo;

import io.workspacesql.demo.Seed.Purpose;
import io.workspacesql.model.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A connection of a tenant to a source, computed from the seed when asked for. */
record Connector(UUID id, String name, SourceTemplate template, Instant created) {
  /** The most that a tenant has. */
  private static final int MOST = 6;

  private static final int DAYS = 500;
  private static final long VERSION_MASK = 0xF000L;
  private static final long VERSION = 0x4000L;
  private static final long VARIANT = 0x8000_0000_0000_0000L;
  private static final long VARIANT_MASK = 0xC000_0000_0000_0000L;

  /** Those of one tenant. */
  static List<Connector> of(Workspace workspace, int tenant, Seed seed) {
    List<Connector> connectors = new ArrayList<>();
    int count = seed.below(MOST + 1, tenant, Purpose.CONNECTOR_COUNT);
    for (int i = 0; i < count; i++) {
      connectors.add(of(workspace, (long) tenant * (MOST + 1) + i, seed));
    }
    return connectors;
  }

  private static Connector of(Workspace workspace, long number, Seed seed) {
    SourceTemplate template =
        SourceTemplate.ALL.get(
            seed.below(SourceTemplate.ALL.size(), number, Purpose.CONNECTOR_TEMPLATE));
    int days = seed.below(DAYS, number, Purpose.CONNECTOR_CREATED);
    return new Connector(
        new UUID(
            (seed.number(number, Purpose.CONNECTOR_ID_HIGH) & ~VERSION_MASK) | VERSION,
            (seed.number(number, Purpose.CONNECTOR_ID_LOW) & ~VARIANT_MASK) | VARIANT),
        template.definition().name() + " of " + workspace.name(),
        template,
        workspace.createdAt().plus(days, ChronoUnit.DAYS));
  }
}
