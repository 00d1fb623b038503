package io.workspacesql.soundness;

import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.LoggedRequest;
import io.workspacesql.demo.SetClock;
import io.workspacesql.demo.ShownTenants;
import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/** A running organization to write to, and connections to it by its JDBC URL. */
final class WrittenServer implements AutoCloseable {
  private static final Duration TOKEN_LIFE = Duration.ofMinutes(15);
  private final WrittenOrganization kind;
  private final DemoOrganization organization;
  private final ShownTenants tenants;
  private final SetClock clock;
  private final Connection connection;
  private final Connection dryRun;

  private WrittenServer(WrittenOrganization kind, DemoOrganization organization, SetClock clock)
      throws SQLException {
    this.kind = kind;
    this.organization = organization;
    this.tenants = ShownTenants.of(organization);
    this.clock = clock;
    this.connection = connect("false");
    this.dryRun = connect("true");
  }

  static WrittenServer start(WrittenOrganization kind) throws IOException, SQLException {
    SetClock clock = new SetClock();
    DemoOrganization organization =
        DemoOrganization.start(kind.options().withTokens(clock, TOKEN_LIFE));
    return new WrittenServer(kind, organization, clock);
  }

  private Connection connect(String dry) throws SQLException {
    Properties properties = new Properties();
    properties.putAll(kind.properties());
    properties.setProperty("user", organization.clientId());
    properties.setProperty("password", organization.clientSecret());
    properties.setProperty("pageSize", Integer.toString(kind.pageSize()));
    properties.setProperty("dryRun", dry);
    return DriverManager.getConnection("jdbc:airbyte:" + organization.base(), properties);
  }

  Connection connection() {
    return connection;
  }

  /** A connection whose writes send nothing. */
  Connection dryRun() {
    return dryRun;
  }

  /** Lets a second pass, and says what time it is for the server. */
  Instant tick() {
    clock.move(Duration.ofSeconds(1));
    return clock.instant();
  }

  String organizationId() {
    return organization.organizationId();
  }

  /** All requests so far. */
  List<LoggedRequest> log() {
    return organization.log();
  }

  /** What there is, tombstones included, asked for without the driver. */
  List<Map<Column, Object>> rows() {
    return tenants.now().stream().map(WrittenServer::row).toList();
  }

  private static Map<Column, Object> row(Map<String, Object> tenant) {
    Map<Column, Object> row = new EnumMap<>(Column.class);
    for (Column column : Column.values()) {
      Object value = tenant.get(column.sqlName());
      boolean isMoment = column.type() == Type.MOMENT && value != null;
      row.put(column, isMoment ? Instant.parse((String) value) : value);
    }
    return row;
  }

  @Override
  public void close() throws IOException, SQLException {
    connection.close();
    dryRun.close();
    organization.close();
  }
}
