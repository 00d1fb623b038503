package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentIdsTests {
  private final RecentIds ids = new RecentIds(10);

  @Test
  void an_id_of_the_last_sixteen_pages_is_not_new() {
    IntStream.range(0, 160).forEach(i -> ids.add("id " + i));

    assertThat(ids.add("id 0")).isFalse();
  }

  @Test
  void an_id_of_an_older_page_is_forgotten() {
    IntStream.range(0, 161).forEach(i -> ids.add("id " + i));

    assertThat(ids.add("id 0")).isTrue();
  }
}
