package io.workspacesql.soundness;

import static io.workspacesql.soundness.Column.ID;
import static io.workspacesql.soundness.Column.NAME;
import static io.workspacesql.soundness.Column.STATUS;
import static io.workspacesql.soundness.Column.TOMBSTONE;

import io.workspacesql.demo.KnownTenants;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The organization as a table in memory, and what the server does with a request. It shares no code
 * with the driver.
 */
final class Model {
  private final WrittenOrganization organization;
  private final String organizationId;
  private final Map<Object, Map<Column, Object>> rows = new LinkedHashMap<>();
  private int founded;

  Model(WrittenOrganization organization, String organizationId, List<Map<Column, Object>> rows) {
    this.organization = organization;
    this.organizationId = organizationId;
    this.founded = organization.options().workspaces();
    rows.forEach(row -> this.rows.put(row.get(ID), row));
  }

  /** All rows by id, tombstones included. */
  Map<Object, Map<Column, Object>> rows() {
    return rows;
  }

  /** What SQL sees. */
  Table table(List<Object> parameters) {
    return new Table(
        rows.values().stream().filter(row -> !Boolean.TRUE.equals(row.get(TOMBSTONE))).toList(),
        parameters);
  }

  /** The id of the workspace that is founded next. */
  String nextId() {
    return KnownTenants.id(organization.options(), founded);
  }

  /**
   * Does what the server does with a request.
   *
   * @param now when
   * @param created as in {@link Intents#of}
   */
  void apply(Sent sent, Object now, Map<Object, Object> created) {
    switch (sent.method()) {
      case "PUT" -> put(sent, now);
      case "DELETE" -> rows.computeIfPresent(sent.id(), (id, row) -> isGone(row) ? row : null);
      case "POST" -> found(sent.body().values().iterator().next(), now, created);
      default -> throw new IllegalArgumentException(sent.toString());
    }
  }

  private static boolean isGone(Map<Column, Object> row) {
    return Boolean.TRUE.equals(row.get(TOMBSTONE));
  }

  private void put(Sent sent, Object now) {
    Map<Column, Object> row = rows.get(sent.id());
    if (row == null || isGone(row)) {
      return;
    }
    for (Column column : organization.shown()) {
      boolean isSet = sent.body().containsKey(column.sqlName());
      Object value = sent.body().get(column.sqlName());
      if (isSet && (value != null || organization.nullClears())) {
        row.put(column, value);
        row.put(Column.UPDATED_AT, now);
      }
    }
  }

  private void found(Object name, Object now, Map<Object, Object> created) {
    if (table(List.of()).values(NAME).contains(name)) {
      return;
    }
    Map<Column, Object> row = new EnumMap<>(Column.class);
    Arrays.stream(Column.values()).forEach(column -> row.put(column, null));
    row.put(ID, created.getOrDefault(name, nextId()));
    row.put(NAME, name);
    row.put(Column.ORGANIZATION_ID, organizationId);
    row.put(STATUS, "active");
    row.put(Column.CREATED_AT, now);
    row.put(Column.UPDATED_AT, now);
    if (organization.shown().contains(TOMBSTONE)) {
      row.put(TOMBSTONE, false);
      row.put(Column.VISIBILITY, "shared");
    }
    rows.put(row.get(ID), row);
    founded++;
  }

  /** What differs from the rows that there are; empty = nothing. */
  String difference(List<Map<Column, Object>> there) {
    Map<Object, Map<Column, Object>> surplus = new LinkedHashMap<>();
    there.forEach(row -> surplus.put(row.get(ID), row));
    List<String> differences = new ArrayList<>();
    rows.forEach(
        (id, row) -> {
          Map<Column, Object> other = surplus.remove(id);
          if (!row.equals(other)) {
            differences.add("expected " + row + " but is " + other);
          }
        });
    surplus.values().forEach(row -> differences.add("not expected: " + row));
    return differences.isEmpty()
        ? ""
        : differences.size()
            + " rows differ: "
            + differences.subList(0, Math.min(3, differences.size()));
  }
}
