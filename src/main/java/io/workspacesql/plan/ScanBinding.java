package io.workspacesql.plan;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TableKind;
import io.workspacesql.error.Failure;
import io.workspacesql.model.WorkspaceId;
import io.workspacesql.model.WorkspaceStatus;
import java.sql.SQLException;
import java.util.ArrayList;
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
  private static final ColumnDefinition NAME = Catalog.WORKSPACES.column("name");
  private static final ColumnDefinition STATUS = Catalog.WORKSPACES.column("status");

  private final ScanPlan plan;
  private final List<ColumnDefinition> columns;
  private final Map<Condition, Condition.Test> tests = new LinkedHashMap<>();

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
      Condition.Test test = condition.bind(parameters);
      if (test == null) {
        return new BoundAccess.Nothing(condition.describe() + ": NULL equals nothing");
      }
      tests.put(condition, test);
    }
    if (fetch == 0) {
      return new BoundAccess.Nothing("LIMIT 0");
    }
    if (plan.table().kind() == TableKind.SYSTEM_TABLE) {
      return new BoundAccess.Local();
    }
    Set<Object> ids = allowed(ID);
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
    Set<Object> statuses = allowed(STATUS);
    if (statuses != null && statuses.isEmpty()) {
      return new BoundAccess.Nothing("no status fits all conditions");
    }
    WorkspaceStatus status = statuses == null ? null : onlyStatus(statuses).orElse(null);
    boolean statusSaysAll = statuses == null || status != null;
    if (plan.counting() && statusSaysAll && onlySpeaksOf(STATUS)) {
      return new BoundAccess.Count(status);
    }
    return new BoundAccess.Pages(NameNeedle.longest(nameTexts()), status);
  }

  private boolean onlySpeaksOf(ColumnDefinition column) {
    return tests.keySet().stream().allMatch(condition -> condition.column().equals(column));
  }

  private static Optional<WorkspaceStatus> onlyStatus(Set<Object> statuses) {
    return statuses.size() == 1
        ? WorkspaceStatus.of((String) statuses.iterator().next())
        : Optional.empty();
  }

  /** The values that all equalities on this column leave; null = no equality speaks of it. */
  private @Nullable Set<Object> allowed(ColumnDefinition column) {
    Set<Object> allowed = null;
    for (Map.Entry<Condition, Condition.Test> entry : tests.entrySet()) {
      if (entry.getKey().column().equals(column)
          && entry.getValue() instanceof Condition.OneOf oneOf) {
        if (allowed == null) {
          allowed = new HashSet<>(oneOf.values());
        } else {
          allowed.retainAll(oneOf.values());
        }
      }
    }
    return allowed;
  }

  private List<String> nameTexts() {
    List<String> texts = new ArrayList<>();
    for (Map.Entry<Condition, Condition.Test> entry : tests.entrySet()) {
      if (entry.getKey().column().equals(NAME)) {
        texts.addAll(requiredTexts(entry.getValue()));
      }
    }
    return texts;
  }

  private static List<String> requiredTexts(Condition.Test test) {
    if (test instanceof Condition.Matching matching) {
      return matching.pattern().literals();
    }
    Set<Object> values = ((Condition.OneOf) test).values();
    return values.size() == 1 ? List.of((String) values.iterator().next()) : List.of();
  }

  private Predicate<@Nullable Object[]> filter() {
    int[] positions = tests.keySet().stream().mapToInt(this::position).toArray();
    Condition.Test[] checks = tests.values().toArray(Condition.Test[]::new);
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
