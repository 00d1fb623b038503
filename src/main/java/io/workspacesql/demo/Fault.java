package io.workspacesql.demo;

import java.time.Duration;
import java.util.Locale;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/**
 * One thing that goes wrong.
 *
 * @param effectAfter when the request is carried out, counted from its coming: zero = before the
 *     answer; null = never
 */
record Fault(Damage damage, Target target, Occasion occasion, @Nullable Duration effectAfter) {

  /**
   * Which requests are meant.
   *
   * @param method null = any
   * @param path template of an endpoint; null = any
   * @param id of the one workspace that is meant; null = any
   */
  record Target(@Nullable String method, @Nullable String path, @Nullable String id) {
    boolean fits(Route route, HttpUrl url) {
      return (method == null || method.equals(route.method()))
          && (path == null || path.equals(route.template()))
          && (id == null || id.equalsIgnoreCase(url.pathSegments().get(url.pathSize() - 1)));
    }
  }

  /** Which of these requests are struck, counted from 1. */
  record Occasion(Kind kind, int number) {
    static final Occasion ALWAYS = new Occasion(Kind.EVERY, 1);

    /** The ways to count. */
    enum Kind {
      CALL,
      FIRST,
      FROM,
      EVERY;

      /** Its word in a script. */
      String word() {
        return name().toLowerCase(Locale.ROOT);
      }
    }

    boolean strikes(int call) {
      return switch (kind) {
        case CALL -> call == number;
        case FIRST -> call <= number;
        case FROM -> call >= number;
        case EVERY -> call % number == 0;
      };
    }
  }
}
