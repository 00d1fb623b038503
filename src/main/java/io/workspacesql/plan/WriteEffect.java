package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;

/** Says in words what a write will do to the tenants it touches. */
public final class WriteEffect {
  private WriteEffect() {}

  /** One sentence per kind of effect. */
  public static List<String> of(FrozenWrite write) {
    List<String> effects = new ArrayList<>();
    long tenants = write.tasks().size();
    switch (write.verb()) {
      case DELETE ->
          effects.add(
              tenants(tenants)
                  + " will be deleted with connectors and credentials; this cannot be undone");
      case INSERT -> effects.add(tenants(tenants) + " will be created");
      case UPDATE -> updates(write, effects);
    }
    return effects;
  }

  private static void updates(FrozenWrite write, List<String> effects) {
    long stopped = setTo(write, "inactive");
    long started = setTo(write, "active");
    long renamed = changing(write, "name");
    long cached = changing(write, "cache_enabled");
    if (stopped > 0) {
      effects.add(tenants(stopped) + " will be inactive: everything in them stops working");
    }
    if (started > 0) {
      effects.add(
          tenants(started) + " will be active; whether their work starts again is not known");
    }
    if (renamed > 0) {
      effects.add(
          tenants(renamed)
              + " will be renamed: whoever asks for a token by the old name gets a new, empty"
              + " workspace");
    }
    if (cached > 0) {
      effects.add(tenants(cached) + " will have another cache_enabled");
    }
    if (write.tasks().isEmpty()) {
      effects.add(tenants(0) + " will be changed");
    }
  }

  private static long setTo(FrozenWrite write, String status) {
    return write.tasks().stream()
        .filter(task -> changes(task).stream().anyMatch(change -> status.equals(statusOf(change))))
        .count();
  }

  private static Object statusOf(Change change) {
    return change.column().name().equals("status") && change.newValue() != null
        ? change.newValue()
        : "";
  }

  private static long changing(FrozenWrite write, String column) {
    return write.tasks().stream()
        .filter(
            task ->
                changes(task).stream().anyMatch(change -> change.column().name().equals(column)))
        .count();
  }

  private static List<Change> changes(WriteTask task) {
    return task instanceof WriteTask.Update update ? update.changes() : List.of();
  }

  private static String tenants(long number) {
    return number == 1 ? "1 tenant" : number + " tenants";
  }
}
