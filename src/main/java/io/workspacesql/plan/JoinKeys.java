package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.Collection;

/**
 * The key by which a scan is joined. The other side of the join is read first; when it brings few
 * keys, only their rows are asked for. A scan may ignore it: the join drops what does not match.
 *
 * @param column of the scan
 * @param side a number that stands for the other side, unique within the statement
 */
public record JoinKeys(ColumnDefinition column, int side) {
  /** More keys than this are not collected: the list is walked. */
  public static final int MOST = 10_000;

  Condition among(Collection<String> keys) {
    return new Condition.In(
        column, Fold.NONE, keys.stream().<Operand>map(Operand.Constant::new).toList());
  }
}
