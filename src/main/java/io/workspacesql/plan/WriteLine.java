package io.workspacesql.plan;

import io.workspacesql.catalog.ColumnDefinition;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A write request as EXPLAIN and {@code driver.last_write} show it.
 *
 * @param path below the base URL
 * @param body JSON as it is sent; null = none
 * @param changes {@code column: old → new}; null = none
 */
public record WriteLine(
    String httpMethod, String path, @Nullable String body, @Nullable String changes) {

  /** The requests that a task sends when nothing goes wrong, in order. */
  public static List<WriteLine> of(WriteTask task) {
    if (task instanceof WriteTask.Update update) {
      return List.of(update(update));
    }
    if (task instanceof WriteTask.Delete delete) {
      String gone = delete.name() == null ? null : "name: " + delete.name() + " → (deleted)";
      return List.of(new WriteLine("DELETE", "/workspaces/" + delete.id(), null, gone));
    }
    return create((WriteTask.Create) task);
  }

  private static WriteLine update(WriteTask.Update update) {
    return new WriteLine(
        "PUT",
        "/workspaces/" + update.id(),
        update.changes().stream()
            .map(change -> member(change.column().name(), change.newValue()))
            .collect(Collectors.joining(",", "{", "}")),
        update.changes().stream().map(WriteLine::change).collect(Collectors.joining(", ")));
  }

  private static String change(Change change) {
    ColumnDefinition column = change.column();
    String old = change.oldKnown() ? String.valueOf(change.oldValue()) : "?";
    return column.name() + ": " + old + " → " + change.newValue();
  }

  private static List<WriteLine> create(WriteTask.Create create) {
    List<WriteLine> lines = new ArrayList<>();
    lines.add(new WriteLine("GET", "/workspaces?name_contains=… (is the name free?)", null, null));
    MintRequest mint = create.mint();
    lines.add(
        new WriteLine(
            "POST", mint.path(), body(mint, create.name()), "name: (none) → " + create.name()));
    lines.add(new WriteLine("GET", mint.path() + "/info (the new id)", null, null));
    List<String> members = new ArrayList<>();
    if (create.status() != null) {
      members.add(member("status", create.status().text()));
    }
    if (create.cacheEnabled() != null) {
      members.add(member("cache_enabled", create.cacheEnabled()));
    }
    if (!members.isEmpty()) {
      lines.add(
          new WriteLine(
              "PUT", "/workspaces/{new id}", "{" + String.join(",", members) + "}", null));
    }
    return lines;
  }

  private static String body(MintRequest mint, String name) {
    List<String> members = new ArrayList<>(List.of(member(mint.nameField(), name)));
    if (mint.regionId() != null) {
      members.add(member("region_id", mint.regionId()));
    }
    addTags(members, "selected_source_template_tags", mint.sourceTemplateTags());
    addTags(members, "selected_connection_template_tags", mint.connectionTemplateTags());
    return "{" + String.join(",", members) + "}";
  }

  private static void addTags(List<String> members, String field, List<String> tags) {
    if (!tags.isEmpty()) {
      String array =
          tags.stream().map(WriteLine::quoted).collect(Collectors.joining(",", "[", "]"));
      members.add("\"" + field + "\":" + array);
    }
  }

  private static String member(String name, @Nullable Object value) {
    return "\"" + name + "\":" + (value instanceof String text ? quoted(text) : value);
  }

  /** A JSON string (RFC 8259, section 7), spelled as the request's body spells it. */
  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      json.append(escaped(text.charAt(i)));
    }
    return json.append('"').toString();
  }

  private static String escaped(char c) {
    return switch (c) {
      case '"', '\\' -> "\\" + c;
      case '\b' -> "\\b";
      case '\t' -> "\\t";
      case '\n' -> "\\n";
      case '\f' -> "\\f";
      case '\r' -> "\\r";
      default -> c < ' ' ? String.format("\\u%04X", (int) c) : String.valueOf(c);
    };
  }
}
