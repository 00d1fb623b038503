package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class QuotingTests {
  private Statement statement;

  @BeforeEach
  void open() throws SQLException {
    statement = new FakeBackend().connection().createStatement();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {
        "Hello, true, Hello, \"Hello\"",
        "created_at, true, created_at, \"created_at\"",
        "G'Day, false, \"G'Day\", \"G'Day\"",
        "\"Bruce Wayne\", false, \"Bruce Wayne\", \"Bruce Wayne\"",
        "GoodDay$, false, \"GoodDay$\", \"GoodDay$\"",
        "1st, false, \"1st\", \"1st\"",
        "Straße, false, \"Straße\", \"Straße\"",
        "order, false, \"order\", \"order\""
      })
  void a_name_is_quoted_as_the_javadoc_shows_and_when_it_is_reserved(
      String name, boolean simple, String whenNeeded, String always) throws SQLException {
    assertThat(statement.isSimpleIdentifier(name)).isEqualTo(simple);
    assertThat(statement.enquoteIdentifier(name, false)).isEqualTo(whenNeeded);
    assertThat(statement.enquoteIdentifier(name, true)).isEqualTo(always);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Hello\"World", "\"Hello\"World\"", "\u0000", "\"\""})
  void some_texts_are_no_names(String text) {
    assertThatThrownBy(() -> statement.enquoteIdentifier(text, true))
        .isInstanceOf(SQLDataException.class);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      value = {"it's, 'it''s'", "'', ''''''"})
  void a_literal_doubles_its_quotes(String text, String expected) throws SQLException {
    assertThat(statement.enquoteLiteral(text)).isEqualTo(expected);
    assertThat(statement.enquoteNCharLiteral(text)).isEqualTo("N" + expected);
  }
}
