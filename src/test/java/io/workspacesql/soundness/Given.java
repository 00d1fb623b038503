package io.workspacesql.soundness;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * A parameter's value and the Java object that carries it.
 *
 * @param value as SQL means it; null is NULL
 */
record Given(Form form, Type type, Object value) {
  private static final ZoneOffset ELSEWHERE = ZoneOffset.ofHoursMinutes(5, 45);

  /** How a program hands the value over. */
  enum Form {
    STRING,
    OBJECT,
    UUID,
    INT,
    TIMESTAMP,
    OFFSET_DATE_TIME,
    LOCAL_DATE_TIME,
    SET_NULL
  }

  void set(PreparedStatement statement, int number) throws SQLException {
    switch (form) {
      case STRING -> statement.setString(number, text());
      case OBJECT -> statement.setObject(number, value);
      case UUID -> statement.setObject(number, UUID.fromString((String) value));
      case INT -> statement.setInt(number, Integer.parseInt((String) value));
      case TIMESTAMP -> statement.setTimestamp(number, Timestamp.from((Instant) value));
      case OFFSET_DATE_TIME -> statement.setObject(number, ((Instant) value).atOffset(ELSEWHERE));
      case LOCAL_DATE_TIME ->
          statement.setObject(number, LocalDateTime.ofInstant((Instant) value, ZoneOffset.UTC));
      case SET_NULL -> statement.setNull(number, Types.VARCHAR);
    }
  }

  /** The value as the statement's text would give it. */
  Node literal() {
    return new Node.Literal(type, value, false);
  }

  private String text() {
    return value == null ? null : value.toString();
  }

  @Override
  public String toString() {
    return form + " " + Notation.of(type, value);
  }
}
