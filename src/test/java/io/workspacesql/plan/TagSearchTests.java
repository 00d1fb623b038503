package io.workspacesql.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagSearchTests {
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '~',
      value = {
        "%\"crm\"%; tags=crm",
        "[\"crm\"%; tags=crm",
        "%\"a b\"%; tags=a b",
        "[\"crm\",\"sales\"]; tags=crm&tags=sales&tags_mode=all",
        "%\"crm\"%\"sales\"%; tags=crm&tags=sales&tags_mode=all",
        "%crm%; ~~",
        "%\"crm%; ~~",
        "%crm\"%; ~~",
        "%\"cr_m\"%; ~~",
        "%\",\"%; ~~",
        "%\"\"%; ~~",
        "%\"a\\u0022b\"%; ~~",
        "%; ~~"
      })
  void only_a_whole_tag_between_quotes_is_asked_for(String pattern, String query) throws Exception {
    assertThat(query(like(pattern))).isEqualTo(query);
  }

  @Test
  void alternatives_are_asked_for_when_each_has_a_tag() throws Exception {
    TextTest both = new TextTest.AnyOf(List.of(like("%\"a\"%"), like("%\"b\"%\"c\"%")));
    TextTest one = new TextTest.AnyOf(List.of(like("%\"a\"%"), like("%b%")));
    assertThat(query(both)).isEqualTo("tags=a&tags=b&tags_mode=any");
    assertThat(query(one)).isEmpty();
    assertThat(query(one, both)).isEqualTo("tags=a&tags=b&tags_mode=any");
    assertThat(query(both, like("%\"d\"%"))).isEqualTo("tags=d");
  }

  @Test
  void equality_asks_for_all_tags_of_the_array() {
    assertThat(query(new TextTest.OneOf(Fold.NONE, Set.of("[\"a\",\"b\"]"))))
        .isEqualTo("tags=a&tags=b&tags_mode=all");
    assertThat(query(new TextTest.Holding(Fold.NONE, "\"a\"", false))).isEqualTo("tags=a");
  }

  /** Whatever array passes the condition has the tags that are asked for. */
  @Test
  void no_array_that_passes_is_lost() throws Exception {
    List<String> tags = List.of("a", "b", ",", "a,b", "][", "a]", "[");
    for (String first : tags) {
      for (String second : tags) {
        String array = "[\"" + first + "\",\"" + second + "\"]";
        for (int from = 0; from < array.length(); from++) {
          for (int to = from + 1; to <= array.length(); to++) {
            List<String> asked = new ArrayList<>();
            TagSearch.of(List.of(like("%" + array.substring(from, to) + "%"))).stream()
                .filter(parameter -> parameter.name().equals("tags"))
                .forEach(parameter -> asked.add(parameter.value()));
            assertThat(List.of(first, second)).containsAll(asked);
          }
        }
      }
    }
  }

  private static TextTest like(String pattern) throws Exception {
    return new TextTest.Matching(Fold.NONE, LikePattern.of(pattern, null, false));
  }

  private static String query(TextTest... conditions) {
    return TagSearch.of(List.of(conditions)).stream()
        .map(Object::toString)
        .collect(Collectors.joining("&"));
  }
}
