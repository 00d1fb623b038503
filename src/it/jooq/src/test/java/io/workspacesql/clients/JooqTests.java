package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jooq.impl.DSL.count;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.max;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.rowNumber;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record2;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Table;
import org.jooq.exception.DataAccessException;
import org.jooq.exception.IntegrityConstraintViolationException;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The DSL in jOOQ's dialect for databases that it does not know: all names quoted. */
class JooqTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final String WAYNE = "6458f787-500f-4fbf-a1ca-6ec55163c548";
  private static final Timestamp CREATED =
      Timestamp.from(Instant.parse("2025-10-17T15:33:27.209061Z"));

  private static final Table<Record> WORKSPACES = table(name("airbyte", "workspaces"));
  private static final Field<String> ID = column("id", SQLDataType.VARCHAR);
  private static final Field<String> NAME = column("name", SQLDataType.VARCHAR);
  private static final Field<String> STATUS = column("status", SQLDataType.VARCHAR);
  private static final Field<Boolean> CACHE_ENABLED = column("cache_enabled", SQLDataType.BOOLEAN);
  private static final Field<Timestamp> CREATED_AT = column("created_at", SQLDataType.TIMESTAMP);

  private static int organizations;

  private Connection connection;
  private DSLContext dsl;

  private static <T> Field<T> column(String column, DataType<T> type) {
    return field(name("airbyte", "workspaces", column), type);
  }

  @BeforeEach
  void open() throws SQLException {
    organizations++;
    connection =
        DriverManager.getConnection("jdbc:airbyte:demo:jooq" + organizations + "?workspaces=300");
    dsl = DSL.using(connection, SQLDialect.DEFAULT);
  }

  @AfterEach
  void close() throws SQLException {
    connection.close();
  }

  @Test
  void a_row_is_fetched_by_its_key() {
    Record row =
        dsl.select(NAME, CACHE_ENABLED, CREATED_AT).from(WORKSPACES).where(ID.eq(HOOLI)).fetchOne();
    assertThat(row.get(NAME)).isEqualTo("Hooli Energy 0002");
    assertThat(row.get(CACHE_ENABLED)).isNull();
    assertThat(row.get(CREATED_AT)).isEqualTo(CREATED);
  }

  @Test
  void a_time_is_a_parameter() {
    assertThat(dsl.select(ID).from(WORKSPACES).where(CREATED_AT.eq(CREATED)).fetch(ID))
        .containsExactly(HOOLI);
  }

  @Test
  void counts_groups_and_havings_are_computed() {
    assertThat(dsl.fetchCount(WORKSPACES)).isEqualTo(300);
    Map<String, Integer> counts =
        dsl.select(STATUS, count())
            .from(WORKSPACES)
            .groupBy(STATUS)
            .having(count().gt(0))
            .fetchMap(STATUS, count());
    assertThat(counts).isEqualTo(Map.of("active", 259, "inactive", 41));
  }

  @Test
  void a_derived_table_has_a_column_list() {
    Table<Record2<String, String>> derived =
        select(ID, NAME)
            .from(WORKSPACES)
            .where(STATUS.eq("inactive"))
            .asTable("t", "key", "tenant");
    assertThat(
            dsl.select(field(name("t", "tenant"), String.class))
                .from(derived)
                .where(field(name("t", "key"), String.class).ne(HOOLI))
                .fetch())
        .hasSize(41);
  }

  @Test
  void a_common_table_expression_has_a_column_list() {
    assertThat(
            dsl.with("t", "key")
                .as(select(ID).from(WORKSPACES).where(STATUS.eq("inactive")))
                .selectCount()
                .from(table(name("t")))
                .fetchOne(0, int.class))
        .isEqualTo(41);
  }

  @Test
  void limits_and_offsets_page_through_the_rows() {
    List<String> all = dsl.select(ID).from(WORKSPACES).orderBy(ID).fetch(ID);
    List<String> page = dsl.select(ID).from(WORKSPACES).orderBy(ID).limit(10).offset(20).fetch(ID);
    assertThat(page).isEqualTo(all.subList(20, 30));
    assertThat(dsl.select(ID).from(WORKSPACES).limit(7).fetch()).hasSize(7);
  }

  @Test
  void conditions_of_all_kinds_agree_with_the_data() {
    assertThat(dsl.fetchCount(WORKSPACES, NAME.startsWith("Trial "))).isEqualTo(15);
    assertThat(dsl.fetchCount(WORKSPACES, NAME.like("Trial %"))).isEqualTo(15);
    assertThat(dsl.fetchCount(WORKSPACES, lower(NAME).like("trial %"))).isEqualTo(15);
    assertThat(dsl.fetchCount(WORKSPACES, ID.in(HOOLI, WAYNE))).isEqualTo(2);
    assertThat(dsl.fetchCount(WORKSPACES, CACHE_ENABLED.isNull())).isEqualTo(133);
    assertThat(dsl.fetchCount(WORKSPACES, CACHE_ENABLED.eq(true))).isEqualTo(92);
    assertThat(dsl.fetchCount(WORKSPACES, NAME.eq((String) null))).isZero();
    assertThat(dsl.fetchCount(WORKSPACES, STATUS.eq("inactive").or(ID.eq(HOOLI)))).isEqualTo(42);
  }

  @Test
  void sub_queries_joins_and_window_functions_are_computed() {
    assertThat(dsl.fetchCount(WORKSPACES, CREATED_AT.eq(select(max(CREATED_AT)).from(WORKSPACES))))
        .isEqualTo(1);
    Table<Record> other = table(name("airbyte", "workspaces")).as("o");
    assertThat(
            dsl.fetchCount(
                WORKSPACES,
                exists(
                    selectOne()
                        .from(other)
                        .where(field(name("o", "name"), String.class).eq(NAME))
                        .and(field(name("o", "id"), String.class).ne(ID)))))
        .isEqualTo(2);
    Result<?> ranked =
        dsl.select(ID, rowNumber().over().partitionBy(STATUS).orderBy(CREATED_AT).as("n"))
            .from(WORKSPACES)
            .fetch();
    assertThat(ranked).hasSize(300);
    assertThat(ranked.getValues("n", Integer.class)).filteredOn(n -> n == 1).hasSize(2);
  }

  @Test
  void unions_are_computed() {
    assertThat(
            dsl.select(STATUS).from(WORKSPACES).union(select(val("none"))).fetch(0, String.class))
        .containsExactlyInAnyOrder("active", "inactive", "none");
  }

  @Test
  void a_cursor_reads_page_by_page() {
    try (Cursor<Record> rows = dsl.select().from(WORKSPACES).fetchSize(50).fetchLazy()) {
      assertThat(rows.fetchNext(100)).hasSize(100);
      assertThat(rows.fetch()).hasSize(200);
    }
  }

  @Test
  void an_update_and_a_delete_return_their_counts() {
    assertThat(
            dsl.update(WORKSPACES)
                .set(field(name("status"), String.class), "inactive")
                .where(ID.eq(HOOLI))
                .execute())
        .isEqualTo(1);
    assertThat(dsl.fetchCount(WORKSPACES, STATUS.eq("inactive"))).isEqualTo(42);
    assertThat(dsl.deleteFrom(WORKSPACES).where(ID.eq(HOOLI)).execute()).isEqualTo(1);
    assertThat(dsl.fetchCount(WORKSPACES)).isEqualTo(299);
  }

  @Test
  void an_insert_adds_a_row() {
    assertThat(
            dsl.insertInto(WORKSPACES, field(name("name"), String.class)).values("Acme").execute())
        .isEqualTo(1);
    assertThat(dsl.fetchCount(WORKSPACES, NAME.eq("Acme"))).isEqualTo(1);
  }

  @Test
  void batches_return_their_counts() {
    assertThat(
            dsl.batch("UPDATE workspaces SET status = ? WHERE id = ?")
                .bind("inactive", HOOLI)
                .bind("active", "none")
                .execute())
        .containsExactly(1, 0);
  }

  @Test
  void the_metadata_has_schemas_tables_types_and_keys() {
    assertThat(dsl.meta().getSchemas()).extracting(Schema::getName).contains("airbyte", "driver");
    Table<?> workspaces = dsl.meta().getTables(name("airbyte", "workspaces")).get(0);
    assertThat(workspaces.fields()).hasSize(10);
    assertThat(workspaces.field("cache_enabled").getType()).isEqualTo(Boolean.class);
    assertThat(workspaces.field("created_at").getType()).isEqualTo(Timestamp.class);
    assertThat(workspaces.field("name").getType()).isEqualTo(String.class);
    assertThat(workspaces.field("name").getDataType().nullable()).isFalse();
    assertThat(workspaces.getPrimaryKey().getFields())
        .extracting(Field::getName)
        .containsExactly("id");
    assertThat(dsl.selectFrom(workspaces).fetch()).hasSize(300);
  }

  @Test
  void no_column_of_any_table_is_of_an_unknown_type() {
    for (Table<?> each : dsl.meta().getTables()) {
      assertThat(each.fields()).noneMatch(f -> f.getType() == Object.class);
    }
  }

  @Test
  void errors_have_their_class() {
    assertThatThrownBy(
            () ->
                dsl.insertInto(WORKSPACES, field(name("name"), String.class))
                    .values("Hooli Energy 0002")
                    .execute())
        .isInstanceOf(IntegrityConstraintViolationException.class);
    assertThatThrownBy(() -> dsl.fetch("SELECT nam FROM workspaces"))
        .isInstanceOfSatisfying(
            DataAccessException.class, e -> assertThat(e.sqlState()).isEqualTo("42S22"));
  }

  @Test
  void a_transaction_commits() {
    dsl.transaction(
        c ->
            c.dsl()
                .update(WORKSPACES)
                .set(field(name("name"), String.class), "Hooli")
                .where(ID.eq(HOOLI))
                .execute());
    assertThat(dsl.fetchValue(select(NAME).from(WORKSPACES).where(ID.eq(HOOLI))))
        .isEqualTo("Hooli");
  }
}
