package io.workspacesql.soundness;

import java.util.List;
import java.util.Set;

/**
 * What a statement must do.
 *
 * @param refusals SQLStates with one of which it must be refused before any write; empty = it is
 *     not refused
 * @param requests that it must send, each once, in any order
 * @param needless requests that it may send too, since it need not know that they have no effect
 * @param failures SQLStates with one of which it must end, having sent any part of the requests;
 *     empty = it ends well
 * @param count rows written when it ends well
 */
record Intent(
    Set<String> refusals,
    List<Sent> requests,
    Set<Sent> needless,
    Set<String> failures,
    long count) {

  static Intent refused(Set<String> states) {
    return new Intent(states, List.of(), Set.of(), Set.of(), 0);
  }

  static Intent refused(String state) {
    return refused(Set.of(state));
  }

  boolean isRefused() {
    return !refusals.isEmpty();
  }
}
