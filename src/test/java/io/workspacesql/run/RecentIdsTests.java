package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RecentIdsTests {
  private final RecentIds ids = new RecentIds(10);

  @Test
  void an_id_of_the_last_sixteen_pages_is_not_new() {
    for (int newest = 0; newest < 1_000; newest++) {
      assertThat(ids.add("id " + newest)).isTrue();
      assertThat(ids.add("id " + Math.max(0, newest - 159))).as("after id " + newest).isFalse();
    }
  }

  @Test
  void an_id_of_a_page_twice_as_old_is_forgotten() {
    IntStream.range(0, 320).forEach(i -> ids.add("id " + i));

    assertThat(ids.add("id 0")).isTrue();
  }
}
