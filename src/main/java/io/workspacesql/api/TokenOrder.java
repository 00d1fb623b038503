package io.workspacesql.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which token is wanted.
 *
 * @param allowedOrigin of the page that will embed the widget; null = a scoped token is wanted
 * @param regionId null = as {@link Minting} says
 * @param sourceTemplateTags null = as {@link Minting} says
 * @param connectionTemplateTags null = as {@link Minting} says
 */
public record TokenOrder(
    String workspaceName,
    @Nullable String allowedOrigin,
    @Nullable String regionId,
    @Nullable Tags sourceTemplateTags,
    @Nullable Tags connectionTemplateTags) {

  /**
   * Which templates may be used.
   *
   * @param mode null = not sent
   */
  public record Tags(List<String> words, @Nullable String mode) {
    public Tags {
      words = List.copyOf(words);
    }
  }
}
