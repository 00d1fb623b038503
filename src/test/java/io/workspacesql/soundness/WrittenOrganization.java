package io.workspacesql.soundness;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.Dialect;
import io.workspacesql.demo.Dialect.CursorKind;
import io.workspacesql.demo.Dialect.DeletionForm;
import io.workspacesql.demo.Dialect.NameKey;
import io.workspacesql.demo.Dialect.ObjectForm;
import io.workspacesql.demo.NameMatch;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The simulated organizations that statements write to: the ways in which servers differ, and the
 * driver's settings.
 */
enum WrittenOrganization {
  OFFSET_PAGES_OF_10(
      64, 11, 10, dialect -> dialect.nameMatch(NameMatch.UNICODE), Map.of("writeConcurrency", "1")),
  OFFSET_PAGES_OF_100(
      130,
      12,
      100,
      dialect ->
          dialect
              .nameMatch(NameMatch.ASCII)
              .deletion(DeletionForm.NO_CONTENT)
              .fractionDigits(0)
              .nullClears(true),
      Map.of()),
  KEYSET_PAGES_OF_10(
      64,
      13,
      10,
      dialect ->
          dialect
              .cursor(CursorKind.KEYSET)
              .nameMatch(NameMatch.UNESCAPED_ILIKE)
              .filtersInNext(true)
              .nullClears(true),
      Map.of("maxAffectedRows", "30")),
  KEYSET_PAGES_OF_100(
      130,
      14,
      100,
      dialect -> dialect.cursor(CursorKind.KEYSET).tombstoneEvery(7),
      Map.of("maxAffectedRows", "60", "prefetchPages", "0")),
  MATCH_OFFSET_PAGES_OF_10(
      40,
      15,
      10,
      dialect ->
          dialect
              .cursor(CursorKind.MATCH_OFFSET)
              .filtersInNext(true)
              .nameKey(NameKey.EXTERNAL_USER_ID)
              .deletion(DeletionForm.DELETED_TRUE),
      Map.of("apiDialect", "engine", "writeConcurrency", "8", "maxAffectedRows", "39")),
  CAPPED_PAGES(
      40,
      16,
      100,
      dialect ->
          dialect
              .nameMatch(NameMatch.UNESCAPED_ILIKE)
              .object(ObjectForm.EXTRA_KEYS)
              .fractionDigits(3)
              .pageCap(10),
      Map.of("apiDialect", "embedded", "countFromStats", "never", "maxAffectedRows", "40")),
  SIX_KEYS(
      40,
      17,
      10,
      dialect -> dialect.nameMatch(NameMatch.ASCII).object(ObjectForm.SIX_KEYS),
      Map.of("countFromStats", "verify", "safeUpdates", "false")),
  EMPTY(0, 18, 100, dialect -> dialect.nullClears(true), Map.of());

  private static final String ACCOUNT = "/account/applications/scoped-token";
  private static final List<Column> NEWER =
      List.of(Column.CACHE_ENABLED, Column.TOMBSTONE, Column.VISIBILITY, Column.COLOR);

  private final DemoOptions options;
  private final int pageSize;
  private final Map<String, String> properties;

  WrittenOrganization(
      int workspaces,
      long seed,
      int pageSize,
      UnaryOperator<Dialect.Builder> dialect,
      Map<String, String> properties) {
    this.options =
        DemoOptions.of("", workspaces, seed, Duration.ZERO)
            .withDialect(dialect.apply(Dialect.builder()).build());
    this.pageSize = pageSize;
    this.properties = properties;
  }

  DemoOptions options() {
    return options;
  }

  /** The driver's setting. */
  int pageSize() {
    return pageSize;
  }

  /** The driver's other settings. */
  Map<String, String> properties() {
    return properties;
  }

  int maxAffectedRows() {
    return Integer.parseInt(properties.getOrDefault("maxAffectedRows", "1000"));
  }

  /** Whether the driver refuses an UPDATE or DELETE without WHERE. */
  boolean isGuarded() {
    return !properties.getOrDefault("safeUpdates", "true").equals("false");
  }

  /** Whether the server takes null for a new value of {@code cache_enabled}. */
  boolean nullClears() {
    return options.dialect().nullClears();
  }

  /** The columns whose keys the server sends. */
  List<Column> shown() {
    boolean older = options.dialect().object() == ObjectForm.SIX_KEYS;
    return Stream.of(Column.values()).filter(c -> !(older && NEWER.contains(c))).toList();
  }

  /** The request that creates a workspace of this name. */
  Sent creation(Object name) {
    return switch (properties.getOrDefault("apiDialect", "agents")) {
      case "agents" -> Sent.post(ACCOUNT, Map.of("workspace_name", name));
      case "engine" -> Sent.post(ACCOUNT, Map.of("external_user_id", name));
      case "embedded" -> Sent.post("/embedded/scoped-token", Map.of("external_id", name));
      default -> throw new IllegalArgumentException(name());
    };
  }
}
