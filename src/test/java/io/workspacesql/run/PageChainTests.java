package io.workspacesql.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.ListQuery;
import io.workspacesql.api.PageCursor;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.WorkspacePage;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

class PageChainTests {
  private final FakeOrganization organization = FakeOrganization.of(30);

  @Test
  void a_list_without_an_end_is_given_up_after_the_pages_that_it_may_fill() {
    organization.distortion =
        page ->
            new WorkspacePage(page.rows(), new PageCursor("" + organization.lists.size(), null));

    assertThatThrownBy(() -> readAll(new WalkLimits(50, 1_000)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("after 5 pages");
    assertThat(organization.requests).hasSize(5);
  }

  @Test
  void empty_pages_that_go_on_are_given_up_after_as_many_as_allowed() {
    organization.distortion =
        page -> new WorkspacePage(List.of(), new PageCursor("" + organization.lists.size(), null));

    assertThatThrownBy(() -> readAll(new WalkLimits(10_000, 3)))
        .isInstanceOf(SQLException.class)
        .hasMessageContaining("3 pages in a row were empty");
    assertThat(organization.requests).hasSize(3);
  }

  @Test
  void a_list_in_pages_shorter_than_asked_for_is_read_to_its_end() throws SQLException {
    FakeOrganization list = FakeOrganization.of(990);
    list.pageCap = 20;

    readAll(list, 100, new WalkLimits(1_000, 1));

    assertThat(list.requests).hasSize(50);
  }

  @Test
  void after_the_last_page_nothing_is_asked() throws SQLException {
    PageChain chain = readAll(WalkLimits.DEFAULT);

    assertThat(chain.next().rows()).isEmpty();
    assertThat(organization.requests).hasSize(3);
  }

  private PageChain readAll(WalkLimits limits) throws SQLException {
    return readAll(organization, 10, limits);
  }

  private static PageChain readAll(FakeOrganization organization, int rows, WalkLimits limits)
      throws SQLException {
    PageChain chain =
        new PageChain(
            organization,
            new ListQuery(null, null, rows, null),
            Scans.columns("id"),
            limits,
            new RequestScope(1, Deadline.NONE),
            new ServedPages());
    WorkspacePage page = chain.next();
    while (page.next() != null) {
      page = chain.next();
    }
    return chain;
  }
}
