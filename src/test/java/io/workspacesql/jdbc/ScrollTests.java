package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scroll-insensitive results: every move against a plain position in a list. */
final class ScrollTests {
  private final FakeBackend backend = new FakeBackend();

  private ResultSet scrollable(int rows) throws SQLException {
    return open(rows, ResultSet.TYPE_SCROLL_INSENSITIVE);
  }

  private ResultSet open(int rows, int type) throws SQLException {
    FakePlan plan = FakePlan.query(JDBCType.BIGINT);
    for (long row = 1; row <= rows; row++) {
      plan.row(row);
    }
    backend.plan("Q", plan);
    Statement statement = backend.connection().createStatement(type, ResultSet.CONCUR_READ_ONLY);
    assertThat(statement.getResultSetType()).isEqualTo(type);
    return statement.executeQuery("Q");
  }

  /** The JDBC javadoc in plain numbers: 0 = before the first row, size + 1 = after the last. */
  private enum Move {
    NEXT {
      @Override
      int from(int at, int by, int size) {
        return at + 1;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.next();
      }
    },
    PREVIOUS {
      @Override
      int from(int at, int by, int size) {
        return at - 1;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.previous();
      }
    },
    ABSOLUTE {
      @Override
      int from(int at, int by, int size) {
        return by < 0 ? size + 1 + by : by;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.absolute(by);
      }
    },
    RELATIVE {
      @Override
      int from(int at, int by, int size) {
        return at + by;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.relative(by);
      }
    },
    FIRST {
      @Override
      int from(int at, int by, int size) {
        return 1;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.first();
      }
    },
    LAST {
      @Override
      int from(int at, int by, int size) {
        return size;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        return rows.last();
      }
    },
    BEFORE_FIRST {
      @Override
      int from(int at, int by, int size) {
        return 0;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        rows.beforeFirst();
        return false;
      }
    },
    AFTER_LAST {
      @Override
      int from(int at, int by, int size) {
        return size + 1;
      }

      @Override
      boolean apply(ResultSet rows, int by) throws SQLException {
        rows.afterLast();
        return false;
      }
    };

    abstract int from(int at, int by, int size);

    abstract boolean apply(ResultSet rows, int by) throws SQLException;
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 7})
  void any_order_of_moves_ends_where_it_should(int size) throws SQLException {
    Random random = new Random(size);
    for (int script = 0; script < 300; script++) {
      ResultSet rows = scrollable(size);
      int at = 0;
      StringBuilder told = new StringBuilder();
      for (int step = 0; step < 10; step++) {
        Move move = Move.values()[random.nextInt(Move.values().length)];
        int by = random.nextInt(2 * size + 5) - size - 2;
        told.append(move).append(' ').append(by).append("; ");
        at = Math.max(0, Math.min(size + 1, move.from(at, by, size)));

        assertThat(move.apply(rows, by)).as(told.toString()).isEqualTo(at > 0 && at <= size);
        check(rows, at, size, told.toString());
      }
    }
  }

  private static void check(ResultSet rows, int at, int size, String told) throws SQLException {
    boolean onRow = at > 0 && at <= size;
    assertThat(rows.getRow()).as(told).isEqualTo(onRow ? at : 0);
    assertThat(rows.isBeforeFirst()).as(told).isEqualTo(size > 0 && at == 0);
    assertThat(rows.isFirst()).as(told).isEqualTo(onRow && at == 1);
    assertThat(rows.isLast()).as(told).isEqualTo(onRow && at == size);
    assertThat(rows.isAfterLast()).as(told).isEqualTo(size > 0 && at == size + 1);
    if (onRow) {
      assertThat(rows.getLong(1)).as(told).isEqualTo(at);
    } else {
      assertThatThrownBy(() -> rows.getLong(1))
          .as(told)
          .extracting(e -> ((SQLException) e).getSQLState())
          .isEqualTo("24000");
    }
  }

  @Test
  void more_rows_than_it_keeps_are_an_error_that_names_the_way_out() throws SQLException {
    ResultSet rows = scrollable(ScrollableRows.MOST + 1);

    assertThat(rows.absolute(ScrollableRows.MOST)).isTrue();
    assertThatThrownBy(rows::next)
        .hasMessageContaining("read it forward only, or limit it")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("53200");
  }

  @Test
  void rows_are_read_only_as_far_as_the_moves_go() throws SQLException {
    ResultSet rows = scrollable(5);
    rows.absolute(2);

    assertThat(rows.getLong(1)).isEqualTo(2);
    rows.setFetchDirection(ResultSet.FETCH_REVERSE);
    assertThat(rows.getFetchDirection()).isEqualTo(ResultSet.FETCH_REVERSE);
    assertThat(rows.previous()).isTrue();
    assertThat(rows.getLong(1)).isEqualTo(1);
  }

  @Test
  void a_forward_result_says_how_to_get_a_scrollable_one() throws SQLException {
    ResultSet rows = open(2, ResultSet.TYPE_FORWARD_ONLY);

    assertThat(rows.getType()).isEqualTo(ResultSet.TYPE_FORWARD_ONLY);
    assertThatThrownBy(rows::last)
        .isInstanceOf(SQLFeatureNotSupportedException.class)
        .hasMessageContaining("last needs a scrollable result")
        .hasMessageContaining("TYPE_SCROLL_INSENSITIVE");
  }
}
