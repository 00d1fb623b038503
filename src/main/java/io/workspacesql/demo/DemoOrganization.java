package io.workspacesql.demo;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import mockwebserver3.MockResponse;
import mockwebserver3.RecordedRequest;
import okhttp3.HttpUrl;

/**
 * An organization simulated in this process and reached over a loopback socket, with tokens, pages
 * and errors like the real one's. Safe for use by several threads, of which its own are daemons.
 */
public final class DemoOrganization implements AutoCloseable {
  static final String CLIENT_ID = "demo";
  static final String CLIENT_SECRET = "demo-secret";
  private static final String OTHER = "other";
  private static final Map<String, DemoOrganization> NAMED = new HashMap<>();

  private final DemoOptions options;
  private final String organizationId;
  private final Endpoints endpoints;
  private final FaultyEndpoints faulty;
  private final Map<String, LongAdder> requests = new ConcurrentHashMap<>();
  private final RequestLog log = new RequestLog();
  private final DemoServer server;
  private volatile Faults faults;

  private DemoOrganization(DemoOptions options) throws IOException {
    this.options = options;
    this.organizationId = idOf(options);
    this.endpoints = new Endpoints(organizationId, options);
    this.faulty = new FaultyEndpoints(endpoints);
    this.faults = Faults.of(options.faults());
    for (Route route : Route.values()) {
      requests.put(route.label(), new LongAdder());
    }
    requests.put(OTHER, new LongAdder());
    this.server = DemoServer.start(this::respond);
  }

  /**
   * The organization of this name, started when it does not run yet. It runs until it is closed or
   * the JVM ends, with the changes that are made to it.
   *
   * @throws IllegalArgumentException when the organization runs with another size, seed, latency or
   *     other faults from the start
   * @throws IOException when no loopback socket can be opened
   */
  public static DemoOrganization named(DemoOptions options) throws IOException {
    synchronized (NAMED) {
      DemoOrganization running = NAMED.get(options.name());
      if (running == null) {
        running = start(options);
        NAMED.put(options.name(), running);
      }
      running.requireSame(options);
      return running;
    }
  }

  /**
   * The same, without faults.
   *
   * @param name the empty text for the unnamed one
   * @throws IllegalArgumentException when a value is out of range, too
   * @throws IOException when no loopback socket can be opened
   */
  public static DemoOrganization named(String name, int workspaces, long seed, Duration latency)
      throws IOException {
    return named(DemoOptions.of(name, workspaces, seed, latency));
  }

  /**
   * A new organization that {@link #named} does not know, for tests.
   *
   * @throws IOException when no loopback socket can be opened
   */
  public static DemoOrganization start(DemoOptions options) throws IOException {
    return new DemoOrganization(options);
  }

  /** Where it answers, without a trailing slash: {@code http://127.0.0.1:port/api/v1}. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.port() + Route.BASE_PATH);
  }

  /** The only client id that gets a token, always {@code demo}. */
  public String clientId() {
    return CLIENT_ID;
  }

  /** Its secret, always {@code demo-secret}: it guards nothing. */
  public String clientSecret() {
    return CLIENT_SECRET;
  }

  /** The organization's UUID, the same for the same name and seed. */
  public String organizationId() {
    return organizationId;
  }

  /**
   * How many requests each endpoint has had, by {@code METHOD /path/template} below the base; those
   * to no endpoint are {@code other}. A copy.
   */
  public Map<String, Long> requests() {
    Map<String, Long> counts = new TreeMap<>();
    requests.forEach((label, count) -> counts.put(label, count.sum()));
    return counts;
  }

  /**
   * The last requests, at most about a million characters of them, the oldest first. A copy.
   * Several at once stand in the order of their arrival.
   */
  public List<LoggedRequest> log() {
    return log.requests();
  }

  /**
   * Lets these faults strike from now on in the place of all others, counting from the next
   * request; {@link FaultScript#NONE} ends them. Late effects on their way still come.
   */
  public void inject(FaultScript script) {
    faults = Faults.of(script);
  }

  /** How many requests a fault has put off that are yet to be carried out. */
  public int pendingEffects() {
    return faulty.pending();
  }

  /** Ends it, for everybody who uses it; does nothing the second time. */
  @Override
  public void close() throws IOException {
    synchronized (NAMED) {
      NAMED.values().remove(this);
    }
    faulty.close();
    server.close();
  }

  private void requireSame(DemoOptions wanted) {
    if (!options.sameOrganization(wanted)) {
      throw new IllegalArgumentException(
          "The demo organization '%s' runs already with %s; use these values or another name"
              .formatted(options.name(), options.described()));
    }
  }

  private MockResponse respond(RecordedRequest request, Socket connection) throws IOException {
    HttpUrl url = request.getUrl();
    Route route = Route.of(request.getMethod(), url.pathSegments()).orElse(null);
    String label = route == null ? OTHER : route.label();
    requests.computeIfAbsent(label, absent -> new LongAdder()).increment();
    log.add(route, request);
    Fault fault = route == null ? null : faults.next(route, url).orElse(null);
    return fault == null
        ? response(endpoints.answer(request)).build()
        : damaged(fault, request, connection);
  }

  private MockResponse damaged(Fault fault, RecordedRequest request, Socket connection)
      throws IOException {
    Reply whole = faulty.answer(fault, request);
    Reply reply = fault.damage().inPlaceOf(whole, options.dialect().errors());
    MockResponse.Builder response = response(reply);
    fault.damage().harm(response, new Damage.Delivery(reply, connection, options.clock()));
    return response.build();
  }

  private MockResponse.Builder response(Reply reply) {
    MockResponse.Builder response =
        new MockResponse.Builder()
            .code(reply.status())
            .setHeader("X-Request-Id", UUID.randomUUID().toString())
            .headersDelay(options.latency().toNanos(), TimeUnit.NANOSECONDS);
    if (reply.status() == 204) {
      return response.removeHeader("Content-Length");
    }
    if (reply.status() == 401) {
      response.setHeader("WWW-Authenticate", "Bearer");
    }
    return response.setHeader("Content-Type", reply.contentType()).body(reply.body());
  }

  private static String idOf(DemoOptions options) {
    String source = "airbyte-demo:" + options.name() + ':' + options.seed();
    return UUID.nameUUIDFromBytes(source.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
