package io.workspacesql.api;

import io.workspacesql.config.ApiDialect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a scoped token is asked for, which is how a workspace is created.
 *
 * @param regionId UUID of the region of a new workspace; null = the server's default
 * @param sourceTemplateTags sent by the dialect {@code embedded} alone; empty = not sent
 * @param connectionTemplateTags as {@code sourceTemplateTags}
 */
public record Minting(
    ApiDialect dialect,
    @Nullable String regionId,
    List<String> sourceTemplateTags,
    List<String> connectionTemplateTags) {
  public Minting {
    sourceTemplateTags = List.copyOf(sourceTemplateTags);
    connectionTemplateTags = List.copyOf(connectionTemplateTags);
  }

  /** With nothing but the name. */
  public static Minting of(ApiDialect dialect) {
    return new Minting(dialect, null, List.of(), List.of());
  }
}
