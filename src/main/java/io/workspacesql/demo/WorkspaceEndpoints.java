package io.workspacesql.demo;

import io.workspacesql.demo.Dialect.DeletionForm;
import io.workspacesql.model.Workspace;
import io.workspacesql.model.WorkspaceStats;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.jspecify.annotations.Nullable;

/** The endpoints that show and change workspaces. */
final class WorkspaceEndpoints {
  private final Tenants tenants;
  private final Dialect dialect;
  private final Clock clock;
  private final Cursors cursors;
  private final PageJson pages;
  private final WorkspaceJson workspaces;

  WorkspaceEndpoints(Tenants tenants, Dialect dialect, Clock clock) {
    this.tenants = tenants;
    this.dialect = dialect;
    this.clock = clock;
    this.cursors = new Cursors(tenants, dialect);
    this.pages = new PageJson(dialect);
    this.workspaces = new WorkspaceJson(dialect);
  }

  Reply list(HttpUrl url) throws Refused {
    ListRequest query = ListRequest.parse(url);
    int limit = Math.min(query.limit(), dialect.pageCap());
    String text = query.nameContains();
    Predicate<String> name = text == null ? any -> true : dialect.nameMatch().containing(text);
    Page page = tenants.list(query.status(), name, cursors.place(query.cursor()), limit);
    Page.Next next = page.next();
    String cursor = next == null ? null : cursors.of(next);
    return Reply.json(200, json -> pages.write(page, url, query.limit(), cursor, json));
  }

  Reply stats() {
    WorkspaceStats stats = tenants.stats();
    return Reply.json(
        200,
        json -> {
          json.writeStartObject();
          json.writeNumberField("active_count", stats.active());
          json.writeNumberField("inactive_count", stats.inactive());
          json.writeNumberField("total_count", stats.total());
          json.writeEndObject();
        });
  }

  Reply get(HttpUrl url, Tokens.Bearer bearer) throws Refused {
    UUID id = id(url);
    bearer.check(Optional.of(id));
    return found(tenants.workspace(id));
  }

  Reply update(HttpUrl url, @Nullable ByteString body, TenantChanges changes) throws Refused {
    UUID id = id(url);
    WorkspacePatch patch = WorkspacePatch.parse(body, dialect);
    return found(changes.update(id, before -> patch.appliedTo(before, now())));
  }

  private Reply found(Optional<Workspace> workspace) throws Refused {
    Workspace shown = workspace.orElseThrow(WorkspaceEndpoints::notFound);
    return Reply.json(200, json -> workspaces.write(shown, json));
  }

  Reply delete(HttpUrl url, TenantChanges changes) throws Refused {
    UUID id = id(url);
    if (!changes.delete(id)) {
      throw notFound();
    }
    return dialect.deletion() == DeletionForm.NO_CONTENT
        ? Reply.noContent()
        : Reply.json(200, json -> workspaces.writeDeletion(id, now(), json));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private static UUID id(HttpUrl url) throws Refused {
    return Uuids.parse(url.pathSegments().get(url.pathSize() - 1), "workspace_id");
  }

  private static Refused notFound() {
    return Refused.of(404, "Workspace not found");
  }
}
