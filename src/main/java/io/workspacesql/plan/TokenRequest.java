package io.workspacesql.plan;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A token to mint, with every value known.
 *
 * @param allowedOrigin of a widget token; null = a scoped token
 * @param regionId UUID; null = as the connection says
 * @param sourceTemplateTags null = as the connection says
 * @param connectionTemplateTags null = as the connection says
 */
public record TokenRequest(
    String workspaceName,
    @Nullable String allowedOrigin,
    @Nullable String regionId,
    @Nullable Tags sourceTemplateTags,
    @Nullable Tags connectionTemplateTags) {

  /**
   * Which templates may be used.
   *
   * @param words at least one
   * @param mode {@code any} or {@code all}; null = the server's default
   */
  public record Tags(List<String> words, @Nullable String mode) {
    public Tags {
      words = List.copyOf(words);
    }
  }
}
