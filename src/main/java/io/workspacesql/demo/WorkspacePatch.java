package io.workspacesql.demo;

import io.workspacesql.demo.Dialect.WritableField;
import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceStatus;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * The body of an update, checked.
 *
 * @param name null = left as it is
 * @param status null = left as it is
 * @param changesCache whether {@code cacheEnabled} is set, be it to null
 */
record WorkspacePatch(
    @Nullable String name,
    @Nullable WorkspaceStatus status,
    boolean changesCache,
    @Nullable Boolean cacheEnabled) {
  private static final String NAME = "name";
  private static final String STATUS = "status";
  private static final String CACHE_ENABLED = "cache_enabled";

  /** Unknown keys are ignored. */
  static WorkspacePatch parse(@Nullable ByteString body, Dialect dialect) throws Refused {
    FlatJson json = FlatJson.body(body);
    List<Refused.Item> wrong = wrong(json);
    if (!wrong.isEmpty()) {
      throw Refused.invalid(wrong);
    }
    Set<WritableField> left = dialect.unapplied();
    boolean caches = dialect.nullClears() ? json.has(CACHE_ENABLED) : json.hasValue(CACHE_ENABLED);
    return new WorkspacePatch(
        json.hasValue(NAME) && !left.contains(WritableField.NAME) ? json.text(NAME) : null,
        left.contains(WritableField.STATUS) ? null : status(json),
        caches && !left.contains(WritableField.CACHE_ENABLED),
        json.truth(CACHE_ENABLED));
  }

  private static List<Refused.Item> wrong(FlatJson json) {
    List<Refused.Item> wrong = new ArrayList<>();
    if (json.hasValue(NAME)) {
      json.wrongName(NAME).ifPresent(wrong::add);
    }
    if (json.hasValue(STATUS) && status(json) == null) {
      wrong.add(Refused.Item.noStatus(STATUS));
    }
    if (json.hasValue(CACHE_ENABLED) && json.truth(CACHE_ENABLED) == null) {
      wrong.add(new Refused.Item(CACHE_ENABLED, "Input should be a valid boolean", "bool_type"));
    }
    return wrong;
  }

  private static @Nullable WorkspaceStatus status(FlatJson json) {
    return WorkspaceStatus.of(json.text(STATUS)).orElse(null);
  }

  /** The workspace after the update; one that changes nothing leaves {@code updatedAt} too. */
  Workspace appliedTo(Workspace before, Instant now) {
    if (name == null && status == null && !changesCache) {
      return before;
    }
    return new Workspace(
        before.id(),
        name == null ? before.name() : name,
        before.organizationId(),
        status == null ? before.status() : status,
        changesCache ? cacheEnabled : before.cacheEnabled(),
        before.tombstone(),
        before.createdAt(),
        now,
        before.visibility(),
        before.color());
  }
}
