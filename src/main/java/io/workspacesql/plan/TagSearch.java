package io.workspacesql.plan;

import io.workspacesql.catalog.QueryParameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the tags that rows must have, in conditions on a column that shows tags as a JSON array of
 * texts. In such an array a quote always begins or ends a tag, since one in a tag is written by its
 * number; so text between two quotes is a whole tag, unless it is the comma between two.
 */
final class TagSearch {
  private static final String TAGS = "tags";
  private static final char QUOTE = '"';

  private TagSearch() {}

  /** The parameters that say of the tags what the conditions, joined by AND, say; empty = none. */
  static List<QueryParameter> of(List<TextTest> conditions) {
    Set<String> required = new LinkedHashSet<>();
    for (TextTest condition : conditions) {
      List<List<String>> alternatives = condition.texts();
      if (alternatives.size() == 1) {
        required.addAll(tags(alternatives.get(0)));
      }
    }
    return required.isEmpty() ? ofAlternatives(conditions) : parameters(required, "all");
  }

  /** Of the first condition whose every alternative names a tag. */
  private static List<QueryParameter> ofAlternatives(List<TextTest> conditions) {
    for (TextTest condition : conditions) {
      Set<String> any = new LinkedHashSet<>();
      boolean covered = true;
      for (List<String> alternative : condition.texts()) {
        List<String> tags = tags(alternative);
        covered &= !tags.isEmpty();
        tags.stream().limit(1).forEach(any::add);
      }
      if (covered && !any.isEmpty()) {
        return parameters(any, "any");
      }
    }
    return List.of();
  }

  private static List<QueryParameter> parameters(Set<String> tags, String mode) {
    List<QueryParameter> parameters = new ArrayList<>();
    tags.forEach(tag -> parameters.add(new QueryParameter(TAGS, tag)));
    if (tags.size() > 1) {
      parameters.add(new QueryParameter("tags_mode", mode));
    }
    return parameters;
  }

  private static List<String> tags(List<String> texts) {
    List<String> tags = new ArrayList<>();
    for (String text : texts) {
      int from = text.indexOf(QUOTE);
      for (int to = next(text, from); to > from && from >= 0; to = next(text, from)) {
        String between = text.substring(from + 1, to);
        if (isTag(between)) {
          tags.add(between);
        }
        from = to;
      }
    }
    return tags;
  }

  private static int next(String text, int quote) {
    return quote < 0 ? -1 : text.indexOf(QUOTE, quote + 1);
  }

  /** With a backslash it may be the spelling of another text; without UTF-8 it is no tag. */
  private static boolean isTag(String text) {
    return !text.isBlank()
        && !text.equals(",")
        && text.indexOf('\\') < 0
        && StandardCharsets.UTF_8.newEncoder().canEncode(text);
  }
}
