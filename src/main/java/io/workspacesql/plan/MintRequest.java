package io.workspacesql.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a connection asks for the scoped token that creates a workspace.
 *
 * @param path below the base URL
 * @param nameField what the body calls the name
 * @param regionId null = not sent
 * @param sourceTemplateTags empty = not sent
 * @param connectionTemplateTags empty = not sent
 */
public record MintRequest(
    String path,
    String nameField,
    @Nullable String regionId,
    List<String> sourceTemplateTags,
    List<String> connectionTemplateTags) {
  /** As the newest documents of the API have it, with nothing but the name. */
  public static final MintRequest PLAIN =
      new MintRequest(
          "/account/applications/scoped-token", "workspace_name", null, List.of(), List.of());

  public MintRequest {
    sourceTemplateTags = List.copyOf(sourceTemplateTags);
    connectionTemplateTags = List.copyOf(connectionTemplateTags);
  }
}
