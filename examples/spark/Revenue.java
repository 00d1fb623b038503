import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SaveMode;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Joins tenants with a Parquet table of contracts, and adds up the prices by status. */
public class Revenue {
  public static void main(String[] args) throws IOException {
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    String table = args.length > 1 ? args[1] : "target/contracts.parquet";
    try (SparkSession spark = SparkSession.builder().appName("Revenue").getOrCreate()) {
      if (args.length < 2) {
        writeContracts(spark, table);
      }
      Dataset<Row> contracts = spark.read().parquet(table);
      Dataset<Row> tenants = tenants(spark, url, customers(contracts));
      System.out.println("partitions: " + tenants.rdd().getNumPartitions());
      // Where one customer's name begins with another's, a tenant stands in two partitions.
      tenants
          .dropDuplicates("id")
          .join(contracts, col("name").startsWith(col("customer")))
          .groupBy("status")
          .agg(sum("price").as("revenue"), functions.count("id").as("tenants"))
          .orderBy("status")
          .show();
    }
  }

  private static List<String> customers(Dataset<Row> contracts) {
    return contracts.select("customer").distinct().as(Encoders.STRING()).collectAsList();
  }

  /** A partition for each customer and status: lists that the API filters, each with its cursor. */
  private static Dataset<Row> tenants(SparkSession spark, String url, List<String> customers) {
    Properties properties = new Properties();
    properties.setProperty("driver", "io.workspacesql.WorkspacesDriver");
    String[] partitions =
        customers.stream()
            .flatMap(
                customer ->
                    Stream.of("active", "inactive")
                        .map(status -> startsWith(customer) + " AND status = '" + status + "'"))
            .toArray(String[]::new);
    return spark.read().jdbc(url, "airbyte.workspaces", partitions, properties);
  }

  private static String startsWith(String text) {
    String escaped = text.replaceAll("[!%_]", "!$0").replace("'", "''");
    return "name LIKE '" + escaped + "%' ESCAPE '!'";
  }

  private static void writeContracts(SparkSession spark, String table) {
    spark
        .sql(
            "SELECT * FROM VALUES ('Globex', 40), ('Hooli', 25), ('Wayne', 10) AS t(customer, price)")
        .write()
        .mode(SaveMode.Overwrite)
        .parquet(table);
  }
}
