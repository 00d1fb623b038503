package io.workspacesql.soundness;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.Dialect;
import io.workspacesql.demo.Dialect.CursorKind;
import io.workspacesql.demo.Dialect.EndForm;
import io.workspacesql.demo.Dialect.NextForm;
import io.workspacesql.demo.Dialect.ObjectForm;
import io.workspacesql.demo.NameMatch;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The simulated organizations that queries run on: sizes, and the ways in which servers differ. */
enum Organization {
  EMPTY(0, 1, 100, dialect -> dialect),
  SINGLE(1, 2, 100, dialect -> dialect.nameMatch(NameMatch.ASCII).end(EndForm.ABSENT)),
  TEN(
      10,
      3,
      10,
      dialect ->
          dialect.nameMatch(NameMatch.UNESCAPED_ILIKE).cursor(CursorKind.KEYSET).fractionDigits(0)),
  UNICODE_400(400, 1, 100, dialect -> dialect.nameMatch(NameMatch.UNICODE)),
  ASCII_400(
      400,
      4,
      100,
      dialect ->
          dialect
              .nameMatch(NameMatch.ASCII)
              .cursor(CursorKind.KEYSET)
              .next(NextForm.BARE_CURSOR)
              .object(ObjectForm.EXTRA_KEYS)
              .end(EndForm.ABSENT)),
  ILIKE_400(
      400,
      5,
      100,
      dialect ->
          dialect
              .nameMatch(NameMatch.UNESCAPED_ILIKE)
              .next(NextForm.RELATIVE_URL)
              .end(EndForm.EMPTY_STRING)
              .filtersInNext(true)
              .fractionDigits(3)),
  CAPPED_137(
      137,
      6,
      100,
      dialect ->
          dialect.nameMatch(NameMatch.UNESCAPED_ILIKE).cursor(CursorKind.KEYSET).pageCap(10)),
  SMALL_PAGES_137(
      137, 7, 10, dialect -> dialect.nameMatch(NameMatch.ASCII).next(NextForm.PAGINATION_OBJECT)),
  TOMBSTONES_400(
      400,
      8,
      100,
      dialect -> dialect.tombstoneEvery(7).cursor(CursorKind.KEYSET).filtersInNext(true)),
  SIX_KEYS_320(
      320,
      9,
      100,
      dialect -> dialect.nameMatch(NameMatch.UNESCAPED_ILIKE).object(ObjectForm.SIX_KEYS));

  private static final List<Column> NEWER =
      List.of(Column.CACHE_ENABLED, Column.TOMBSTONE, Column.VISIBILITY, Column.COLOR);

  private final DemoOptions options;
  private final int pageSize;

  Organization(int workspaces, long seed, int pageSize, UnaryOperator<Dialect.Builder> dialect) {
    this.options =
        DemoOptions.of("", workspaces, seed, java.time.Duration.ZERO)
            .withDialect(dialect.apply(Dialect.builder()).build());
    this.pageSize = pageSize;
  }

  DemoOptions options() {
    return options;
  }

  /** The driver's setting. */
  int pageSize() {
    return pageSize;
  }

  /** Rows of a full page: what the driver asks for, or less where the server gives less. */
  int rowsOfAPage() {
    return Math.min(pageSize, options.dialect().pageCap());
  }

  /** The columns whose keys the server sends. */
  List<Column> shown() {
    boolean older = options.dialect().object() == ObjectForm.SIX_KEYS;
    return Stream.of(Column.values()).filter(c -> !(older && NEWER.contains(c))).toList();
  }
}
