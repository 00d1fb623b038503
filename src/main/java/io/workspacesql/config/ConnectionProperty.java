package io.workspacesql.config;

import io.workspacesql.error.Failure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The registry of connection properties. One row here is what the URL parser, {@code
 * DriverPropertyInfo}, the data source, {@code driver.properties} and the table in the docs know of
 * a property.
 *
 * @param <T> the value's class once it is read
 */
public final class ConnectionProperty<T> {
  private static final Map<String, ConnectionProperty<?>> BY_LOWER_NAME = new LinkedHashMap<>();

  private static final Duration NOTHING = Duration.ZERO;
  private static final Duration MILLI = Duration.ofMillis(1);

  public static final ConnectionProperty<String> USER =
      row("user", ValueForm.text(), null, "Client id");
  public static final ConnectionProperty<Secret> PASSWORD =
      row("password", ValueForm.secret(), null, "Client secret", Trait.SECRET);
  public static final ConnectionProperty<Secret> ACCESS_TOKEN =
      row(
          "accessToken",
          ValueForm.token(),
          null,
          "Bearer token, in place of user and password; it is not refreshed",
          Trait.SECRET);
  public static final ConnectionProperty<String> CREDENTIALS_FILE =
      row(
          "credentialsFile",
          ValueForm.text(),
          null,
          "File with lines clientId=…, clientSecret=… (or accessToken=…) and organizationId=…;"
              + " refused when others than its owner can read or write it",
          Trait.FILE);
  public static final ConnectionProperty<String> ORGANIZATION_ID =
      row(
          "organizationId",
          ValueForm.uuid(),
          null,
          "Organization to work in, sent as X-Organization-Id");
  public static final ConnectionProperty<ApiDialect> API_DIALECT =
      row(
          "apiDialect",
          ValueForm.choice(ApiDialect.class),
          "agents",
          "How a workspace is created and what the API calls its key: agents = workspace_name,"
              + " engine = external_user_id, embedded = external_id at embedded/scoped-token");
  public static final ConnectionProperty<String> REGION =
      row(
          "region",
          ValueForm.region(),
          null,
          "Where INSERT creates workspaces; not given = the server's default");
  public static final ConnectionProperty<List<String>> SELECTED_SOURCE_TEMPLATE_TAGS =
      row(
          "selectedSourceTemplateTags",
          ValueForm.wordList(),
          null,
          "With apiDialect=embedded: tags of the source templates that a new workspace may use");
  public static final ConnectionProperty<List<String>> SELECTED_CONNECTION_TEMPLATE_TAGS =
      row(
          "selectedConnectionTemplateTags",
          ValueForm.wordList(),
          null,
          "With apiDialect=embedded: the same of connection templates");
  public static final ConnectionProperty<Boolean> READ_ONLY =
      row("readOnly", ValueForm.flag(), "false", "Refuse every write before any request");
  public static final ConnectionProperty<Boolean> SAFE_UPDATES =
      row(
          "safeUpdates",
          ValueForm.flag(),
          "true",
          "Refuse an UPDATE or DELETE without WHERE; WHERE TRUE says that all rows are meant");
  public static final ConnectionProperty<Integer> MAX_AFFECTED_ROWS =
      row(
          "maxAffectedRows",
          ValueForm.number(0, Integer.MAX_VALUE),
          "1000",
          "Refuse a write that would touch more rows, before its first write request; 0 = off");
  public static final ConnectionProperty<Boolean> DRY_RUN =
      row(
          "dryRun",
          ValueForm.flag(),
          "false",
          "Writes send nothing but reads, and return what they would have sent");
  public static final ConnectionProperty<Boolean> ALLOW_TOKEN_FUNCTIONS =
      row(
          "allowTokenFunctions",
          ValueForm.flag(),
          "false",
          "Allow scoped_token and widget_token, whose rows hold tokens that others can use");
  public static final ConnectionProperty<CountFromStats> COUNT_FROM_STATS =
      row(
          "countFromStats",
          ValueForm.choice(CountFromStats.class),
          "trust",
          "When COUNT(*) and COUNT by status come from /workspaces/stats: trust = when its parts"
              + " add up, verify = after a paged count has agreed once, never");
  public static final ConnectionProperty<ZoneId> TIME_ZONE =
      row(
          "timeZone",
          ValueForm.zone(),
          "UTC",
          "Zone of timestamp text, literals and LocalDateTime; local = the JVM's");
  public static final ConnectionProperty<Integer> PAGE_SIZE =
      row("pageSize", ValueForm.number(1, 100), "100", "Rows per page of a list");
  public static final ConnectionProperty<Integer> PREFETCH_PAGES =
      row(
          "prefetchPages",
          ValueForm.number(0, 100),
          "1",
          "Pages read ahead while rows are consumed; 0 = none");
  public static final ConnectionProperty<Integer> MAX_CONCURRENT_REQUESTS =
      row(
          "maxConcurrentRequests",
          ValueForm.number(1, 256),
          "8",
          "Requests in flight at once, per connection");
  public static final ConnectionProperty<Integer> WRITE_CONCURRENCY =
      row(
          "writeConcurrency",
          ValueForm.number(1, 256),
          "4",
          "Requests in flight at once of one write, within maxConcurrentRequests");
  public static final ConnectionProperty<Integer> MAX_REQUESTS_PER_SECOND =
      row(
          "maxRequestsPerSecond",
          ValueForm.number(0, 10_000),
          "0",
          "Requests that begin within any second, per connection; the others wait; 0 = no limit");
  public static final ConnectionProperty<Integer> MAX_REQUESTS_PER_STATEMENT =
      row(
          "maxRequestsPerStatement",
          ValueForm.number(0, Integer.MAX_VALUE),
          "0",
          "Refuse a statement that EXPLAIN gives more requests, end one that reaches it; 0 = no"
              + " limit");
  public static final ConnectionProperty<Integer> ALLOW_FAN_OUT =
      row(
          "allowFanOut",
          ValueForm.number(0, 1_000_000),
          "0",
          "Most requests of a statement that needs one per workspace and does not name the"
              + " workspaces; those it names, or a join brings, may be 100 in any case");
  public static final ConnectionProperty<Integer> MAX_RETRIES =
      row(
          "maxRetries",
          ValueForm.number(0, 10),
          "3",
          "How often a request is tried again after a fault that may pass; 0 = never");
  public static final ConnectionProperty<Duration> RETRY_MAX_DELAY =
      row(
          "retryMaxDelay",
          ValueForm.duration(MILLI),
          "20s",
          "Longest wait before a retry, unless the server asks for more, at most 60s");
  public static final ConnectionProperty<Duration> CONNECT_TIMEOUT =
      row("connectTimeout", ValueForm.duration(MILLI), "10s", "Longest wait for a socket");
  public static final ConnectionProperty<Duration> READ_TIMEOUT =
      row("readTimeout", ValueForm.duration(MILLI), "60s", "Longest silence of the server");
  public static final ConnectionProperty<Duration> QUERY_TIMEOUT =
      row(
          "queryTimeout",
          ValueForm.duration(NOTHING),
          "0",
          "Time a statement may take unless it sets its own; 0 = no limit");
  public static final ConnectionProperty<Boolean> STRICT_PAGING =
      row(
          "strictPaging",
          ValueForm.flag(),
          "false",
          "An anomaly of the page walk is an error, not a warning");
  public static final ConnectionProperty<String> PROXY_HOST =
      row("proxyHost", ValueForm.host(), null, "HTTP proxy; not given = the JVM's default");
  public static final ConnectionProperty<Integer> PROXY_PORT =
      row("proxyPort", ValueForm.number(1, 65_535), "8080", "Port of the proxy");
  public static final ConnectionProperty<String> PROXY_USER =
      row("proxyUser", ValueForm.text(), null, "User at the proxy");
  public static final ConnectionProperty<Secret> PROXY_PASSWORD =
      row("proxyPassword", ValueForm.secret(), null, "Password at the proxy", Trait.SECRET);
  public static final ConnectionProperty<String> TRUST_STORE =
      row(
          "trustStore",
          ValueForm.text(),
          null,
          "Key store file whose certificates are trusted besides the JVM's",
          Trait.FILE);
  public static final ConnectionProperty<Secret> TRUST_STORE_PASSWORD =
      row(
          "trustStorePassword",
          ValueForm.secret(),
          null,
          "Password of the trust store",
          Trait.SECRET);
  public static final ConnectionProperty<String> TRUST_STORE_TYPE =
      row(
          "trustStoreType",
          ValueForm.oneOf("PKCS12", "JKS"),
          null,
          "Format of the trust store; not given = the JVM's default");
  public static final ConnectionProperty<Boolean> ALLOW_HTTP =
      row(
          "allowHttp",
          ValueForm.flag(),
          "false",
          "Allow plain http to a host that is not this machine");
  public static final ConnectionProperty<String> APPLICATION_NAME =
      row("applicationName", ValueForm.headerText(), null, "Appended to the User-Agent");
  public static final ConnectionProperty<Integer> WORKSPACES =
      row(
          "workspaces",
          ValueForm.number(0, 10_000_000),
          "1000",
          "How many tenants the demo organization has",
          Trait.DEMO);
  public static final ConnectionProperty<Long> SEED =
      row("seed", ValueForm.longNumber(), "1", "From which the demo data is computed", Trait.DEMO);
  public static final ConnectionProperty<Duration> LATENCY =
      row(
          "latency",
          ValueForm.duration(NOTHING),
          "0ms",
          "Added to every answer of the demo",
          Trait.DEMO);
  public static final ConnectionProperty<String> FAULTS =
      row(
          "faults",
          ValueForm.text(),
          null,
          "What goes wrong in the demo, such as 429 on GET call 3; see faults.md",
          Trait.DEMO);

  private enum Trait {
    NONE,
    SECRET,
    FILE,
    DEMO
  }

  private final String name;
  private final ValueForm<T> form;
  private final @Nullable String defaultText;
  private final String description;
  private final Trait trait;

  private ConnectionProperty(
      String name,
      ValueForm<T> form,
      @Nullable String defaultText,
      String description,
      Trait trait) {
    this.name = name;
    this.form = form;
    this.defaultText = defaultText;
    this.description = description;
    this.trait = trait;
  }

  private static <T> ConnectionProperty<T> row(
      String name, ValueForm<T> form, @Nullable String defaultText, String description) {
    return row(name, form, defaultText, description, Trait.NONE);
  }

  private static <T> ConnectionProperty<T> row(
      String name,
      ValueForm<T> form,
      @Nullable String defaultText,
      String description,
      Trait trait) {
    ConnectionProperty<T> property =
        new ConnectionProperty<>(name, form, defaultText, description, trait);
    BY_LOWER_NAME.put(name.toLowerCase(Locale.ROOT), property);
    return property;
  }

  /** Every property in the order of the docs. */
  public static Collection<ConnectionProperty<?>> all() {
    return Collections.unmodifiableCollection(BY_LOWER_NAME.values());
  }

  /** The property of this name without regard to case; null = there is none. */
  public static @Nullable ConnectionProperty<?> named(String name) {
    return BY_LOWER_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  public String name() {
    return name;
  }

  /** What holds when nothing is given, as a user would write it; null = nothing. */
  public @Nullable String defaultText() {
    return defaultText;
  }

  /** One sentence for people. */
  public String description() {
    return description;
  }

  /** What a value looks like, in words that complete "must be …". */
  public String form() {
    return form.words();
  }

  /** The only values there are; empty = the form is not a choice. */
  public List<String> choices() {
    return form.choices();
  }

  /** Whether the value must never be shown. */
  public boolean isSecret() {
    return trait == Trait.SECRET;
  }

  /** Whether the URL's text may hold it: not when it names a file. */
  public boolean isAllowedInUrl() {
    return trait != Trait.FILE;
  }

  boolean namesFile() {
    return trait == Trait.FILE;
  }

  boolean isForDemoOnly() {
    return trait == Trait.DEMO;
  }

  /** Reads a value; the failure names the property and its form, never the value. */
  T parse(String text) throws SQLException {
    T value = isPlain(text) ? form.reader().read(text) : null;
    if (value == null) {
      throw Failure.INVALID_PROPERTY.because(name + " must be " + form.words());
    }
    return value;
  }

  private static boolean isPlain(String text) {
    return text.length() <= JdbcUrl.MAX_LENGTH && text.chars().noneMatch(Character::isISOControl);
  }

  /** The name; for a message. */
  @Override
  public String toString() {
    return name;
  }
}
