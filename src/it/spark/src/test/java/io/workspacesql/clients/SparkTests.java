package io.workspacesql.clients;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLFeatureNotSupportedException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Spark in this process. Its session and the connection have one zone, which is not UTC. */
class SparkTests {
  private static final String ZONE = "America/New_York";
  private static final String URL = "jdbc:airbyte:demo:spark?workspaces=300&timeZone=" + ZONE;
  private static final String TABLE = "airbyte.workspaces";
  private static final String HOOLI = "009b92f4-2f03-4df9-927f-f53fdcf55514";
  private static final Instant CREATED = Instant.parse("2025-10-17T15:33:27.209061Z");

  private static SparkSession spark;

  @BeforeAll
  static void start() {
    spark =
        SparkSession.builder()
            .master("local[2]")
            .config("spark.ui.enabled", false)
            .config("spark.driver.bindAddress", "127.0.0.1")
            .config("spark.driver.host", "127.0.0.1")
            .config("spark.sql.shuffle.partitions", 2)
            .config("spark.sql.session.timeZone", ZONE)
            .config(
                "spark.sql.catalog.tenants",
                "org.apache.spark.sql.execution.datasources.v2.jdbc.JDBCTableCatalog")
            .config("spark.sql.catalog.tenants.url", URL)
            .config("spark.sql.catalog.tenants.driver", "io.workspacesql.WorkspacesDriver")
            .getOrCreate();
  }

  @AfterAll
  static void stop() {
    spark.stop();
  }

  @Test
  void the_schema_has_types_that_spark_knows() {
    Map<String, String> types =
        List.of(workspaces().schema().fields()).stream()
            .collect(Collectors.toMap(f -> f.name(), f -> f.dataType().simpleString()));
    assertThat(types)
        .hasSize(10)
        .containsEntry("cache_enabled", DataTypes.BooleanType.simpleString())
        .containsEntry("created_at", DataTypes.TimestampType.simpleString());
    assertThat(types.get("name")).isIn("string", "varchar(65536)");
  }

  @Test
  void the_whole_table_is_read() {
    Dataset<Row> rows = workspaces();
    assertThat(rows.count()).isEqualTo(300);
    assertThat(rows.select("id").distinct().collectAsList()).hasSize(300);
    assertThat(rows.filter(col("cache_enabled").isNull()).count()).isEqualTo(133);
  }

  @Test
  void a_time_is_the_same_instant() {
    Row row = workspaces().filter(col("id").equalTo(HOOLI)).select("created_at").first();
    assertThat(row.getTimestamp(0).toInstant()).isEqualTo(CREATED);
    assertThat(
            workspaces()
                .filter(col("id").equalTo(HOOLI))
                .selectExpr("date_format(created_at, 'yyyy-MM-dd HH:mm:ss')")
                .first()
                .getString(0))
        .isEqualTo("2025-10-17 11:33:27");
  }

  @Test
  void a_filter_on_status_is_handed_to_the_driver() {
    Dataset<Row> inactive = workspaces().filter(col("status").equalTo("inactive"));
    assertThat(inactive.count()).isEqualTo(41);
    assertThat(inactive.queryExecution().executedPlan().toString())
        .contains("EqualTo(status,inactive)");
  }

  @Test
  void a_filter_on_time_means_the_same_as_in_spark() {
    Timestamp time = Timestamp.from(CREATED);
    Dataset<Row> local = workspaces().cache();
    assertThat(local.filter(col("created_at").geq(lit(time))).count())
        .isPositive()
        .isEqualTo(workspaces().filter(col("created_at").geq(lit(time))).count());
    assertThat(workspaces().filter(col("created_at").equalTo(lit(time))).count()).isEqualTo(1);
    local.unpersist();
  }

  @Test
  void predicates_make_partitions() {
    Dataset<Row> rows =
        spark
            .read()
            .jdbc(
                URL,
                TABLE,
                new String[] {"status = 'active'", "status = 'inactive'"},
                new Properties());
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(2);
    assertThat(rows.count()).isEqualTo(300);
    assertThat(rows.groupBy("status").count().collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactlyInAnyOrder("active 259", "inactive 41");
  }

  @Test
  void a_time_column_makes_partitions() {
    Dataset<Row> rows =
        spark
            .read()
            .format("jdbc")
            .option("url", URL)
            .option("dbtable", TABLE)
            .option("partitionColumn", "created_at")
            .option("lowerBound", "2022-01-01 00:00:00")
            .option("upperBound", "2027-01-01 00:00:00")
            .option("numPartitions", 5)
            .option("fetchsize", 50)
            .load();
    assertThat(rows.rdd().getNumPartitions()).isEqualTo(5);
    assertThat(rows.select("id").distinct().count()).isEqualTo(300);
  }

  @Test
  void a_query_is_a_table() {
    List<Row> rows =
        spark
            .read()
            .format("jdbc")
            .option("url", URL)
            .option("query", "SELECT status, COUNT(*) AS n FROM workspaces GROUP BY status")
            .load()
            .orderBy("status")
            .collectAsList();
    assertThat(rows)
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactly("active 259", "inactive 41");
  }

  @Test
  void the_catalog_lists_schemas_and_tables() {
    assertThat(strings("SHOW NAMESPACES IN tenants", 0)).contains("airbyte", "driver");
    assertThat(strings("SHOW TABLES IN tenants.airbyte", 1)).contains("workspaces");
    assertThat(strings("DESCRIBE TABLE tenants.airbyte.workspaces", 0))
        .contains("id", "cache_enabled", "color");
  }

  @Test
  void tables_of_the_catalog_are_counted_filtered_and_limited() {
    assertThat(
            spark
                .sql("SELECT status, COUNT(*) FROM tenants.airbyte.workspaces GROUP BY status")
                .collectAsList())
        .extracting(row -> row.getString(0) + " " + row.getLong(1))
        .containsExactlyInAnyOrder("active 259", "inactive 41");
    Dataset<Row> few =
        spark.sql("SELECT id FROM tenants.airbyte.workspaces WHERE status = 'inactive' LIMIT 7");
    assertThat(few.collectAsList()).hasSize(7);
    assertThat(few.queryExecution().executedPlan().toString())
        .contains("PushedFilters", "status = 'inactive'");
  }

  @Test
  void a_join_with_rows_of_spark_is_computed() {
    spark
        .createDataset(List.of(HOOLI, "none"), Encoders.STRING())
        .toDF("tenant")
        .createOrReplaceTempView("contracts");
    assertThat(
            strings(
                "SELECT w.name FROM contracts c JOIN tenants.airbyte.workspaces w"
                    + " ON w.id = c.tenant",
                0))
        .containsExactly("Hooli Energy 0002");
  }

  @Test
  void rows_are_appended() {
    String url = "jdbc:airbyte:demo:spark-append?workspaces=300";
    spark
        .createDataset(List.of("Spark 1", "Spark 2", "Spark 3"), Encoders.STRING())
        .toDF("name")
        .write()
        .mode(SaveMode.Append)
        .jdbc(url, TABLE, new Properties());
    assertThat(
            spark
                .read()
                .jdbc(url, TABLE, new Properties())
                .filter(col("name").startsWith("Spark "))
                .count())
        .isEqualTo(3);
  }

  @Test
  void overwriting_the_table_is_refused() {
    String url = "jdbc:airbyte:demo:spark-overwrite?workspaces=300";
    Dataset<Row> names = spark.createDataset(List.of("Spark 1"), Encoders.STRING()).toDF("name");
    for (String truncate : List.of("true", "false")) {
      assertThatThrownBy(
              () ->
                  names
                      .write()
                      .mode(SaveMode.Overwrite)
                      .option("truncate", truncate)
                      .jdbc(url, TABLE, new Properties()))
          .isInstanceOf(SQLFeatureNotSupportedException.class);
    }
    assertThat(spark.read().jdbc(url, TABLE, new Properties()).count()).isEqualTo(300);
  }

  private static Dataset<Row> workspaces() {
    return spark.read().jdbc(URL, TABLE, new Properties());
  }

  private static List<String> strings(String sql, int column) {
    return spark.sql(sql).collectAsList().stream().map(row -> row.getString(column)).toList();
  }
}
