package io.workspacesql.jdbc;

import io.workspacesql.error.RowOutcome;
import io.workspacesql.plan.Change;
import io.workspacesql.plan.WriteLine;
import io.workspacesql.plan.WriteOutcome;
import io.workspacesql.plan.WriteTask;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One row of a write, in the words of messages, reports and {@code driver.last_write}. */
record ReportedRow(WriteOutcome outcome) {

  String state() {
    return outcome.state().text();
  }

  @Nullable String workspaceId() {
    if (outcome.task() instanceof WriteTask.Update update) {
      return update.id();
    }
    return outcome.task() instanceof WriteTask.Delete delete ? delete.id() : outcome.id();
  }

  @Nullable String workspaceName() {
    if (outcome.task() instanceof WriteTask.Create create) {
      return create.name();
    }
    return outcome.task() instanceof WriteTask.Update update
        ? update.name()
        : ((WriteTask.Delete) outcome.task()).name();
  }

  private static boolean isName(Change change) {
    return change.column().name().equals("name");
  }

  /** What a rename does, for a warning; null = the name stays. */
  @Nullable String renameText() {
    return changes().stream()
        .filter(ReportedRow::isRename)
        .map(this::renameText)
        .findFirst()
        .orElse(null);
  }

  private static boolean isRename(Change change) {
    return isName(change)
        && !(change.oldKnown() && Objects.equals(change.oldValue(), change.newValue()));
  }

  private String renameText(Change rename) {
    String old = rename.oldKnown() ? shown(rename.oldValue()) : workspaceId();
    return old + " → " + shown(rename.newValue());
  }

  private List<Change> changes() {
    return outcome.task() instanceof WriteTask.Update update ? update.changes() : List.of();
  }

  /** What is sent to write it; a row to create may need two such requests. */
  List<WriteLine> requests() {
    return WriteLine.of(outcome.task()).stream()
        .filter(line -> !line.httpMethod().equals("GET"))
        .toList();
  }

  private static String shown(@Nullable Object value) {
    return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
  }

  /** What a message says of it: its id, or its name while it has no id, and why it ended so. */
  String complaint() {
    String id = workspaceId();
    StringBuilder text = new StringBuilder(id == null ? "'" + workspaceName() + "'" : id);
    text.append(' ').append(state());
    if (outcome.message() != null) {
      text.append(": ").append(outcome.message());
    }
    if (outcome.requestId() != null) {
      text.append(" (request ").append(outcome.requestId()).append(')');
    }
    return text.toString();
  }

  RowOutcome published() {
    return new RowOutcome(
        workspaceId(),
        workspaceName(),
        state(),
        outcome.httpStatus(),
        outcome.message(),
        outcome.requestId());
  }
}
