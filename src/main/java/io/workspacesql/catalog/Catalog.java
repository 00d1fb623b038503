package io.workspacesql.catalog;

import static io.workspacesql.catalog.ColumnType.BIGINT;
import static io.workspacesql.catalog.ColumnType.BOOLEAN;
import static io.workspacesql.catalog.ColumnType.INTEGER;
import static io.workspacesql.catalog.ColumnType.TIMESTAMP;
import static io.workspacesql.catalog.ColumnType.VARCHAR;
import static java.util.Comparator.comparing;

import java.util.List;
import java.util.stream.Stream;

/** All tables of the driver. */
public final class Catalog {
  /** The default schema: tables answered by the API. */
  public static final String API_SCHEMA = "airbyte";

  /** The schema in which the driver shows itself. */
  public static final String DRIVER_SCHEMA = "driver";

  /** Fraction digits of every TIMESTAMP, in every plan. */
  public static final int TIMESTAMP_PRECISION = 6;

  public static final TableDefinition WORKSPACES =
      new TableDefinition(
          API_SCHEMA,
          "workspaces",
          TableKind.TABLE,
          List.of(
              new ColumnDefinition("id", VARCHAR, 36, false, false, "UUID, never changes"),
              new ColumnDefinition(
                  "name", VARCHAR, 0, false, true, "Label of the tenant; not guaranteed unique"),
              new ColumnDefinition(
                  "organization_id", VARCHAR, 36, true, false, "UUID of the organization"),
              new ColumnDefinition(
                  "status", VARCHAR, 0, false, true, "active or inactive; inactive stops its work"),
              new ColumnDefinition(
                  "cache_enabled",
                  BOOLEAN,
                  0,
                  true,
                  true,
                  "NULL: inherited, or older than the feature"),
              new ColumnDefinition("tombstone", BOOLEAN, 0, true, false, "Soft-deleted"),
              new ColumnDefinition(
                  "created_at", TIMESTAMP, TIMESTAMP_PRECISION, true, false, "Set by the server"),
              new ColumnDefinition(
                  "updated_at", TIMESTAMP, TIMESTAMP_PRECISION, true, false, "Set by the server"),
              new ColumnDefinition("visibility", VARCHAR, 0, true, false, "shared or private"),
              new ColumnDefinition("color", VARCHAR, 0, true, false, "Colour in the web app")),
          List.of("id"),
          "Workspaces (tenants) of the organization");

  public static final TableDefinition CUSTOMERS = Customers.of(WORKSPACES);

  public static final TableDefinition REQUESTS =
      new TableDefinition(
          DRIVER_SCHEMA,
          "requests",
          TableKind.SYSTEM_TABLE,
          List.of(
              new ColumnDefinition(
                  "request_no", BIGINT, 0, false, false, "Counts the requests of this connection"),
              new ColumnDefinition(
                  "statement_id", BIGINT, 0, false, false, "Statement execution; 0 = connecting"),
              new ColumnDefinition("attempt", INTEGER, 0, false, false, "1 = first try"),
              new ColumnDefinition("http_method", VARCHAR, 0, false, false, "GET, POST …"),
              new ColumnDefinition(
                  "path_template", VARCHAR, 0, false, false, "Path without ids, below the base"),
              new ColumnDefinition(
                  "query_text", VARCHAR, 0, true, false, "Query parameters, decoded, no cursor"),
              new ColumnDefinition(
                  "http_status", INTEGER, 0, true, false, "NULL: no answer arrived"),
              new ColumnDefinition(
                  "started_at", TIMESTAMP, TIMESTAMP_PRECISION, false, false, "When it was sent"),
              new ColumnDefinition(
                  "millis", BIGINT, 0, false, false, "From sending to the body's end"),
              new ColumnDefinition("bytes", BIGINT, 0, false, false, "Body, after inflation"),
              new ColumnDefinition(
                  "request_id", VARCHAR, 0, true, false, "The server's id of the request"),
              new ColumnDefinition(
                  "failure", VARCHAR, 0, true, false, "Why no usable answer arrived")),
          List.of("request_no"),
          "Requests of this connection, newest last");

  public static final TableDefinition PROPERTIES =
      new TableDefinition(
          DRIVER_SCHEMA,
          "properties",
          TableKind.SYSTEM_TABLE,
          List.of(
              new ColumnDefinition("name", VARCHAR, 0, false, false, "Connection property"),
              new ColumnDefinition(
                  "setting", VARCHAR, 0, true, false, "What is in force; secrets show as ***"),
              new ColumnDefinition(
                  "default_setting", VARCHAR, 0, true, false, "When nothing is given"),
              new ColumnDefinition("description", VARCHAR, 0, false, false, "What it does")),
          List.of("name"),
          "Connection properties and their settings");

  public static final TableDefinition LAST_WRITE =
      new TableDefinition(
          DRIVER_SCHEMA,
          "last_write",
          TableKind.SYSTEM_TABLE,
          List.of(
              new ColumnDefinition(
                  "statement_id", BIGINT, 0, false, false, "Statement execution, as in requests"),
              new ColumnDefinition(
                  "row_no", BIGINT, 0, false, false, "Counts the rows of the statement or batch"),
              new ColumnDefinition("verb", VARCHAR, 0, false, false, "UPDATE, DELETE or INSERT"),
              new ColumnDefinition(
                  "workspace_id", VARCHAR, 36, true, false, "NULL: not created, so without id"),
              new ColumnDefinition(
                  "workspace_name", VARCHAR, 0, true, false, "NULL: the row was not read"),
              new ColumnDefinition(
                  "http_method", VARCHAR, 0, false, false, "Of the request that writes the row"),
              new ColumnDefinition("path", VARCHAR, 0, false, false, "Below the base URL"),
              new ColumnDefinition("body", VARCHAR, 0, true, false, "JSON as it is sent"),
              new ColumnDefinition(
                  "changes", VARCHAR, 0, true, false, "Old and new value of each column"),
              new ColumnDefinition(
                  "state",
                  VARCHAR,
                  0,
                  false,
                  false,
                  "done, no row, failed, not applied, unknown or not tried"),
              new ColumnDefinition("dry_run", BOOLEAN, 0, false, false, "No write was sent"),
              new ColumnDefinition(
                  "http_status", INTEGER, 0, true, false, "Of the answer that decided"),
              new ColumnDefinition(
                  "message", VARCHAR, 0, true, false, "The server's words or the driver's reason"),
              new ColumnDefinition(
                  "request_id", VARCHAR, 0, true, false, "The server's id of the request")),
          List.of("row_no"),
          "Rows of this connection's last write, or of its last dry run");

  public static final TableDefinition PUSHDOWN =
      new TableDefinition(
          DRIVER_SCHEMA,
          "pushdown",
          TableKind.SYSTEM_TABLE,
          List.of(
              new ColumnDefinition("table_name", VARCHAR, 0, false, false, "Table of the API"),
              new ColumnDefinition(
                  "column_name", VARCHAR, 0, true, false, "NULL: the rule speaks of rows"),
              new ColumnDefinition(
                  "operator", VARCHAR, 0, false, false, "What the statement says of the column"),
              new ColumnDefinition(
                  "request_part", VARCHAR, 0, false, false, "Path or parameter that says it"),
              new ColumnDefinition(
                  "exactness",
                  VARCHAR,
                  0,
                  false,
                  false,
                  "superset: rows are checked again; otherwise exact"),
              new ColumnDefinition("explanation", VARCHAR, 0, false, false, "When and how")),
          List.of(),
          "What of a statement becomes part of a request");

  private static final List<TableDefinition> TABLES =
      Stream.of(
              ListedTables.all(),
              List.of(CUSTOMERS, WORKSPACES, LAST_WRITE, PROPERTIES, PUSHDOWN, REQUESTS),
              InformationSchema.views())
          .flatMap(List::stream)
          .sorted(comparing(TableDefinition::schema).thenComparing(TableDefinition::name))
          .toList();

  private Catalog() {}

  /** Every table, in the order of schema and name. */
  public static List<TableDefinition> tables() {
    return TABLES;
  }
}
