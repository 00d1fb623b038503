package io.workspacesql.soundness;

import io.workspacesql.model.Workspace;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/** The columns of {@code workspaces}, in the order of {@code SELECT *}. */
enum Column {
  ID(Type.TEXT, Workspace::id),
  NAME(Type.TEXT, Workspace::name),
  ORGANIZATION_ID(Type.TEXT, Workspace::organizationId),
  STATUS(Type.TEXT, workspace -> workspace.status().text()),
  CACHE_ENABLED(Type.TRUTH, Workspace::cacheEnabled),
  TOMBSTONE(Type.TRUTH, Workspace::tombstone),
  CREATED_AT(Type.MOMENT, Workspace::createdAt),
  UPDATED_AT(Type.MOMENT, Workspace::updatedAt),
  VISIBILITY(Type.TEXT, Workspace::visibility),
  COLOR(Type.TEXT, Workspace::color);

  private final Type type;
  private final Function<Workspace, Object> field;

  Column(Type type, Function<Workspace, Object> field) {
    this.type = type;
    this.field = field;
  }

  Type type() {
    return type;
  }

  String sqlName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static List<Column> of(Type type) {
    return Stream.of(values()).filter(column -> column.type == type).toList();
  }

  /**
   * What a table shows of a workspace.
   *
   * @param shown the columns whose keys the server sends; the others are NULL
   * @param micros the step of timestamps in microseconds: the server and the driver cut off the
   *     rest
   */
  static Map<Column, Object> row(Workspace workspace, List<Column> shown, long micros) {
    Map<Column, Object> row = new EnumMap<>(Column.class);
    for (Column column : values()) {
      Object value = shown.contains(column) ? column.field.apply(workspace) : null;
      row.put(column, value instanceof Instant moment ? cut(moment, micros) : value);
    }
    return row;
  }

  static Instant cut(Instant moment, long micros) {
    long since = ChronoUnit.MICROS.between(Instant.EPOCH, moment);
    return Instant.EPOCH.plus(Math.floorDiv(since, micros) * micros, ChronoUnit.MICROS);
  }
}
