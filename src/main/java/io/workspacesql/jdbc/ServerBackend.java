package io.workspacesql.jdbc;

import io.workspacesql.api.ApiSettings;
import io.workspacesql.api.Backoff;
import io.workspacesql.api.Deadline;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.config.ConnectionSettings;
import io.workspacesql.config.CountFromStats;
import io.workspacesql.config.Credentials;
import io.workspacesql.config.PropertySetting;
import io.workspacesql.config.Secret;
import io.workspacesql.config.Target;
import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import io.workspacesql.demo.FaultScript;
import io.workspacesql.error.Failure;
import io.workspacesql.observe.Ledger;
import io.workspacesql.observe.Listeners;
import io.workspacesql.plan.FanOut;
import io.workspacesql.plan.PlanSettings;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.run.Execution;
import io.workspacesql.run.RunSettings;
import io.workspacesql.run.Session;
import io.workspacesql.sql.Planner;
import io.workspacesql.sql.SqlEngine;
import java.io.IOException;
import java.net.URI;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection's planner and its session with a server, real or simulated. */
final class ServerBackend implements Backend {
  private final ConnectionSettings settings;
  private final Credentials credentials;
  private final Planner planner;
  private final Session session;
  private final Listeners listeners;

  private ServerBackend(
      ConnectionSettings settings,
      Credentials credentials,
      Planner planner,
      Session session,
      Listeners listeners) {
    this.settings = settings;
    this.credentials = credentials;
    this.planner = planner;
    this.session = session;
    this.listeners = listeners;
  }

  /** Makes the client; sends nothing. */
  static ServerBackend open(ConnectionSettings settings) throws SQLException {
    return settings.target() instanceof Target.Demo demo
        ? open(settings, organization(demo))
        : open(settings, ((Target.Server) settings.target()).base(), settings.credentials());
  }

  private static ServerBackend open(ConnectionSettings settings, DemoOrganization organization)
      throws SQLException {
    Credentials given = settings.credentials();
    Credentials demo =
        new Credentials.ClientSecret(
            organization.clientId(), Secret.of(organization.clientSecret()));
    return open(settings, organization.base(), given == null ? demo : given);
  }

  private static DemoOrganization organization(Target.Demo demo) throws SQLException {
    try {
      DemoOptions healthy =
          DemoOptions.of(demo.name(), demo.workspaces(), demo.seed(), demo.latency());
      return DemoOrganization.named(healthy.withFaults(faults(demo.faults())));
    } catch (IllegalArgumentException e) {
      throw Failure.INVALID_PROPERTY.causedBy(e, e.getMessage());
    } catch (IOException e) {
      throw Failure.CANNOT_CONNECT.causedBy(e, "the demo organization", e.getMessage());
    }
  }

  private static FaultScript faults(@Nullable String script) throws SQLException {
    try {
      return script == null ? FaultScript.NONE : FaultScript.parse(script);
    } catch (IllegalArgumentException e) {
      throw Failure.INVALID_PROPERTY.causedBy(e, "faults cannot be read: " + e.getMessage());
    }
  }

  private static ServerBackend open(
      ConnectionSettings settings, URI base, @Nullable Credentials credentials)
      throws SQLException {
    if (credentials == null) {
      throw Failure.CREDENTIALS_MISSING.because("give user and password, or accessToken");
    }
    SqlEngine planner = SqlEngine.of(planSettings(settings));
    planner.warmUp();
    Ledger ledger = new Ledger();
    Listeners listeners = new Listeners();
    listeners.add(ledger);
    WorkspacesApi api = WorkspacesApi.connect(apiSettings(settings, base, credentials), listeners);
    Session session = new Session(api, runSettings(settings), ledger);
    session.watch(listeners);
    return new ServerBackend(settings, credentials, planner, session, listeners);
  }

  private static ApiSettings apiSettings(
      ConnectionSettings settings, URI base, Credentials credentials) {
    return new ApiSettings(
        base,
        credentials,
        settings.organizationId(),
        settings.network(),
        settings.connectTimeout(),
        settings.readTimeout(),
        settings.maxConcurrentRequests(),
        settings.limits().perSecond(),
        backoff(settings),
        NewWorkspaces.of(settings).minting(),
        settings.applicationName());
  }

  private static RunSettings runSettings(ConnectionSettings settings) {
    return new RunSettings(
        settings.pageSize(),
        settings.prefetchPages(),
        settings.maxConcurrentRequests(),
        settings.writes().writeConcurrency(),
        settings.strictPaging(),
        switch (settings.countFromStats()) {
          case TRUST -> RunSettings.StatsTrust.TRUST;
          case VERIFY -> RunSettings.StatsTrust.VERIFY;
          case NEVER -> RunSettings.StatsTrust.NEVER;
        },
        backoff(settings),
        settings.limits().perStatement(),
        new FanOut(settings.limits().fanOut()));
  }

  private static Backoff backoff(ConnectionSettings settings) {
    return new Backoff(settings.retries().most(), settings.retries().longestDelay());
  }

  private static PlanSettings planSettings(ConnectionSettings settings) {
    return new PlanSettings(
        settings.pageSize(),
        settings.countFromStats() != CountFromStats.NEVER,
        settings.timeZone(),
        new FanOut(settings.limits().fanOut()),
        NewWorkspaces.of(settings).tokenInfoPath(),
        settings.writes().tokenFunctions() ? NewWorkspaces.of(settings).tokens() : null);
  }

  @Override
  public Planner planner() {
    return planner;
  }

  @Override
  public Ledger ledger() {
    return session.ledger();
  }

  @Override
  public Listeners listeners() {
    return listeners;
  }

  @Override
  public void nameApplication(@Nullable String name) {
    session.nameApplication(name);
  }

  @Override
  public void verifyCredentials(Duration timeout) throws SQLException {
    session.verifyCredentials(Deadline.after(timeout));
  }

  @Override
  public void ping(Duration timeout) throws SQLException {
    session.ping(Deadline.after(timeout));
  }

  @Override
  public @Nullable TokenScope tokenScope() {
    return session.tokenScope();
  }

  @Override
  public Execution begin(Duration timeout) throws SQLException {
    return session.begin(timeout);
  }

  @Override
  public String url() {
    return settings.redactedUrl();
  }

  @Override
  public String userName() {
    return credentials instanceof Credentials.ClientSecret client ? client.clientId() : "";
  }

  @Override
  public List<@Nullable Object[]> properties() {
    return settings.properties().stream().map(ServerBackend::row).toList();
  }

  private static @Nullable Object[] row(PropertySetting setting) {
    return new @Nullable Object[] {
      setting.property().name(),
      setting.setting(),
      setting.property().defaultText(),
      setting.property().description()
    };
  }

  @Override
  public void close() {
    session.close();
  }
}
