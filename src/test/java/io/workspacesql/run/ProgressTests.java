package io.workspacesql.run;

import static io.workspacesql.run.Scans.ALL;
import static io.workspacesql.run.Scans.drain;
import static io.workspacesql.run.Scans.keys;
import static io.workspacesql.run.Scans.prefetching;
import static io.workspacesql.run.Scans.scan;
import static io.workspacesql.run.Scans.session;
import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.observe.Progress;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTests {
  private final FakeOrganization organization = FakeOrganization.of(250);
  private final List<String> heard = new ArrayList<>();
  private final Progress progress =
      (statement, pages, rows) ->
          heard.add(statement + ": " + pages + ", " + rows + thread(Thread.currentThread()));

  @Test
  void every_page_is_told_on_the_readers_own_thread() throws SQLException {
    read(scan(ALL));

    assertThat(heard).containsExactly("1: 1, 100", "1: 2, 200", "1: 3, 250");
  }

  @Test
  void the_pages_of_all_lists_of_a_statement_count_together() throws SQLException {
    List<BoundAccess.Pages> lists =
        List.of(new BoundAccess.Pages("24", null), new BoundAccess.Pages("1", null));

    read(scan(new BoundAccess.Lists(lists)));

    assertThat(heard).containsExactly("1: 1, 13", "1: 2, 113", "1: 3, 146");
  }

  @Test
  void a_key_look_up_reads_no_page() throws SQLException {
    read(scan(keys(1)));

    assertThat(heard).isEmpty();
  }

  private void read(BoundScan scan) throws SQLException {
    try (Session session = session(organization, prefetching(2))) {
      session.watch(progress);
      try (Execution execution = session.begin(Duration.ZERO)) {
        drain(execution.open(scan));
      }
    }
  }

  private static String thread(Thread thread) {
    return thread.getName().startsWith(SessionThreads.NAME_PREFIX) ? " on a pool thread" : "";
  }
}
