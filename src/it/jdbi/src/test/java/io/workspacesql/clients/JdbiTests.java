package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.jdbi.v3.core.transaction.TransactionException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class JdbiTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final Instant CREATED = Instant.parse("2025-10-17T15:33:27.209061Z");
  private static final LocalDateTime CREATED_IN_UTC =
      LocalDateTime.parse("2025-10-17T15:33:27.209061");

  private static int organizations;

  private Handle handle;

  @BeforeEach
  void open() {
    organizations++;
    handle = Jdbi.open("jdbc:airbyte:demo:jdbi" + organizations + "?workspaces=300");
  }

  @AfterEach
  void close() {
    handle.close();
  }

  static Stream<Object> forms_of_the_creation_time() {
    return Stream.of(
        CREATED,
        Timestamp.from(CREATED),
        CREATED_IN_UTC,
        CREATED.atOffset(ZoneOffset.ofHours(9)),
        CREATED.atZone(ZoneId.of("Europe/Berlin")));
  }

  @ParameterizedTest
  @MethodSource("forms_of_the_creation_time")
  void times_are_parameters(Object time) {
    assertThat(
            handle
                .createQuery("SELECT id FROM workspaces WHERE created_at = :time")
                .bindByType("time", time, time.getClass())
                .mapTo(String.class)
                .list())
        .containsExactly(HOOLI);
  }

  @Test
  void times_are_results() {
    String sql = "SELECT created_at FROM workspaces WHERE id = ?";
    assertThat(handle.select(sql, HOOLI).mapTo(Instant.class).one()).isEqualTo(CREATED);
    assertThat(handle.select(sql, HOOLI).mapTo(OffsetDateTime.class).one().toInstant())
        .isEqualTo(CREATED);
    assertThat(handle.select(sql, HOOLI).mapTo(LocalDateTime.class).one())
        .isEqualTo(CREATED_IN_UTC);
    assertThat(handle.select(sql, HOOLI).mapTo(Timestamp.class).one())
        .isEqualTo(Timestamp.from(CREATED));
  }

  @Test
  void an_id_is_a_uuid_both_ways() {
    assertThat(
            handle
                .createQuery("SELECT id FROM workspaces WHERE id = :id")
                .bind("id", UUID.fromString(HOOLI))
                .mapTo(UUID.class)
                .one())
        .isEqualTo(UUID.fromString(HOOLI));
  }

  @Test
  void rows_become_records() {
    handle.registerRowMapper(ConstructorMapper.factory(Tenant.class));
    List<Tenant> tenants =
        handle
            .createQuery("SELECT id, name, cache_enabled, created_at FROM workspaces")
            .setFetchSize(50)
            .mapTo(Tenant.class)
            .list();
    assertThat(tenants).hasSize(300);
    assertThat(tenants)
        .contains(new Tenant(HOOLI, "Hooli Energy 0002", null, CREATED))
        .filteredOn(t -> Boolean.TRUE.equals(t.cacheEnabled()))
        .hasSize(92);
  }

  @Test
  void lists_expand() {
    assertThat(
            handle
                .createQuery("SELECT name FROM workspaces WHERE id IN (<ids>) ORDER BY name")
                .bindList("ids", HOOLI, "6458f787-500f-4fbf-a1ca-6ec55163c548")
                .mapTo(String.class)
                .list())
        .containsExactly("Hooli Energy 0002", "Wayne Education 0001");
  }

  @Test
  void null_is_a_value_of_any_type() {
    for (int type : new int[] {Types.OTHER, Types.NULL, Types.VARCHAR, Types.TIMESTAMP}) {
      assertThat(
              handle
                  .createQuery("SELECT id FROM workspaces WHERE name = :name")
                  .bindNull("name", type)
                  .mapTo(String.class)
                  .list())
          .isEmpty();
    }
    assertThat(handle.select("SELECT id FROM workspaces WHERE id = ?", (Object) null).mapToMap())
        .isEmpty();
  }

  @Test
  void an_update_returns_its_count() {
    assertThat(handle.execute("UPDATE workspaces SET status = ? WHERE id = ?", "inactive", HOOLI))
        .isEqualTo(1);
    assertThat(count("inactive")).isEqualTo(42);
  }

  @Test
  void an_insert_returns_the_key_by_its_name() {
    String id =
        handle
            .createUpdate("INSERT INTO workspaces (name, status) VALUES (:name, :status)")
            .bindMap(Map.of("name", "Acme", "status", "inactive"))
            .executeAndReturnGeneratedKeys("id")
            .mapTo(String.class)
            .one();
    assertThat(name(id)).contains("Acme");
  }

  @Test
  void a_batch_returns_counts() {
    PreparedBatch batch = handle.prepareBatch("UPDATE workspaces SET status = ? WHERE id = ?");
    batch.add("inactive", HOOLI).add("active", "none");
    assertThat(batch.execute()).containsExactly(1, 0);
    assertThat(
            handle
                .createBatch()
                .add("DELETE FROM workspaces WHERE id = '" + HOOLI + "'")
                .add("DELETE FROM workspaces WHERE id = 'none'")
                .execute())
        .containsExactly(1, 0);
    assertThat(name(HOOLI)).isEmpty();
  }

  @Test
  void a_batch_of_inserts_returns_keys() {
    List<String> keys =
        handle
            .prepareBatch("INSERT INTO workspaces (name) VALUES (?)")
            .add("Acme 1")
            .add("Acme 2")
            .executePreparedBatch("id")
            .mapTo(String.class)
            .list();
    assertThat(keys).hasSize(2);
    assertThat(name(keys.get(0))).contains("Acme 1");
  }

  @Test
  void a_transaction_that_commits_has_written() {
    handle.useTransaction(
        h -> h.execute("UPDATE workspaces SET name = 'Hooli' WHERE id = ?", HOOLI));
    assertThat(name(HOOLI)).contains("Hooli");
  }

  @Test
  void a_transaction_that_rolls_back_says_what_stands() {
    handle.begin();
    handle.execute("UPDATE workspaces SET name = 'Hooli' WHERE id = ?", HOOLI);
    assertThatThrownBy(handle::rollback)
        .isInstanceOf(TransactionException.class)
        .rootCause()
        .hasMessageContaining(HOOLI);
  }

  @Test
  void a_duplicate_keeps_its_state() {
    assertThatThrownBy(
            () -> handle.execute("INSERT INTO workspaces (name) VALUES (?)", "Hooli Energy 0002"))
        .isInstanceOf(UnableToExecuteStatementException.class)
        .cause()
        .hasFieldOrPropertyWithValue("SQLState", "23505");
  }

  @Test
  void the_metadata_is_read_through_the_handle() {
    assertThat(
            handle
                .queryMetadata(m -> m.getPrimaryKeys(null, "airbyte", "workspaces"))
                .map((row, context) -> row.getString("COLUMN_NAME"))
                .list())
        .containsExactly("id");
  }

  private long count(String status) {
    return handle
        .createQuery("SELECT COUNT(*) FROM workspaces WHERE status = :status")
        .bind("status", status)
        .mapTo(Long.class)
        .one();
  }

  private Optional<String> name(String id) {
    return handle
        .select("SELECT name FROM workspaces WHERE id = ?", id)
        .mapTo(String.class)
        .findOne();
  }

  /** Columns by the names of the components, as Jdbi maps them. */
  public record Tenant(String id, String name, Boolean cacheEnabled, Instant createdAt) {}
}
