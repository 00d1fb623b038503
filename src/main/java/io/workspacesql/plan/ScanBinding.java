package io.workspacesql.plan;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceId;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Chooses the access path of one scan, once the parameters' values are known. */
final class ScanBinding {
  private static final ColumnDefinition ID = Catalog.WORKSPACES.column("id");
  private static final ColumnDefinition STATUS = Catalog.WORKSPACES.column("status");

  private final ScanPlan plan;
  private final List<ColumnDefinition> columns;
  private final Map<Condition, TextTest> tests = new LinkedHashMap<>();

  private ScanBinding(ScanPlan plan) {
    this.plan = plan;
    this.columns = plan.columnsWithConditions();
  }

  static BoundScan bind(ScanPlan plan, List<@Nullable Object> parameters) throws SQLException {
    return new ScanBinding(plan).bind(parameters);
  }

  private BoundScan bind(List<@Nullable Object> parameters) throws SQLException {
    long offset = rowCount(plan.offset(), parameters, 0, "OFFSET");
    long fetch = rowCount(plan.fetch(), parameters, Long.MAX_VALUE, "LIMIT");
    BoundAccess access = access(parameters, fetch);
    return new BoundScan(
        plan.table(), access, columns, filter(), filterDrops(access), offset, fetch);
  }

  private BoundAccess access(List<@Nullable Object> parameters, long fetch) throws SQLException {
    for (Condition condition : plan.conditions()) {
      TextTest test = condition.bind(parameters);
      if (test == null) {
        return new BoundAccess.Nothing(condition.describe() + ": NULL equals nothing");
      }
      tests.put(condition, test);
    }
    if (fetch == 0) {
      return new BoundAccess.Nothing("LIMIT 0");
    }
    if (plan.table().kind().isLocal()) {
      return new BoundAccess.Local();
    }
    Set<Object> ids = allowed(RequestPart.KEY);
    return ids == null ? listAccess() : keyAccess(ids);
  }

  private static BoundAccess keyAccess(Set<Object> ids) {
    List<String> canonical =
        new TreeSet<>(ids.stream().map(String.class::cast).toList())
            .stream().filter(WorkspaceId::isCanonical).toList();
    return canonical.isEmpty()
        ? new BoundAccess.Nothing("no id is a UUID in lower case")
        : new BoundAccess.Keys(canonical);
  }

  private BoundAccess listAccess() {
    Set<Object> statuses = allowed(RequestPart.STATUS);
    if (statuses != null && statuses.isEmpty()) {
      return new BoundAccess.Nothing("no status fits all conditions");
    }
    WorkspaceStatus status = statuses == null ? null : onlyStatus(statuses).orElse(null);
    boolean requestSaysAll = tests.isEmpty() || (status != null && onlySpeaksOf(STATUS));
    boolean counted = PushdownRule.part(plan.measure()) == RequestPart.STATISTICS;
    if (counted && plan.measure() == Measure.COUNT && requestSaysAll) {
      return new BoundAccess.Count(status);
    }
    if (counted && plan.measure() == Measure.COUNT_BY_STATUS && onlySpeaksOf(STATUS)) {
      return new BoundAccess.CountByStatus();
    }
    List<BoundAccess.Pages> lists =
        fewestNeedles().stream().map(needle -> new BoundAccess.Pages(needle, status)).toList();
    return switch (lists.size()) {
      case 0 -> new BoundAccess.Pages(null, status);
      case 1 -> lists.get(0);
      default -> new BoundAccess.Lists(lists);
    };
  }

  /** The needles of the condition on the name that needs the fewest lists; empty = no needle. */
  private List<String> fewestNeedles() {
    List<String> fewest = List.of();
    for (Map.Entry<Condition, TextTest> entry : tests.entrySet()) {
      if (PushdownRule.part(entry.getKey()) == RequestPart.NAME) {
        List<String> needles = NeedleSet.of(entry.getValue().needles());
        if (!needles.isEmpty() && (fewest.isEmpty() || isBetter(needles, fewest))) {
          fewest = needles;
        }
      }
    }
    return fewest;
  }

  private static boolean isBetter(List<String> needles, List<String> than) {
    return needles.size() < than.size()
        || (needles.size() == 1
            && than.size() == 1
            && needles.get(0).length() > than.get(0).length());
  }

  private boolean onlySpeaksOf(ColumnDefinition column) {
    return tests.keySet().stream().allMatch(condition -> condition.column().equals(column));
  }

  private static Optional<WorkspaceStatus> onlyStatus(Set<Object> statuses) {
    return statuses.size() == 1
        ? WorkspaceStatus.of((String) statuses.iterator().next())
        : Optional.empty();
  }

  /** The values that the conditions leave for this part of the request; null = all. */
  private @Nullable Set<Object> allowed(RequestPart part) {
    Set<Object> allowed = null;
    for (Map.Entry<Condition, TextTest> entry : tests.entrySet()) {
      if (PushdownRule.part(entry.getKey()) == part
          && entry.getValue() instanceof TextTest.OneOf oneOf) {
        allowed = allowed == null ? new HashSet<>(oneOf.values()) : allowed;
        allowed.removeIf(value -> !passesAll(entry.getKey().column(), value));
      }
    }
    return allowed;
  }

  private boolean passesAll(ColumnDefinition column, Object value) {
    return tests.entrySet().stream()
        .filter(entry -> entry.getKey().column().equals(column))
        .allMatch(entry -> entry.getValue().passes(value));
  }

  private Predicate<@Nullable Object[]> filter() {
    int[] positions = tests.keySet().stream().mapToInt(this::position).toArray();
    TextTest[] checks = tests.values().toArray(TextTest[]::new);
    return row -> {
      for (int i = 0; i < positions.length; i++) {
        Object value = row[positions[i]];
        if (value == null || !checks[i].passes(value)) {
          return false;
        }
      }
      return true;
    };
  }

  private int position(Condition condition) {
    return columns.indexOf(condition.column());
  }

  /** Conditions that the request says whole leave nothing for the filter to drop. */
  private boolean filterDrops(BoundAccess access) {
    if (access instanceof BoundAccess.Keys) {
      return !onlySpeaksOf(ID);
    }
    if (access instanceof BoundAccess.Pages pages && pages.status() != null) {
      return !onlySpeaksOf(STATUS);
    }
    return !tests.isEmpty();
  }

  private static long rowCount(
      @Nullable Operand operand, List<@Nullable Object> parameters, long absent, String clause)
      throws SQLException {
    if (operand == null) {
      return absent;
    }
    Object value = operand.resolve(parameters);
    if (value instanceof Number number && number.longValue() >= 0) {
      return number.longValue();
    }
    throw Failure.INVALID_ROW_COUNT.because(clause, value == null ? "NULL" : value);
  }
}
