package io.workspacesql.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.OffsetTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The getters of a result by the type of the column: tables B-1, B-3 and B-6 of JDBC 4.3. */
final class ReadingTableTests {

  /** B-6: see {@link ConversionTable} for the marks. */
  private static final ConversionTable GETTERS =
      ConversionTable.parse(
          """
          getter                TINYINT SMALLINT INTEGER BIGINT REAL FLOAT DOUBLE DECIMAL BOOLEAN VARCHAR VARBINARY DATE TIME TIMESTAMP
          getByte                  x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getShort                 x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getInt                   x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getLong                  x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getFloat                 x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getDouble                x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getBigDecimal            x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getBoolean               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          getString                x        x       x       x     x    x     x       x       x       x        x       x    x      x
          getNString               x        x       x       x     x    x     x       x       x       x        x       x    x      x
          getBytes                 .        .       .       .     .    .     .       .       .       +        x       .    .      .
          getDate                  .        .       .       .     .    .     .       .       .       x        .       x    .      x
          getTime                  .        .       .       .     .    .     .       .       .       x        .       .    x      x
          getTimestamp             .        .       .       .     .    .     .       .       .       x        .       x    x      x
          getAsciiStream           +        +       +       +     +    +     +       +       +       x        x       +    +      +
          getBinaryStream          .        .       .       .     .    .     .       .       .       +        x       .    .      .
          getCharacterStream       +        +       +       +     +    +     +       +       +       x        x       +    +      +
          getNCharacterStream      +        +       +       +     +    +     +       +       +       x        x       +    +      +
          getClob                  +        +       +       +     +    +     +       +       +       +        +       +    +      +
          getNClob                 +        +       +       +     +    +     +       +       +       +        +       +    +      +
          getBlob                  !        !       !       !     !    !     !       !       !       !        !       !    !      !
          getArray                 !        !       !       !     !    !     !       !       !       !        !       !    !      !
          getRef                   !        !       !       !     !    !     !       !       !       !        !       !    !      !
          getRowId                 !        !       !       !     !    !     !       !       !       !        !       !    !      !
          getSQLXML                !        !       !       !     !    !     !       !       !       !        !       !    !      !
          getURL                   !        !       !       !     !    !     !       !       !       !        !       !    !      !
          """);

  /** B-3 and the classes of java.time, by {@code getObject(column, Class)}. */
  private static final ConversionTable CLASSES =
      ConversionTable.parse(
          """
          class           TINYINT SMALLINT INTEGER BIGINT REAL FLOAT DOUBLE DECIMAL BOOLEAN VARCHAR VARBINARY DATE TIME TIMESTAMP
          Byte               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Short              x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Integer            x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Long               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Float              x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Double             x        x       x       x     x    x     x       x       x       x        .       .    .      .
          BigDecimal         x        x       x       x     x    x     x       x       x       x        .       .    .      .
          BigInteger         +        +       +       x     +    +     +       +       +       +        .       .    .      .
          Boolean            x        x       x       x     x    x     x       x       x       x        .       .    .      .
          String             x        x       x       x     x    x     x       x       x       x        x       x    x      x
          byte[]             .        .       .       .     .    .     .       .       .       +        x       .    .      .
          sql.Date           .        .       .       .     .    .     .       .       .       x        .       x    .      x
          sql.Time           .        .       .       .     .    .     .       .       .       x        .       .    x      x
          Timestamp          .        .       .       .     .    .     .       .       .       x        .       x    x      x
          util.Date          .        .       .       .     .    .     .       .       .       x        .       x    .      x
          LocalDate          .        .       .       .     .    .     .       .       .       x        .       x    .      x
          LocalTime          .        .       .       .     .    .     .       .       .       x        .       .    x      x
          LocalDateTime      .        .       .       .     .    .     .       .       .       x        .       x    .      x
          OffsetDateTime     .        .       .       .     .    .     .       .       .       x        .       x    .      x
          ZonedDateTime      .        .       .       .     .    .     .       .       .       +        .       +    .      +
          Instant            .        .       .       .     .    .     .       .       .       +        .       +    .      +
          UUID               .        .       .       .     .    .     .       .       .       +        .       .    .      .
          OffsetTime         .        .       .       .     .    .     .       .       .       .        .       .    .      .
          URL                .        .       .       .     .    .     .       .       .       .        .       .    .      .
          """);

  private static final Map<String, Class<?>> CLASS_OF =
      Map.ofEntries(
          entry("String", String.class),
          entry("Boolean", Boolean.class),
          entry("Byte", Byte.class),
          entry("Short", Short.class),
          entry("Integer", Integer.class),
          entry("Long", Long.class),
          entry("Float", Float.class),
          entry("Double", Double.class),
          entry("BigDecimal", BigDecimal.class),
          entry("BigInteger", BigInteger.class),
          entry("byte[]", byte[].class),
          entry("sql.Date", Date.class),
          entry("sql.Time", Time.class),
          entry("Timestamp", Timestamp.class),
          entry("util.Date", java.util.Date.class),
          entry("LocalDate", LocalDate.class),
          entry("LocalTime", LocalTime.class),
          entry("LocalDateTime", LocalDateTime.class),
          entry("OffsetTime", OffsetTime.class),
          entry("OffsetDateTime", OffsetDateTime.class),
          entry("ZonedDateTime", ZonedDateTime.class),
          entry("Instant", Instant.class),
          entry("UUID", UUID.class),
          entry("URL", java.net.URL.class));

  @FunctionalInterface
  private interface Getter {
    Object get(ResultSet row) throws SQLException, IOException;
  }

  /** The getter, and the class in which {@link SampleValue} knows what it returns. */
  private record Read(String javaClass, Getter getter) {}

  private static final Map<String, Read> READS =
      Map.ofEntries(
          entry("getByte", new Read("Byte", row -> row.getByte(1))),
          entry("getShort", new Read("Short", row -> row.getShort(1))),
          entry("getInt", new Read("Integer", row -> row.getInt(1))),
          entry("getLong", new Read("Long", row -> row.getLong(1))),
          entry("getFloat", new Read("Float", row -> row.getFloat(1))),
          entry("getDouble", new Read("Double", row -> row.getDouble(1))),
          entry("getBigDecimal", new Read("BigDecimal", row -> row.getBigDecimal(1))),
          entry("getBoolean", new Read("Boolean", row -> row.getBoolean(1))),
          entry("getString", new Read("String", row -> row.getString(1))),
          entry("getNString", new Read("String", row -> row.getNString(1))),
          entry("getBytes", new Read("byte[]", row -> row.getBytes(1))),
          entry("getDate", new Read("sql.Date", row -> row.getDate(1))),
          entry("getTime", new Read("sql.Time", row -> row.getTime(1))),
          entry("getTimestamp", new Read("Timestamp", row -> row.getTimestamp(1))),
          entry("getAsciiStream", new Read("String", row -> text(row.getAsciiStream(1)))),
          entry(
              "getBinaryStream", new Read("byte[]", row -> row.getBinaryStream(1).readAllBytes())),
          entry("getCharacterStream", new Read("String", row -> text(row.getCharacterStream(1)))),
          entry("getNCharacterStream", new Read("String", row -> text(row.getNCharacterStream(1)))),
          entry("getClob", new Read("String", row -> text(row.getClob(1)))),
          entry("getNClob", new Read("String", row -> text(row.getNClob(1)))),
          entry("getBlob", new Read("none", row -> row.getBlob(1))),
          entry("getArray", new Read("none", row -> row.getArray(1))),
          entry("getRef", new Read("none", row -> row.getRef(1))),
          entry("getRowId", new Read("none", row -> row.getRowId(1))),
          entry("getSQLXML", new Read("none", row -> row.getSQLXML(1))),
          entry("getURL", new Read("none", row -> row.getURL(1))));

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:reading-table?workspaces=1");
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  static Stream<ConversionTable.Row> getters() {
    return GETTERS.rows().stream();
  }

  static Stream<ConversionTable.Row> classes() {
    return CLASSES.rows().stream();
  }

  static List<String> types() {
    return GETTERS.columns();
  }

  @ParameterizedTest
  @MethodSource("getters")
  void a_getter_reads_the_types_of_its_row(ConversionTable.Row getter) throws Exception {
    assertThat(outcomes(READS.get(getter.name()))).isEqualTo(getter.outcomes());
  }

  @ParameterizedTest
  @MethodSource("classes")
  void an_object_of_a_class_reads_the_types_of_its_row(ConversionTable.Row row) throws Exception {
    Class<?> wanted = CLASS_OF.get(row.name());
    Read read = new Read(row.name(), result -> result.getObject(1, wanted));
    assertThat(outcomes(read)).isEqualTo(row.outcomes());
  }

  /** B-1 and B-3: the class is the one that the metadata names. */
  @ParameterizedTest
  @MethodSource("types")
  void an_object_is_of_the_class_that_the_metadata_names(String type) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + SampleValue.sql(type))) {
      rows.next();
      Object object = rows.getObject(1);
      assertThat(object.getClass().getName()).isEqualTo(rows.getMetaData().getColumnClassName(1));
      assertThat(rows.getObject(1, Object.class)).isEqualTo(object);
    }
  }

  @Test
  void a_class_that_no_value_can_have_is_refused_for_null_too() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CAST(NULL AS VARCHAR)")) {
      rows.next();
      assertThatThrownBy(() -> rows.getObject(1, Thread.class))
          .isInstanceOf(SQLDataException.class);
      assertThatThrownBy(() -> rows.getObject(1, (Class<?>) null))
          .isInstanceOf(SQLDataException.class);
    }
  }

  /** Rounding 1e999999999 to two digits would take a gigabyte. */
  @Test
  @SuppressWarnings("deprecation") // the method under test
  void a_number_of_too_many_digits_is_not_rounded() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT '1e999999999', '1e-999999999', '2.345'")) {
      rows.next();
      assertThatThrownBy(() -> rows.getBigDecimal(1, 2)).isInstanceOf(SQLDataException.class);
      assertThatThrownBy(() -> rows.getBigDecimal(2, 2)).isInstanceOf(SQLDataException.class);
      assertThat(rows.getBigDecimal(3, 2)).isEqualTo(new BigDecimal("2.35"));
    }
  }

  @ParameterizedTest
  @MethodSource("types")
  void null_of_every_type_is_null_zero_or_false(String type) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT CAST(NULL AS " + type + ")")) {
      rows.next();
      for (Class<?> wanted : CLASS_OF.values()) {
        if (wanted != OffsetTime.class && wanted != java.net.URL.class) {
          assertThat((Object) rows.getObject(1, wanted)).isNull();
        }
      }
      assertThat(rows.getLong(1)).isZero();
      assertThat(rows.getBoolean(1)).isFalse();
      assertThat(rows.getClob(1)).isNull();
      assertThat(rows.wasNull()).isTrue();
    }
  }

  private static String outcomes(Read read) throws Exception {
    List<String> outcomes = new ArrayList<>();
    for (String type : types()) {
      outcomes.add(outcome(read, type));
    }
    return String.join(" ", outcomes);
  }

  private static String outcome(Read read, String type) throws Exception {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery("SELECT " + expression(read, type))) {
      rows.next();
      Object value = read.getter.get(rows);
      Object expected = expected(read, type);
      boolean equal = Objects.deepEquals(value, expected);
      return equal ? "x" : type + " read as " + shown(value) + " not " + shown(expected);
    } catch (SQLFeatureNotSupportedException e) {
      return e.getSQLState().equals("0A000") ? "!" : e.getSQLState();
    } catch (SQLDataException e) {
      return e.getSQLState().equals("22018") ? "." : e.getSQLState();
    }
  }

  /** Text is of the form that the reader needs, so that the type alone can be the obstacle. */
  private static String expression(Read read, String type) {
    return type.equals("VARCHAR") ? "'" + textFor(read) + "'" : SampleValue.sql(type);
  }

  private static String textFor(Read read) {
    String text = SampleValue.textOf(read.javaClass);
    return text.contains(":") || text.contains("-") && !read.javaClass.equals("UUID")
        ? SampleValue.TIMESTAMP_TEXT
        : text;
  }

  private static Object expected(Read read, String type) {
    boolean isText = type.equals("VARCHAR") && read.javaClass.equals("String");
    return isText ? textFor(read) : SampleValue.read(read.javaClass, type);
  }

  private static String shown(Object value) {
    return value instanceof byte[] bytes ? Arrays.toString(bytes) : String.valueOf(value);
  }

  private static String text(InputStream stream) throws IOException {
    return new String(stream.readAllBytes(), StandardCharsets.US_ASCII);
  }

  private static String text(Reader reader) throws IOException {
    StringWriter text = new StringWriter();
    reader.transferTo(text);
    return text.toString();
  }

  private static String text(Clob clob) throws SQLException {
    return clob.getSubString(1, (int) clob.length());
  }
}
