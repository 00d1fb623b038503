package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Text that goes in and comes out as a stream or a Clob. */
final class StreamTests {
  private static final String TEXT = "Straße 12 \uD83D\uDE80";

  private final FakeBackend backend = new FakeBackend();
  private final FakePlan plan = FakePlan.asking(JDBCType.VARCHAR).row(TEXT);

  @FunctionalInterface
  private interface Setter {
    void set(PreparedStatement statement) throws SQLException;
  }

  private Object sent(Setter setter) throws SQLException {
    backend.plan("P", plan);
    try (PreparedStatement statement = backend.connection().prepareStatement("P")) {
      setter.set(statement);
      statement.executeQuery().close();
    }
    return plan.contexts.get(plan.contexts.size() - 1).parameters().get(0);
  }

  private static Reader reader() {
    return new StringReader(TEXT);
  }

  private static InputStream ascii(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void a_stream_is_read_when_it_is_set() throws SQLException {
    List<Setter> setters =
        List.of(
            statement -> statement.setCharacterStream(1, reader()),
            statement -> statement.setCharacterStream(1, reader(), TEXT.length()),
            statement -> statement.setCharacterStream(1, reader(), (long) TEXT.length()),
            statement -> statement.setNCharacterStream(1, reader()),
            statement -> statement.setNCharacterStream(1, reader(), TEXT.length()),
            statement -> statement.setClob(1, reader()),
            statement -> statement.setClob(1, reader(), TEXT.length()),
            statement -> statement.setNClob(1, reader()),
            statement -> statement.setNClob(1, reader(), TEXT.length()),
            statement -> statement.setClob(1, new TextClob(TEXT)),
            statement -> statement.setNClob(1, new TextClob(TEXT)));
    for (Setter setter : setters) {
      assertThat(sent(setter)).isEqualTo(TEXT);
    }
    assertThat(sent(statement -> statement.setAsciiStream(1, ascii("abc")))).isEqualTo("abc");
    assertThat(sent(statement -> statement.setAsciiStream(1, ascii("abc"), 2))).isEqualTo("ab");
  }

  @Test
  void no_stream_is_null() throws SQLException {
    assertThat(sent(statement -> statement.setCharacterStream(1, null))).isNull();
    assertThat(sent(statement -> statement.setAsciiStream(1, null, 7))).isNull();
    assertThat(sent(statement -> statement.setClob(1, (Clob) null))).isNull();
  }

  @Test
  void a_stream_shorter_than_said_or_broken_is_refused() {
    Reader broken =
        new Reader() {
          @Override
          public int read(char[] buffer, int offset, int length) throws IOException {
            throw new IOException("gone");
          }

          @Override
          public void close() {}
        };
    assertThatThrownBy(() -> sent(statement -> statement.setCharacterStream(1, reader(), 99)))
        .hasMessageContaining("was to be 99 long and is 12 long");
    assertThatThrownBy(() -> sent(statement -> statement.setCharacterStream(1, broken)))
        .hasMessageContaining("gone")
        .extracting(e -> ((SQLException) e).getSQLState())
        .isEqualTo("22023");
  }

  @Test
  void a_column_can_be_read_as_a_clob() throws SQLException {
    backend.plan("Q", FakePlan.query(JDBCType.VARCHAR).row(TEXT).row((Object) null));
    ResultSet rows = backend.connection().createStatement().executeQuery("Q");
    rows.next();
    Clob clob = rows.getClob(1);

    assertThat(clob.length()).isEqualTo(TEXT.length());
    assertThat(clob.getSubString(8, 100)).isEqualTo(TEXT.substring(7));
    assertThat(clob.position("12", 1)).isEqualTo(8);
    assertThat(clob.position("34", 1)).isEqualTo(-1);
    assertThatThrownBy(() -> clob.getSubString(0, 1)).hasMessageContaining("no position 0");
    clob.free();
    assertThatThrownBy(clob::length).isInstanceOf(SQLException.class);
    rows.next();
    assertThat(rows.getNClob("C1")).isNull();
    assertThat(rows.wasNull()).isTrue();
  }
}
