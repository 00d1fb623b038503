package io.workspacesql.clients;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.apache.ibatis.annotations.Delete;
import org.apache.ibatis.annotations.Insert;
import org.apache.ibatis.annotations.Mapper;
import org.apache.ibatis.annotations.Options;
import org.apache.ibatis.annotations.Param;
import org.apache.ibatis.annotations.Select;
import org.apache.ibatis.annotations.Update;
import org.apache.ibatis.cursor.Cursor;
import org.apache.ibatis.datasource.pooled.PooledDataSource;
import org.apache.ibatis.executor.BatchResult;
import org.apache.ibatis.mapping.Environment;
import org.apache.ibatis.session.Configuration;
import org.apache.ibatis.session.ExecutorType;
import org.apache.ibatis.session.RowBounds;
import org.apache.ibatis.session.SqlSession;
import org.apache.ibatis.session.SqlSessionFactory;
import org.apache.ibatis.session.SqlSessionFactoryBuilder;
import org.apache.ibatis.transaction.jdbc.JdbcTransactionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MyBatisTests {
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final Instant CREATED = Instant.parse("2025-10-17T15:33:27.209061Z");

  private static int organizations;

  private PooledDataSource pool;
  private SqlSessionFactory sessions;

  @BeforeEach
  void open() {
    organizations++;
    pool =
        new PooledDataSource(
            "io.workspacesql.WorkspacesDriver",
            "jdbc:airbyte:demo:mybatis" + organizations + "?workspaces=300",
            null,
            null);
    pool.setPoolPingEnabled(true);
    pool.setPoolPingQuery("SELECT 1");
    Configuration configuration =
        new Configuration(new Environment("demo", new JdbcTransactionFactory(), pool));
    configuration.setMapUnderscoreToCamelCase(true);
    configuration.addMapper(Tenants.class);
    sessions = new SqlSessionFactoryBuilder().build(configuration);
  }

  @AfterEach
  void close() {
    pool.forceCloseAll();
  }

  @Test
  void a_row_becomes_an_object() {
    try (SqlSession session = sessions.openSession()) {
      Tenant tenant = tenants(session).byId(HOOLI);
      assertThat(tenant.getName()).isEqualTo("Hooli Energy 0002");
      assertThat(tenant.getCacheEnabled()).isNull();
      assertThat(tenant.getCreatedAt().toInstant()).isEqualTo(CREATED);
      assertThat(tenants(session).byId("none")).isNull();
    }
  }

  @Test
  void times_are_parameters_and_results() {
    try (SqlSession session = sessions.openSession()) {
      assertThat(tenants(session).createdAt(HOOLI))
          .isEqualTo(LocalDateTime.parse("2025-10-17T15:33:27.209061"));
      assertThat(tenants(session).createdIn(CREATED.atOffset(java.time.ZoneOffset.UTC)))
          .containsExactly(HOOLI);
    }
  }

  @Test
  void null_is_a_parameter_of_type_OTHER() {
    try (SqlSession session = sessions.openSession()) {
      assertThat(tenants(session).named(null, "Hooli Energy 0002")).containsExactly(HOOLI);
    }
  }

  @Test
  void row_bounds_skip_rows() {
    try (SqlSession session = sessions.openSession()) {
      assertThat(tenants(session).all(new RowBounds(290, 20))).hasSize(10);
    }
  }

  @Test
  void a_cursor_reads_page_by_page() throws Exception {
    try (SqlSession session = sessions.openSession();
        Cursor<Tenant> cursor = tenants(session).walk()) {
      List<String> ids = new ArrayList<>();
      cursor.forEach(tenant -> ids.add(tenant.getId()));
      assertThat(ids).hasSize(300).doesNotHaveDuplicates();
    }
  }

  @Test
  void an_insert_sets_the_key_of_the_object() {
    Tenant tenant = new Tenant();
    tenant.setName("Acme");
    try (SqlSession session = sessions.openSession()) {
      assertThat(tenants(session).insert(tenant)).isEqualTo(1);
      session.commit();
      assertThat(tenants(session).byId(tenant.getId()).getName()).isEqualTo("Acme");
    }
  }

  @Test
  void updates_and_deletes_return_counts() {
    try (SqlSession session = sessions.openSession()) {
      assertThat(tenants(session).deactivate(HOOLI)).isEqualTo(1);
      assertThat(tenants(session).count("inactive")).isEqualTo(42);
      assertThat(tenants(session).delete(HOOLI)).isEqualTo(1);
      assertThat(tenants(session).delete(HOOLI)).isZero();
      session.commit();
    }
  }

  @Test
  void a_batch_session_returns_counts() {
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      tenants(session).deactivate(HOOLI);
      tenants(session).deactivate("6458f787-500f-4fbf-a1ca-6ec55163c548");
      List<BatchResult> results = session.flushStatements();
      assertThat(results)
          .singleElement()
          .satisfies(batch -> assertThat(batch.getUpdateCounts()).containsExactly(1, 1));
      session.commit();
    }
  }

  @Test
  void a_batch_of_inserts_sets_the_keys() {
    Tenant first = new Tenant();
    first.setName("Acme 1");
    Tenant second = new Tenant();
    second.setName("Acme 2");
    try (SqlSession session = sessions.openSession(ExecutorType.BATCH)) {
      tenants(session).insert(first);
      tenants(session).insert(second);
      session.flushStatements();
      session.commit();
    }
    assertThat(first.getId()).isNotNull().isNotEqualTo(second.getId());
  }

  @Test
  void a_rollback_says_what_stands() {
    try (SqlSession session = sessions.openSession()) {
      tenants(session).deactivate(HOOLI);
      assertThatThrownBy(session::rollback).rootCause().hasMessageContaining(HOOLI);
    }
  }

  @Test
  void the_pool_pings_by_sql_and_lends_the_connection_again() throws SQLException {
    pool.setPoolPingConnectionsNotUsedFor(0);
    for (int i = 0; i < 3; i++) {
      try (SqlSession session = sessions.openSession()) {
        assertThat(tenants(session).count("active")).isEqualTo(259);
      }
    }
    assertThat(pool.getPoolState().getBadConnectionCount()).isZero();
  }

  private static Tenants tenants(SqlSession session) {
    return session.getMapper(Tenants.class);
  }

  @Mapper
  interface Tenants {
    @Select("SELECT * FROM workspaces WHERE id = #{id}")
    Tenant byId(String id);

    @Select("SELECT created_at FROM workspaces WHERE id = #{id}")
    LocalDateTime createdAt(String id);

    @Select("SELECT id FROM workspaces WHERE created_at = #{time}")
    List<String> createdIn(OffsetDateTime time);

    @Select("SELECT id FROM workspaces WHERE cache_enabled = #{cached} OR name = #{name}")
    List<String> named(@Param("cached") Boolean cached, @Param("name") String name);

    @Select("SELECT * FROM workspaces")
    List<Tenant> all(RowBounds bounds);

    @Select("SELECT * FROM workspaces")
    @Options(fetchSize = 50)
    Cursor<Tenant> walk();

    @Select("SELECT COUNT(*) FROM workspaces WHERE status = #{status}")
    long count(String status);

    @Insert("INSERT INTO workspaces (name) VALUES (#{name})")
    @Options(useGeneratedKeys = true, keyProperty = "id", keyColumn = "id")
    int insert(Tenant tenant);

    @Update("UPDATE workspaces SET status = 'inactive' WHERE id = #{id}")
    int deactivate(String id);

    @Delete("DELETE FROM workspaces WHERE id = #{id}")
    int delete(String id);
  }

  /** As MyBatis fills it: by its setters. */
  public static final class Tenant {
    private String id;
    private String name;
    private Boolean cacheEnabled;
    private OffsetDateTime createdAt;

    public String getId() {
      return id;
    }

    public void setId(String id) {
      this.id = id;
    }

    public String getName() {
      return name;
    }

    public void setName(String name) {
      this.name = name;
    }

    public Boolean getCacheEnabled() {
      return cacheEnabled;
    }

    public void setCacheEnabled(Boolean cacheEnabled) {
      this.cacheEnabled = cacheEnabled;
    }

    public OffsetDateTime getCreatedAt() {
      return createdAt;
    }

    public void setCreatedAt(OffsetDateTime createdAt) {
      this.createdAt = createdAt;
    }
  }
}
