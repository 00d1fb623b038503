package io.workspacesql.soundness;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.KnownTenants;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** A running organization, a connection to it by its JDBC URL, and what it truly holds. */
final class Server implements AutoCloseable {
  private final DemoOrganization organization;
  private final Connection connection;
  private final List<Map<Column, Object>> rows;
  private final int fractionDigits;

  private Server(
      DemoOrganization organization,
      Connection connection,
      List<Map<Column, Object>> rows,
      int fractionDigits) {
    this.organization = organization;
    this.connection = connection;
    this.rows = rows;
    this.fractionDigits = fractionDigits;
  }

  static Server start(Organization kind) throws IOException, SQLException {
    DemoOptions options = kind.options();
    DemoOrganization organization = DemoOrganization.start(options);
    Connection connection =
        DriverManager.getConnection(
            "jdbc:airbyte:" + organization.base() + "?pageSize=" + kind.pageSize(),
            organization.clientId(),
            organization.clientSecret());
    int declared = declaredDigits(connection);
    long micros = micros(Math.min(declared, options.dialect().fractionDigits()));
    List<Map<Column, Object>> rows =
        KnownTenants.of(options, organization.organizationId()).stream()
            .filter(workspace -> !workspace.tombstone())
            .map(workspace -> Column.row(workspace, kind.shown(), micros))
            .toList();
    return new Server(organization, connection, rows, declared);
  }

  /** The workspaces that are no tombstones. */
  List<Map<Column, Object>> rows() {
    return rows;
  }

  Connection connection() {
    return connection;
  }

  /** Digits of a second that the driver declares for timestamps. */
  int fractionDigits() {
    return fractionDigits;
  }

  /** The step of timestamps that the driver declares, in microseconds. */
  long micros() {
    return micros(fractionDigits);
  }

  /** Requests since the start, for tokens too. */
  long requests() {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  private static int declaredDigits(Connection connection) throws SQLException {
    try (ResultSet column =
        connection.getMetaData().getColumns(null, "airbyte", "workspaces", "created_at")) {
      column.next();
      return column.getInt("DECIMAL_DIGITS");
    }
  }

  private static long micros(int digits) {
    return Math.round(Math.pow(10, 6.0 - digits));
  }
}
