import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.sum;

import java.io.IOException;
import java.util.Properties;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.functions;

/** Joins tenants with contracts that Spark holds, and adds up the prices by status. */
public class Revenue {
  public static void main(String[] args) throws IOException {
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    try (SparkSession spark = SparkSession.builder().appName("Revenue").getOrCreate()) {
      Dataset<Row> tenants = tenants(spark, url);
      System.out.println("partitions: " + tenants.rdd().getNumPartitions());
      tenants
          .join(contracts(spark), col("name").startsWith(col("customer")))
          .groupBy("status")
          .agg(sum("price").as("revenue"), functions.count("id").as("tenants"))
          .orderBy("status")
          .show();
    }
  }

  /** Two partitions that cost no more requests than one, since the API filters by status. */
  private static Dataset<Row> tenants(SparkSession spark, String url) {
    Properties properties = new Properties();
    properties.setProperty("driver", "io.workspacesql.WorkspacesDriver");
    String[] partitions = {"status = 'active'", "status = 'inactive'"};
    return spark.read().jdbc(url, "airbyte.workspaces", partitions, properties);
  }

  private static Dataset<Row> contracts(SparkSession spark) {
    return spark.sql(
        "SELECT * FROM VALUES ('Globex', 40), ('Hooli', 25), ('Wayne', 10) AS t(customer, price)");
  }
}
