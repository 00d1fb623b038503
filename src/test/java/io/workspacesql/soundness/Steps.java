package io.workspacesql.soundness;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

/** Random steps: the same seed and the same rows give the same ones. */
final class Steps {
  private static final int MOST_IN_BATCH = 3;

  private final Random random;
  private final List<Column> shown;

  /**
   * @param shown the columns whose keys the server sends
   */
  Steps(long seed, List<Column> shown) {
    this.random = new Random(seed);
    this.shown = shown;
  }

  /** A step about these rows. */
  Step next(List<Map<Column, Object>> rows) {
    Via via = pick(random.nextInt(4) > 0 ? Via.PERFORMING : Via.SENDING_NOTHING);
    Writes writes = new Writes(random, rows, shown);
    int number = via == Via.STATEMENT_BATCH ? 1 + random.nextInt(MOST_IN_BATCH) : 1;
    List<Write> written = new ArrayList<>();
    IntStream.range(0, number).forEach(i -> written.add(writes.write(!via.isBatch())));
    if (via.isPrepared()) {
      int executions = via.isBatch() ? 1 + random.nextInt(MOST_IN_BATCH) : 1;
      return new Step(
          via, written, IntStream.range(0, executions).mapToObj(i -> writes.execution()).toList());
    }
    List<Given> values = writes.execution();
    List<Write> complete =
        written.stream()
            .map(write -> write.mapped(node -> Shrinking.filled(node, values)))
            .toList();
    return new Step(via, complete, List.of(List.of()));
  }

  private Via pick(Set<Via> vias) {
    return new ArrayList<>(vias).get(random.nextInt(vias.size()));
  }
}
