package io.workspacesql.demo;

import io.workspacesql.demo.Damage.Cut;
import io.workspacesql.demo.Damage.RetryAfter;
import io.workspacesql.demo.Fault.Occasion;
import io.workspacesql.demo.Fault.Target;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads one fault of a {@link FaultScript}, word by word. */
final class FaultParser {
  private static final Pattern TIME = Pattern.compile("([0-9]{1,6})(ms|s|m)?");
  private static final String END = "";

  private final int number;
  private final List<String> words;
  private int next;

  /**
   * @param number of the fault in the script, from 1
   */
  FaultParser(int number, String text) {
    this.number = number;
    this.words = List.of(text.strip().split("\\s+", -1));
  }

  Fault fault() {
    Damage damage = damage();
    if (!accept("on") && !accept("of")) {
      throw expected("'on' or 'of'");
    }
    Target target = target();
    Occasion occasion = occasion();
    Duration effectAfter = effectAfter(damage);
    Damage whole = damage instanceof Damage.Status status ? withRetryAfter(status) : damage;
    if (!word().equals(END)) {
      throw expected("the end of the fault, or another order of its parts,");
    }
    return new Fault(whole, target, occasion, effectAfter);
  }

  private Damage damage() {
    if (accept("cut")) {
      return accept("headers") ? Cut.IN_HEADERS : accept("body") ? Cut.IN_BODY : Cut.BEFORE_ANSWER;
    }
    if (accept("reset")) {
      return Cut.RESET;
    }
    if (accept("truncated")) {
      return new Damage.Truncated();
    }
    if (accept("slow")) {
      return new Damage.Slow(time());
    }
    if (accept("delay")) {
      return new Damage.Delayed(time());
    }
    return accept("silence") ? new Damage.Silence() : status();
  }

  private Damage.Status status() {
    if (!word().matches("[45][0-9]{2}")) {
      throw expected("a status from 400 to 599, cut, reset, truncated, slow, delay or silence");
    }
    int code = Integer.parseInt(take());
    return new Damage.Status(code, accept("html"), null);
  }

  private Target target() {
    if (accept("any")) {
      return new Target(null, null, null);
    }
    String method = Route.isMethod(word()) ? take() : null;
    if (word().startsWith("/")) {
      return target(method);
    }
    if (method == null) {
      throw expected("any, a method or a path of the API");
    }
    return new Target(method, null, null);
  }

  private Target target(@Nullable String method) {
    List<String> path = Route.segments(word());
    Route route =
        Route.at(path)
            .filter(at -> method == null || Route.of(method, path).isPresent())
            .orElseThrow(() -> expected("an endpoint's path"));
    take();
    String last = path.get(path.size() - 1);
    boolean one = route.template().endsWith("}") && !last.startsWith("{");
    return new Target(method, route.template(), one ? last : null);
  }

  private Occasion occasion() {
    for (Occasion.Kind kind : Occasion.Kind.values()) {
      if (accept(kind.word())) {
        return new Occasion(kind, count());
      }
    }
    return Occasion.ALWAYS;
  }

  private int count() {
    if (!word().matches("[1-9][0-9]{0,8}")) {
      throw expected("a number from 1");
    }
    return Integer.parseInt(take());
  }

  private @Nullable Duration effectAfter(Damage damage) {
    if (accept("with")) {
      require("effect");
      return Duration.ZERO;
    }
    if (accept("without")) {
      require("effect");
      return null;
    }
    if (accept("effect")) {
      require("after");
      return time();
    }
    return damage instanceof Damage.Status ? null : Duration.ZERO;
  }

  private Damage.Status withRetryAfter(Damage.Status status) {
    if (!accept("retry-after")) {
      return status;
    }
    boolean date = accept("date");
    if (word().endsWith("ms")) {
      throw expected("a time in whole seconds");
    }
    return new Damage.Status(status.code(), status.html(), new RetryAfter(time(), date));
  }

  private Duration time() {
    Matcher time = TIME.matcher(word());
    if (!time.matches()) {
      throw expected("a time such as 500ms, 2s or 1m");
    }
    take();
    long amount = Long.parseLong(time.group(1));
    String unit = time.group(2) == null ? "s" : time.group(2);
    return switch (unit) {
      case "ms" -> Duration.ofMillis(amount);
      case "m" -> Duration.ofMinutes(amount);
      default -> Duration.ofSeconds(amount);
    };
  }

  private boolean accept(String wanted) {
    boolean there = word().equals(wanted);
    next += there ? 1 : 0;
    return there;
  }

  private void require(String wanted) {
    if (!accept(wanted)) {
      throw expected("'" + wanted + "'");
    }
  }

  private String word() {
    return next < words.size() ? words.get(next) : END;
  }

  private String take() {
    return words.get(next++);
  }

  private IllegalArgumentException expected(String what) {
    String found = word().equals(END) ? "its end" : "'" + word() + "'";
    return new IllegalArgumentException(
        "Fault %d, word %d: %s is expected, not %s".formatted(number, next + 1, what, found));
  }
}
