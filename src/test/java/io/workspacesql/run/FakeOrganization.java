package io.workspacesql.run;

import io.workspacesql.api.FieldValue;
import io.workspacesql.api.ListQuery;
import io.workspacesql.api.ListingQuery;
import io.workspacesql.api.MintedToken;
import io.workspacesql.api.PageCursor;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ScopedToken;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.TokenOrder;
import io.workspacesql.api.WorkspacePage;
import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.config.Secret;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceStats;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An organization in memory that answers like the API and can be told to misbehave. */
final class FakeOrganization implements WorkspacesApi {
  final List<Map<String, Object>> workspaces = new CopyOnWriteArrayList<>();
  final List<String> requests = new CopyOnWriteArrayList<>();
  final List<ListQuery> lists = new CopyOnWriteArrayList<>();
  final Set<String> askingThreads = ConcurrentHashMap.newKeySet();
  final AtomicInteger mostInFlight = new AtomicInteger();
  final CountDownLatch blocked = new CountDownLatch(1);
  final AtomicInteger closed = new AtomicInteger();

  WorkspaceStats stats = new WorkspaceStats(0, 0, 0);
  List<ColumnDefinition> decoded = List.of();
  boolean keyset;
  int pageCap = Integer.MAX_VALUE;
  boolean forgetsFiltersAfterPageOne;
  int blockingRequest = -1;
  int failingRequest = -1;
  UnaryOperator<WorkspacePage> distortion = UnaryOperator.identity();
  Runnable beforeAnswer = () -> {};
  UnaryOperator<Map<String, Object>> putDistortion = UnaryOperator.identity();
  ScopedWorkspace scopedWorkspace;
  ScopedWorkspace own;
  SQLException getRefusal;
  boolean tokenEnded;
  Function<ListingQuery, List<Map<String, Object>>> listed = query -> List.of();

  Consumer<String> beforeWrite = request -> {};

  final FaultScript faults = new FaultScript();

  private final AtomicInteger inFlight = new AtomicInteger();

  static FakeOrganization of(int size) {
    FakeOrganization organization = new FakeOrganization();
    for (int i = 0; i < size; i++) {
      organization.add(i);
    }
    organization.agreeStats();
    return organization;
  }

  static String id(int number) {
    return String.format(Locale.ROOT, "00000000-0000-4000-8000-%012d", number);
  }

  void add(int number) {
    Map<String, Object> workspace = new HashMap<>();
    workspace.put("id", id(number));
    workspace.put("name", "tenant " + number);
    workspace.put("status", number % 3 == 0 ? "inactive" : "active");
    workspaces.add(workspace);
  }

  void agreeStats() {
    long active = workspaces.stream().filter(row -> "active".equals(row.get("status"))).count();
    stats = new WorkspaceStats(active, workspaces.size() - active, workspaces.size());
  }

  int size() {
    return workspaces.size();
  }

  List<Integer> pageSizes() {
    return lists.stream().map(ListQuery::limit).toList();
  }

  @Override
  public void nameApplication(String name) {
    throw new UnsupportedOperationException("nobody names an application here");
  }

  @Override
  public ScopedWorkspace verifyCredentials(RequestScope scope) throws SQLException {
    answer("verify " + scope.statementId(), scope);
    return own;
  }

  @Override
  public ScopedWorkspace ownWorkspace(RequestScope scope) throws SQLException {
    answer("own workspace", scope);
    if (tokenEnded) {
      throw Failure.CREDENTIALS_REFUSED.because("the token has ended");
    }
    return own;
  }

  @Override
  public String withoutToken(String text) {
    return text;
  }

  @Override
  public String ownWorkspacePath() {
    return "/account/applications/scoped-token/info";
  }

  @Override
  public WorkspacePage list(ListQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    lists.add(query);
    decoded = columns;
    answer("list " + scope.statementId(), scope);
    faults.checkRead();
    boolean forgets = forgetsFiltersAfterPageOne && query.cursor() != null;
    List<Map<String, Object>> matching =
        workspaces.stream().filter(row -> forgets || matches(row, query)).toList();
    int from = start(matching, query.cursor());
    int to = Math.min(matching.size(), from + Math.min(query.limit(), pageCap));
    List<Object[]> rows =
        matching.subList(from, to).stream().map(row -> decode(row, columns)).toList();
    return distortion.apply(new WorkspacePage(rows, next(matching, to)));
  }

  @Override
  public Object[] get(String id, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    answer("get " + id, scope);
    if (getRefusal != null) {
      throw getRefusal;
    }
    faults.checkRead();
    return workspaces.stream()
        .filter(row -> id.equals(row.get("asked")) || id.equals(row.get("id")))
        .findFirst()
        .map(row -> decode(row, columns))
        .orElse(null);
  }

  @Override
  public List<Object[]> rows(ListingQuery query, List<ColumnDefinition> columns, RequestScope scope)
      throws SQLException {
    answer(query.listing().path() + query.parameters(), scope);
    faults.checkRead();
    return listed.apply(query).stream().map(row -> decode(row, columns)).toList();
  }

  @Override
  public WorkspaceStats stats(RequestScope scope) throws SQLException {
    answer("stats", scope);
    return stats;
  }

  @Override
  public WriteAnswer<Object[]> update(
      String id,
      List<FieldValue> values,
      List<ColumnDefinition> columns,
      int attempt,
      RequestScope scope) {
    Runnable effect =
        () -> find(id).ifPresent(row -> values.forEach(v -> row.put(v.column().name(), v.value())));
    Supplier<WriteAnswer<Object[]>> answer =
        () ->
            find(id)
                .map(row -> decode(putDistortion.apply(new HashMap<>(row)), columns))
                .map(WriteFault::accepted)
                .orElseGet(WriteFault::missing);
    return write("PUT " + number(id), " " + body(values), attempt, scope, effect, answer);
  }

  @Override
  public WriteAnswer<String> delete(String id, int attempt, RequestScope scope) {
    boolean there = find(id).isPresent();
    Runnable effect = () -> workspaces.removeIf(row -> id.equals(row.get("id")));
    Supplier<WriteAnswer<String>> answer =
        () -> there ? WriteFault.accepted(id) : WriteFault.missing();
    return write("DELETE " + number(id), "", attempt, scope, effect, answer);
  }

  @Override
  public WriteAnswer<ScopedToken> mintScopedToken(String name, int attempt, RequestScope scope) {
    Supplier<WriteAnswer<ScopedToken>> answer =
        () -> WriteFault.accepted(new ScopedToken(Secret.of(name)));
    return write("POST " + name, "", attempt, scope, () -> create(name), answer);
  }

  @Override
  public WriteAnswer<MintedToken> mintToken(TokenOrder order, int attempt, RequestScope scope) {
    String name = order.workspaceName();
    Supplier<WriteAnswer<MintedToken>> answer =
        () -> WriteFault.accepted(new MintedToken(new ScopedToken(Secret.of(name)), null));
    return write("POST " + name, "", attempt, scope, () -> create(name), answer);
  }

  @Override
  public ScopedWorkspace scopedTokenInfo(ScopedToken token, RequestScope scope)
      throws SQLException {
    String name = token.secret().reveal();
    answer("info " + name, scope);
    faults.checkRead();
    String id = (String) named(name).orElseThrow().get("id");
    return scopedWorkspace == null ? new ScopedWorkspace(id, name, null) : scopedWorkspace;
  }

  Optional<Map<String, Object>> named(String name) {
    return workspaces.stream().filter(row -> name.equals(row.get("name"))).findFirst();
  }

  Optional<Map<String, Object>> find(String id) {
    return workspaces.stream().filter(row -> id.equals(row.get("id"))).findFirst();
  }

  private void create(String name) {
    if (named(name).isEmpty()) {
      add(workspaces.size());
      Map<String, Object> created = workspaces.get(workspaces.size() - 1);
      created.put("name", name);
      created.put("status", "active");
    }
  }

  private <T> WriteAnswer<T> write(
      String request,
      String body,
      int attempt,
      RequestScope scope,
      Runnable effect,
      Supplier<WriteAnswer<T>> answer) {
    try {
      scope.check();
    } catch (SQLException e) {
      return new WriteAnswer.NotSent<>(e, false);
    }
    try {
      answer(request + body + (attempt == 1 ? "" : " #" + attempt), scope);
    } catch (SQLException e) {
      return new WriteAnswer.Unclear<>(new ServerWords(null, "Canceled", null));
    }
    beforeWrite.accept(request);
    return faults.carryOut(request, effect, answer);
  }

  private static String number(String id) {
    return String.valueOf(Integer.parseInt(id.substring(24)));
  }

  private static String body(List<FieldValue> values) {
    return values.stream()
        .map(value -> value.column().name() + "=" + value.value())
        .collect(Collectors.joining(",", "{", "}"));
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }

  private static boolean matches(Map<String, Object> row, ListQuery query) {
    WorkspaceStatus status = query.status();
    String needle = query.nameContains();
    return (status == null || status.text().equals(row.get("status")))
        && (needle == null || ((String) row.get("name")).contains(needle));
  }

  private int start(List<Map<String, Object>> matching, PageCursor cursor) {
    if (cursor == null) {
      return 0;
    }
    if (!keyset) {
      return Math.min(matching.size(), Integer.parseInt(cursor.value()));
    }
    int start = 0;
    for (int i = 0; i < matching.size(); i++) {
      start = cursor.value().equals(matching.get(i).get("id")) ? i + 1 : start;
    }
    return start;
  }

  private PageCursor next(List<Map<String, Object>> matching, int to) {
    if (to == matching.size()) {
      return null;
    }
    String value = keyset ? (String) matching.get(to - 1).get("id") : Integer.toString(to);
    return new PageCursor(value, null);
  }

  private static Object[] decode(Map<String, Object> row, List<ColumnDefinition> columns) {
    return columns.stream().map(column -> row.get(column.name())).toArray();
  }

  private void answer(String request, RequestScope scope) throws SQLException {
    scope.check();
    requests.add(request);
    int number = requests.size();
    askingThreads.add(Thread.currentThread().getName());
    mostInFlight.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
    try {
      beforeAnswer.run();
      if (number == blockingRequest) {
        blockUntilAborted(scope);
      }
      if (number == failingRequest) {
        throw Failure.SERVER_UNAVAILABLE.because(503, "GET /workspaces", "fault");
      }
    } finally {
      inFlight.decrementAndGet();
    }
  }

  private void blockUntilAborted(RequestScope scope) throws SQLException {
    CountDownLatch aborted = new CountDownLatch(1);
    blocked.countDown();
    RequestScope.Registration registration = scope.onAbort(aborted::countDown);
    try {
      boolean bounded = scope.deadline().isSet() && !scope.letsFinish();
      long millis = bounded ? scope.deadline().remaining().toMillis() + 1 : 30_000;
      aborted.await(millis, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      registration.close();
    }
    scope.check();
  }
}
