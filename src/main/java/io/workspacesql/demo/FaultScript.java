package io.workspacesql.demo;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong in a simulated organization, in words: {@code 429 on DELETE call 3 retry-after 1;
 * cut body of GET /workspaces every 10; 504 on DELETE effect after 2s}. Immutable.
 *
 * <pre>
 * script   = fault { ";" fault }
 * fault    = damage ("on" | "of") request [occasion] [effect] [retry]
 *
 * damage   = status ["html"]      an error, 400 to 599, in the dialect's form or as a web page
 *          | "cut"                the connection ends without an answer
 *          | "cut headers"        … in the middle of the headers
 *          | "cut body"           … in the middle of the body
 *          | "reset"              … without an answer and without a farewell (TCP RST)
 *          | "truncated"          half of the body, sent as if it were all
 *          | "slow" time          the body in drops, so that the last comes after this time
 *          | "delay" time         the whole answer this much later
 *          | "silence"            no answer; the connection stays open
 * request  = "any" | method | path | method path
 *                                 path below the base, with {id} for any workspace, or with its id
 * occasion = "call" n             only the n-th request of this kind, counted from 1
 *          | "first" n            the first n
 *          | "from" n             the n-th and all later ones
 *          | "every" n            each n-th; without an occasion: all
 * effect   = "with effect"        the request is carried out before the answer
 *          | "without effect"     it is not carried out
 *          | "effect after" time  it is carried out this long after it came
 *                                 without these: an error has no effect, all other damage has
 * retry    = "retry-after" time         with an error: Retry-After in whole seconds
 *          | "retry-after date" time    … as the date that is so far away
 * time     = number ["ms" | "s" | "m"]  seconds when nothing else is said
 * </pre>
 *
 * Each fault counts its own requests. When several strike the same one, the first in the script
 * counts and the others miss their turn. A cut or a reset comes at once, whatever the latency.
 */
public final class FaultScript {
  /** Nothing goes wrong. */
  public static final FaultScript NONE = new FaultScript("", List.of());

  private final String text;
  private final List<Fault> faults;

  private FaultScript(String text, List<Fault> faults) {
    this.text = text;
    this.faults = List.copyOf(faults);
  }

  /**
   * Reads a script; blank text is {@link #NONE}.
   *
   * @throws IllegalArgumentException when it cannot be read; the message names the fault and the
   *     word by their numbers, and what could stand there
   */
  public static FaultScript parse(String text) {
    List<Fault> faults = new ArrayList<>();
    for (String part : text.split(";", -1)) {
      if (!part.isBlank()) {
        faults.add(new FaultParser(faults.size() + 1, part).fault());
      }
    }
    return new FaultScript(text.strip(), faults);
  }

  List<Fault> faults() {
    return faults;
  }

  /** Whether the same goes wrong, however it is spaced. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FaultScript script && faults.equals(script.faults);
  }

  @Override
  public int hashCode() {
    return faults.hashCode();
  }

  /** The script's text. */
  @Override
  public String toString() {
    return text;
  }
}
