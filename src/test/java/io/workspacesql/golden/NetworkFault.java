package io.workspacesql.golden;

import java.util.Arrays;
import java.util.List;

/**
 * What goes wrong with the write requests of one statement.
 *
 * @param effect what the server makes of them
 */
record NetworkFault(End end, Verb verb, Effect effect, Course course) {

  /** How the request ends for the driver. */
  enum End {
    REFUSED("connection refused", ""),
    /** The server ended a connection that the driver had kept, and answers new ones. */
    KEPT_ENDED("kept connection ended", ""),
    CUT_REQUEST("request cut", ""),
    CUT("closed without an answer", "cut"),
    RESET("reset without an answer", "reset"),
    CUT_HEADERS("cut in the headers", "cut headers"),
    CUT_BODY("cut in the body", "cut body"),
    TRUNCATED("half of the JSON", "truncated"),
    SILENCE("silence", "silence"),
    STATUS_408("408", "408"),
    STATUS_429("429", "429"),
    STATUS_429_LATER("429 RA", "429"),
    STATUS_500("500", "500"),
    STATUS_500_LATER("500 RA", "500"),
    STATUS_502("502", "502"),
    STATUS_502_LATER("502 RA", "502"),
    STATUS_503("503", "503"),
    STATUS_503_LATER("503 RA", "503"),
    STATUS_504("504", "504"),
    STATUS_504_LATER("504 RA", "504");

    final String label;
    private final String damage;

    End(String label, String damage) {
      this.label = label;
      this.damage = damage;
    }

    /** Whether it happens before the server has the request. */
    boolean isBeforeServer() {
      return damage.isEmpty();
    }

    /** Whether the answer says, or seems to say, that nothing was done. */
    boolean turnsAway() {
      return label.startsWith("429") || this == STATUS_503_LATER;
    }
  }

  /** The write of one row. */
  enum Verb {
    PUT("PUT"),
    DELETE("DELETE"),
    INSERT("POST /account/applications/scoped-token");

    final String request;

    Verb(String request) {
      this.request = request;
    }
  }

  /** Whether the server carries out a request that fails. */
  enum Effect {
    NONE("is not carried out", " without effect"),
    NOW("is carried out", " with effect"),
    LATE("is carried out later", " effect after %dms");

    final String label;
    private final String words;

    Effect(String label, String words) {
      this.label = label;
      this.words = words;
    }
  }

  /** How often it goes wrong. */
  enum Course {
    ONCE("once"),
    ALWAYS("every time"),
    BLIND("every time, and no look succeeds");

    final String label;

    Course(String label) {
      this.label = label;
    }
  }

  /** All that can be: where the server has no request, it cannot carry it out. */
  static List<NetworkFault> all() {
    return Arrays.stream(Verb.values())
        .flatMap(verb -> Arrays.stream(Effect.values()).map(e -> List.of(verb, e)))
        .flatMap(pair -> Arrays.stream(End.values()).map(end -> of(end, pair)))
        .flatMap(fault -> Arrays.stream(Course.values()).map(fault::in))
        .filter(NetworkFault::isPossible)
        .toList();
  }

  private static NetworkFault of(End end, List<? extends Enum<?>> pair) {
    return new NetworkFault(end, (Verb) pair.get(0), (Effect) pair.get(1), Course.ONCE);
  }

  private NetworkFault in(Course other) {
    return new NetworkFault(end, verb, effect, other);
  }

  private boolean isPossible() {
    return switch (end) {
      case REFUSED -> effect == Effect.NONE && course == Course.ALWAYS;
      case KEPT_ENDED -> effect == Effect.NONE && course == Course.ONCE;
      case CUT_REQUEST -> effect == Effect.NONE;
      default -> true;
    };
  }

  /** As a script of the demo. */
  String script() {
    String looks =
        course == Course.BLIND ? "503 on GET" + (verb == Verb.INSERT ? " from 2" : "") : "";
    return end.isBeforeServer() ? looks : strike() + "; " + looks;
  }

  private String strike() {
    return end.damage
        + " on "
        + verb.request
        + (course == Course.ONCE ? " call 1" : "")
        + effect.words.formatted(lateMillis())
        + (end.label.endsWith(" RA") ? " retry-after 1" : "");
  }

  /**
   * Behind the first look of the driver, and before its last one, 3.7 s after the second request.
   */
  private int lateMillis() {
    return end == End.SILENCE ? 6_000 : 2_000;
  }

  /** Whether the number of looks depends on when the effect comes. */
  boolean looksUntilDone() {
    return effect == Effect.LATE && course == Course.ALWAYS && !end.turnsAway();
  }

  /** Longer than anything but silence takes on a busy machine. */
  String readTimeout() {
    return end == End.SILENCE ? "4s" : "60s";
  }
}
