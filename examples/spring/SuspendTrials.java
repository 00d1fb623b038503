import java.time.OffsetDateTime;
import java.util.List;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Suspends trials from before 2026, and says what became of each. */
public class SuspendTrials {
  /** A row; columns by the names of the components, {@code created_at} for createdAt. */
  record Trial(String id, String name, OffsetDateTime createdAt) {}

  public static void main(String[] args) {
    String url = args.length > 0 ? args[0] : "jdbc:airbyte:demo";
    // One connection for all: the report is that of its last write.
    SingleConnectionDataSource source = new SingleConnectionDataSource(url, true);
    try {
      JdbcClient client = JdbcClient.create(source);
      suspend(client, trialsBefore(client, OffsetDateTime.parse("2026-01-01T00:00:00Z")));
      createAgain(client, "default");
    } finally {
      source.destroy();
    }
  }

  private static List<Trial> trialsBefore(JdbcClient client, OffsetDateTime time) {
    return client
        .sql(
            """
            SELECT id, name, created_at FROM workspaces
            WHERE name LIKE 'Trial %' AND status = 'active' AND created_at < :time
            """)
        .param("time", time)
        .query(Trial.class)
        .list();
  }

  private static void suspend(JdbcClient client, List<Trial> trials) {
    int suspended =
        client
            .sql("UPDATE workspaces SET status = 'inactive' WHERE id IN (:ids)")
            .param("ids", trials.stream().map(Trial::id).toList())
            .update();
    System.out.println(suspended + " of " + trials.size() + " trials suspended");
    client
        .sql("SELECT workspace_id, state FROM driver.last_write")
        .query((row, number) -> row.getString(1) + ": " + row.getString(2))
        .list()
        .forEach(System.out::println);
  }

  private static void createAgain(JdbcClient client, String name) {
    try {
      client.sql("INSERT INTO workspaces (name) VALUES (:name)").param("name", name).update();
    } catch (DuplicateKeyException e) {
      System.out.println("A tenant named " + name + " exists");
    }
  }
}
