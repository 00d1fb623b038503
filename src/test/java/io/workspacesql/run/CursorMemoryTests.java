package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CursorMemoryTests {
  private final CursorMemory memory = new CursorMemory();

  @Test
  void every_cursor_is_new_once() {
    assertThat(IntStream.range(0, 100_000).allMatch(i -> memory.add("offset-" + 100 * i))).isTrue();
    assertThat(IntStream.range(0, 100_000).noneMatch(i -> memory.add("offset-" + 100 * i)))
        .isTrue();
  }

  @Test
  void a_full_memory_learns_nothing_more_and_forgets_nothing() {
    IntStream.range(0, CursorMemory.CAPACITY).forEach(i -> memory.add("cursor " + i));

    assertThat(memory.add("one too many")).isTrue();
    assertThat(memory.add("one too many")).isTrue();
    assertThat(memory.add("cursor 0")).isFalse();
  }
}
