package io.workspacesql.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class GapsTests {
  private static final int TENANTS = 60;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void positions_are_those_of_a_plain_list_after_every_deletion(long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, TENANTS).boxed().toList());
    Collections.shuffle(order, new Random(seed));
    List<Integer> visible = new ArrayList<>(IntStream.range(0, TENANTS).boxed().toList());
    Gaps gaps = new Gaps();
    for (Integer tenant : order) {
      agree(gaps, visible);
      assertThat(gaps.contains(tenant)).isFalse();
      gaps.add(tenant);
      visible.remove(tenant);
      assertThat(gaps.contains(tenant)).isTrue();
    }
    assertThat(gaps.tenantAt(0)).isEqualTo(TENANTS);
  }

  private static void agree(Gaps gaps, List<Integer> visible) {
    for (int position = 0; position < visible.size(); position++) {
      assertThat(gaps.tenantAt(position)).isEqualTo(visible.get(position));
      assertThat(gaps.positionOf(visible.get(position))).isEqualTo(position);
    }
  }
}
