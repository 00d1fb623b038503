package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.PreparedStatement;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.dao.QueryTimeoutException;
import org.springframework.jdbc.BadSqlGrammarException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.DataClassRowMapper;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.SimpleJdbcInsert;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.GeneratedKeyHolder;
import org.springframework.jdbc.support.KeyHolder;
import org.springframework.jdbc.support.rowset.SqlRowSet;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.transaction.support.TransactionTemplate;

class SpringTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final Instant CREATED = Instant.parse("2025-10-17T15:33:27.209061Z");
  private static final String BY_ID = "SELECT * FROM airbyte.workspaces WHERE id = ?";

  private static int organizations;

  private DataSource source;
  private JdbcTemplate template;

  @BeforeEach
  void open() {
    organizations++;
    source =
        new DriverManagerDataSource("jdbc:airbyte:demo:spring" + organizations + "?workspaces=300");
    template = new JdbcTemplate(source);
  }

  @Test
  void a_template_reads_numbers_lists_and_maps() {
    assertThat(template.queryForObject("SELECT COUNT(*) FROM workspaces", Integer.class))
        .isEqualTo(300);
    assertThat(
            template.queryForList(
                "SELECT name FROM workspaces WHERE name LIKE ?", String.class, "Trial %"))
        .hasSize(15);
    assertThat(template.queryForMap(BY_ID, HOOLI))
        .containsEntry("name", "Hooli Energy 0002")
        .containsEntry("tombstone", false)
        .containsEntry("cache_enabled", null)
        .containsEntry("created_at", Timestamp.from(CREATED));
  }

  @Test
  void rows_become_records_with_times_of_java() {
    String sql = "SELECT id, name, cache_enabled, created_at FROM workspaces WHERE id = ?";
    assertThat(template.query(sql, new DataClassRowMapper<>(WithOffset.class), HOOLI))
        .singleElement()
        .satisfies(row -> assertThat(row.createdAt().toInstant()).isEqualTo(CREATED))
        .satisfies(row -> assertThat(row.cacheEnabled()).isNull());
    assertThat(template.query(sql, new DataClassRowMapper<>(WithLocal.class), HOOLI))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row.createdAt())
                    .isEqualTo(LocalDateTime.parse("2025-10-17T15:33:27.209061")));
  }

  @Test
  void times_of_java_are_parameters() {
    String sql = "SELECT id FROM workspaces WHERE created_at = ?";
    for (Object time :
        List.of(
            CREATED.atOffset(java.time.ZoneOffset.ofHours(2)),
            LocalDateTime.parse("2025-10-17T15:33:27.209061"),
            Timestamp.from(CREATED))) {
      assertThat(template.queryForList(sql, String.class, time)).containsExactly(HOOLI);
    }
  }

  @Test
  void named_parameters_expand_lists() {
    assertThat(
            new NamedParameterJdbcTemplate(source)
                .queryForList(
                    "SELECT name FROM workspaces WHERE id IN (:ids) ORDER BY name",
                    Map.of("ids", List.of(HOOLI, "6458f787-500f-4fbf-a1ca-6ec55163c548")),
                    String.class))
        .containsExactly("Hooli Energy 0002", "Wayne Education 0001");
  }

  @Test
  void null_is_a_parameter_without_a_type() {
    assertThat(template.queryForList(BY_ID, (Object) null)).isEmpty();
    assertThat(
            template.queryForList(
                "SELECT id FROM workspaces WHERE name = ? OR cache_enabled = ?",
                String.class,
                "Hooli Energy 0002",
                null))
        .containsExactly(HOOLI);
  }

  @Test
  void the_fluent_client_reads_and_writes() {
    JdbcClient client = JdbcClient.create(source);
    assertThat(
            client
                .sql("SELECT COUNT(*) FROM workspaces WHERE status = :status")
                .param("status", "inactive")
                .query(Long.class)
                .single())
        .isEqualTo(41);
    assertThat(
            client
                .sql("UPDATE workspaces SET status = :status WHERE id = :id")
                .param("status", "inactive")
                .param("id", HOOLI)
                .update())
        .isEqualTo(1);
    assertThat(template.queryForMap(BY_ID, HOOLI)).containsEntry("status", "inactive");
  }

  @Test
  void a_row_set_copies_the_rows_and_moves_in_them() {
    SqlRowSet rows =
        template.queryForRowSet("SELECT * FROM workspaces WHERE status = 'inactive' ORDER BY name");
    assertThat(rows.last()).isTrue();
    assertThat(rows.getRow()).isEqualTo(41);
    assertThat(rows.first()).isTrue();
    assertThat(rows.getString("status")).isEqualTo("inactive");
    assertThat(rows.getTimestamp("created_at")).isNotNull();
    assertThat(rows.getMetaData().getColumnNames()).hasSize(10).startsWith("id", "name");
  }

  @Test
  void an_insert_made_from_metadata_returns_the_key() {
    SimpleJdbcInsert insert =
        new SimpleJdbcInsert(source)
            .withSchemaName("airbyte")
            .withTableName("workspaces")
            .usingColumns("name", "status")
            .usingGeneratedKeyColumns("id");
    KeyHolder key = insert.executeAndReturnKeyHolder(Map.of("name", "Acme", "status", "inactive"));
    assertThat(template.queryForMap(BY_ID, key.getKeys().get("id")))
        .containsEntry("name", "Acme")
        .containsEntry("status", "inactive");
  }

  @Test
  void an_insert_of_all_columns_leaves_the_servers_columns_to_the_server() {
    SimpleJdbcInsert insert =
        new SimpleJdbcInsert(source).withTableName("workspaces").usingGeneratedKeyColumns("id");
    KeyHolder key = insert.executeAndReturnKeyHolder(Map.of("name", "Acme"));
    assertThat(template.queryForMap(BY_ID, key.getKeys().get("id")))
        .containsEntry("name", "Acme")
        .containsEntry("status", "active");
  }

  @Test
  void a_key_holder_gets_the_key() {
    KeyHolder key = new GeneratedKeyHolder();
    template.update(
        connection -> {
          PreparedStatement statement =
              connection.prepareStatement(
                  "INSERT INTO workspaces (name) VALUES (?)", Statement.RETURN_GENERATED_KEYS);
          statement.setString(1, "Acme");
          return statement;
        },
        key);
    assertThat(template.queryForMap(BY_ID, key.getKeyAs(String.class)))
        .containsEntry("name", "Acme");
  }

  @Test
  void batches_return_their_counts() {
    assertThat(
            template.batchUpdate(
                "UPDATE workspaces SET status = ? WHERE id = ?",
                List.of(new Object[] {"inactive", HOOLI}, new Object[] {"active", "none"})))
        .containsExactly(1, 0);
    assertThat(
            template.batchUpdate(
                "DELETE FROM workspaces WHERE id = '" + HOOLI + "'",
                "DELETE FROM workspaces WHERE id = 'none'"))
        .containsExactly(1, 0);
  }

  @Test
  void a_mistake_is_bad_grammar() {
    for (String wrong : List.of("SELEC 1", "SELECT nam FROM workspaces", "SELECT * FROM nowhere")) {
      assertThatThrownBy(() -> template.queryForList(wrong))
          .isInstanceOf(BadSqlGrammarException.class);
    }
  }

  @Test
  void a_name_that_exists_is_a_duplicate_key() {
    assertThatThrownBy(
            () -> template.update("INSERT INTO workspaces (name) VALUES (?)", "Hooli Energy 0002"))
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void a_missing_name_violates_integrity() {
    assertThatThrownBy(
            () -> template.update("UPDATE workspaces SET name = ? WHERE id = ?", null, HOOLI))
        .isInstanceOf(DataIntegrityViolationException.class);
  }

  @Test
  void a_server_that_is_not_there_gives_no_connection() {
    JdbcTemplate nowhere =
        new JdbcTemplate(new DriverManagerDataSource("jdbc:airbyte:http://localhost:1", "a", "b"));
    assertThatThrownBy(() -> nowhere.queryForList("SELECT 1"))
        .isInstanceOf(CannotGetJdbcConnectionException.class);
  }

  @Test
  void a_timeout_is_a_query_timeout() {
    JdbcTemplate slow =
        new JdbcTemplate(
            new DriverManagerDataSource(
                "jdbc:airbyte:demo:spring-slow?workspaces=100000&latency=50ms"));
    slow.setQueryTimeout(1);
    assertThatThrownBy(() -> slow.queryForList("SELECT * FROM workspaces ORDER BY color"))
        .isInstanceOf(QueryTimeoutException.class);
  }

  @Test
  void a_stream_that_is_closed_early_reads_few_pages() {
    JdbcTemplate one = new JdbcTemplate(single());
    one.setFetchSize(100);
    try (Stream<String> names =
        one.queryForStream("SELECT name FROM workspaces", (row, i) -> row.getString(1))) {
      assertThat(names.limit(10)).hasSize(10).startsWith("default");
    }
    assertThat(
            one.queryForObject(
                "SELECT COUNT(*) FROM driver.requests WHERE path_template = '/workspaces'",
                Integer.class))
        .isLessThanOrEqualTo(2);
  }

  @Test
  void a_transaction_that_commits_has_written() {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    transaction.executeWithoutResult(
        status -> template.update("UPDATE workspaces SET status = 'inactive' WHERE id = ?", HOOLI));
    assertThat(template.queryForMap(BY_ID, HOOLI)).containsEntry("status", "inactive");
  }

  @Test
  void a_transaction_that_rolls_back_says_what_stands() {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    assertThatThrownBy(
            () ->
                transaction.executeWithoutResult(
                    status -> {
                      template.update(
                          "UPDATE workspaces SET status = 'inactive' WHERE id = ?", HOOLI);
                      status.setRollbackOnly();
                    }))
        .isInstanceOf(TransactionSystemException.class)
        .rootCause()
        .hasMessageContaining(HOOLI);
  }

  @Test
  void a_read_only_transaction_reads() {
    TransactionTemplate transaction =
        new TransactionTemplate(new DataSourceTransactionManager(source));
    transaction.setReadOnly(true);
    assertThat(
            transaction.<Integer>execute(
                status ->
                    template.queryForObject("SELECT COUNT(*) FROM workspaces", Integer.class)))
        .isEqualTo(300);
  }

  private DataSource single() {
    DriverManagerDataSource many = (DriverManagerDataSource) source;
    return new org.springframework.jdbc.datasource.SingleConnectionDataSource(many.getUrl(), true);
  }

  record WithOffset(String id, String name, Boolean cacheEnabled, OffsetDateTime createdAt) {}

  record WithLocal(String id, String name, Boolean cacheEnabled, LocalDateTime createdAt) {}
}
