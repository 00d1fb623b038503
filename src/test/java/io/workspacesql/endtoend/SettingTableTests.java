package io.workspacesql.endtoend;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.JDBCType;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.rowset.serial.SerialBlob;
import javax.sql.rowset.serial.SerialClob;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What can be set for a parameter: tables B-2, B-4 and B-5 of JDBC 4.3. What was set is what comes
 * back.
 */
final class SettingTableTests {

  /** B-2, for parameters of every type: see {@link ConversionTable} for the marks. */
  private static final ConversionTable SETTERS =
      ConversionTable.parse(
          """
          setter               TINYINT SMALLINT INTEGER BIGINT REAL FLOAT DOUBLE DECIMAL BOOLEAN VARCHAR VARBINARY DATE TIME TIMESTAMP
          setByte                 x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setShort                x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setInt                  x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setLong                 x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setFloat                x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setDouble               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setBigDecimal           x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setBoolean              x        x       x       x     x    x     x       x       x       x        .       .    .      .
          setString               x        x       x       x     x    x     x       x       x       x        x       x    x      x
          setNString              x        x       x       x     x    x     x       x       x       x        x       x    x      x
          setBytes                .        .       .       .     .    .     .       .       .       .        x       .    .      .
          setDate                 .        .       .       .     .    .     .       .       .       x        .       x    .      x
          setTime                 .        .       .       .     .    .     .       .       .       x        .       .    x      .
          setTimestamp            .        .       .       .     .    .     .       .       .       x        .       x    x      x
          setAsciiStream          +        +       +       +     +    +     +       +       +       x        x       +    +      +
          setCharacterStream      +        +       +       +     +    +     +       +       +       x        x       +    +      +
          setNCharacterStream     +        +       +       +     +    +     +       +       +       x        x       +    +      +
          setClob                 +        +       +       +     +    +     +       +       +       +        +       +    +      +
          setNClob                +        +       +       +     +    +     +       +       +       +        +       +    +      +
          setBinaryStream         .        .       .       .     .    .     .       .       .       .        x       .    .      .
          setBlob                 .        .       .       .     .    .     .       .       .       .        +       .    .      .
          setArray                !        !       !       !     !    !     !       !       !       !        !       !    !      !
          setRef                  !        !       !       !     !    !     !       !       !       !        !       !    !      !
          setRowId                !        !       !       !     !    !     !       !       !       !        !       !    !      !
          setSQLXML               !        !       !       !     !    !     !       !       !       !        !       !    !      !
          """);

  /** B-4: the class of an object alone says what it is. */
  private static final ConversionTable OBJECTS =
      ConversionTable.parse(
          """
          class           TINYINT SMALLINT INTEGER BIGINT REAL FLOAT DOUBLE DECIMAL BOOLEAN VARCHAR VARBINARY DATE TIME TIMESTAMP
          String             x        x       x       x     x    x     x       x       x       x        x       x    x      x
          Boolean            x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Byte               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Short              x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Integer            x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Long               x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Float              x        x       x       x     x    x     x       x       x       x        .       .    .      .
          Double             x        x       x       x     x    x     x       x       x       x        .       .    .      .
          BigDecimal         x        x       x       x     x    x     x       x       x       x        .       .    .      .
          BigInteger         +        +       +       x     +    +     +       +       +       x        .       .    .      .
          Character          +        +       +       +     +    +     +       +       +       +        +       .    .      .
          byte[]             .        .       .       .     .    .     .       .       .       .        x       .    .      .
          sql.Date           .        .       .       .     .    .     .       .       .       x        .       x    .      x
          sql.Time           .        .       .       .     .    .     .       .       .       x        .       .    x      .
          Timestamp          .        .       .       .     .    .     .       .       .       x        .       x    x      x
          util.Date          .        .       .       .     .    .     .       .       .       x        .       x    x      x
          Calendar           .        .       .       .     .    .     .       .       .       x        .       x    x      x
          LocalDate          .        .       .       .     .    .     .       .       .       x        .       x    .      +
          LocalTime          .        .       .       .     .    .     .       .       .       x        .       .    x      .
          LocalDateTime      .        .       .       .     .    .     .       .       .       x        .       x    x      x
          OffsetTime         .        .       .       .     .    .     .       .       .       x        +       .    .      .
          OffsetDateTime     .        .       .       .     .    .     .       .       .       x        .       +    +      +
          ZonedDateTime      .        .       .       .     .    .     .       .       .       +        .       +    +      +
          Instant            .        .       .       .     .    .     .       .       .       +        .       +    +      +
          UUID               .        .       .       .     .    .     .       .       .       +        +       .    .      .
          URL                .        .       .       .     .    .     .       .       .       x        +       .    .      .
          """);

  /** B-5: into the named type, then out again as text (as bytes for BINARY and its like). */
  private static final ConversionTable TARGETS =
      ConversionTable.parse(
          """
          class           TINYINT SMALLINT INTEGER BIGINT REAL FLOAT DOUBLE DECIMAL NUMERIC BIT BOOLEAN CHAR VARCHAR LONGVARCHAR NCHAR NVARCHAR LONGNVARCHAR BINARY VARBINARY LONGVARBINARY DATE TIME TIMESTAMP TIMESTAMP_WITH_TIMEZONE CLOB NCLOB BLOB
          String             x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          x       x           x        x    x      x              x            +     +    +
          Boolean            x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Byte               x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Short              x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Integer            x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Long               x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Float              x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          Double             x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          BigDecimal         x        x       x       x     x    x     x       x       x     x     x     x      x         x        x      x          x          .       .           .        .    .      .              .            +     +    .
          BigInteger         +        +       +       x     +    +     +       +       +     +     +     x      x         x        +      +          +          .       .           .        .    .      .              .            +     +    .
          Character          +        +       +       +     +    +     +       +       +     +     +     +      +         +        +      +          +          +       +           +        .    .      .              .            +     +    +
          byte[]             .        .       .       .     .    .     .       .       .     .     .     .      .         .        .      .          .          x       x           x        .    .      .              .            .     .    +
          sql.Date           .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    .      x              +            +     +    .
          sql.Time           .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        .    x      .              .            +     +    .
          Timestamp          .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    x      x              +            +     +    .
          util.Date          .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    x      x              +            +     +    .
          Calendar           .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    x      x              +            +     +    .
          LocalDate          .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    .      +              +            +     +    .
          LocalTime          .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        .    x      .              .            +     +    .
          LocalDateTime      .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        x    x      x              +            +     +    .
          OffsetTime         .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          +       +           +        .    .      .              .            +     +    +
          OffsetDateTime     .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          .       .           .        +    +      +              x            +     +    .
          ZonedDateTime      .        .       .       .     .    .     .       .       .     .     .     +      +         +        +      +          +          .       .           .        +    +      +              +            +     +    .
          Instant            .        .       .       .     .    .     .       .       .     .     .     +      +         +        +      +          +          .       .           .        +    +      +              +            +     +    .
          UUID               .        .       .       .     .    .     .       .       .     .     .     +      +         +        +      +          +          +       +           +        .    .      .              .            +     +    +
          URL                .        .       .       .     .    .     .       .       .     .     .     x      x         x        +      +          +          +       +           +        .    .      .              .            +     +    +
          """);

  @FunctionalInterface
  private interface Setting {
    void set(PreparedStatement statement) throws SQLException;
  }

  @FunctionalInterface
  private interface Setter {
    /**
     * @param text what text is to say, so that the type alone can be the obstacle
     */
    void set(PreparedStatement statement, String text) throws SQLException;
  }

  /** The setter, and the class in which {@link SampleValue} knows what it sets. */
  private record Written(String javaClass, Setter setter) {}

  private static final Map<String, Written> WRITES =
      Map.ofEntries(
          entry("setByte", new Written("Byte", (s, text) -> s.setByte(1, (byte) 1))),
          entry("setShort", new Written("Short", (s, text) -> s.setShort(1, (short) 1))),
          entry("setInt", new Written("Integer", (s, text) -> s.setInt(1, 1))),
          entry("setLong", new Written("Long", (s, text) -> s.setLong(1, 1))),
          entry("setFloat", new Written("Float", (s, text) -> s.setFloat(1, 1))),
          entry("setDouble", new Written("Double", (s, text) -> s.setDouble(1, 1))),
          entry(
              "setBigDecimal",
              new Written("BigDecimal", (s, text) -> s.setBigDecimal(1, BigDecimal.ONE))),
          entry("setBoolean", new Written("Boolean", (s, text) -> s.setBoolean(1, true))),
          entry("setString", new Written("String", (s, text) -> s.setString(1, text))),
          entry("setNString", new Written("String", (s, text) -> s.setNString(1, text))),
          entry("setBytes", new Written("byte[]", (s, text) -> s.setBytes(1, new byte[] {1}))),
          entry(
              "setDate",
              new Written("sql.Date", (s, text) -> s.setDate(1, (Date) java("sql.Date")))),
          entry(
              "setTime",
              new Written("sql.Time", (s, text) -> s.setTime(1, (Time) java("sql.Time")))),
          entry(
              "setTimestamp",
              new Written(
                  "Timestamp", (s, text) -> s.setTimestamp(1, (Timestamp) java("Timestamp")))),
          entry(
              "setAsciiStream",
              new Written("String", (s, text) -> s.setAsciiStream(1, stream(text)))),
          entry(
              "setCharacterStream",
              new Written("String", (s, text) -> s.setCharacterStream(1, reader(text)))),
          entry(
              "setNCharacterStream",
              new Written("String", (s, text) -> s.setNCharacterStream(1, reader(text)))),
          entry("setClob", new Written("String", (s, text) -> s.setClob(1, reader(text)))),
          entry("setNClob", new Written("String", (s, text) -> s.setNClob(1, reader(text)))),
          entry(
              "setBinaryStream",
              new Written("byte[]", (s, text) -> s.setBinaryStream(1, stream("\u0001")))),
          entry("setBlob", new Written("byte[]", (s, text) -> s.setBlob(1, stream("\u0001")))),
          entry("setArray", new Written("none", (s, text) -> s.setArray(1, null))),
          entry("setRef", new Written("none", (s, text) -> s.setRef(1, null))),
          entry("setRowId", new Written("none", (s, text) -> s.setRowId(1, null))),
          entry("setSQLXML", new Written("none", (s, text) -> s.setSQLXML(1, null))));

  private static Connection connection;

  @BeforeAll
  static void connect() throws SQLException {
    connection = DriverManager.getConnection("jdbc:airbyte:demo:setting-table?workspaces=1");
  }

  @AfterAll
  static void disconnect() throws SQLException {
    connection.close();
  }

  static Stream<ConversionTable.Row> setters() {
    return SETTERS.rows().stream();
  }

  static Stream<ConversionTable.Row> objects() {
    return OBJECTS.rows().stream();
  }

  static Stream<ConversionTable.Row> targets() {
    return TARGETS.rows().stream();
  }

  static List<String> types() {
    return SETTERS.columns();
  }

  @ParameterizedTest
  @MethodSource("setters")
  void a_setter_sets_the_types_of_its_row(ConversionTable.Row row) throws SQLException {
    Written written = WRITES.get(row.name());
    List<String> outcomes = new ArrayList<>();
    for (String type : types()) {
      Setting setting = statement -> written.setter.set(statement, text(type));
      outcomes.add(outcome(type, setting, expected(written.javaClass, type), type));
    }
    assertThat(String.join(" ", outcomes)).isEqualTo(row.outcomes());
  }

  @ParameterizedTest
  @MethodSource("objects")
  void an_object_sets_the_types_of_its_row(ConversionTable.Row row) throws SQLException {
    List<String> outcomes = new ArrayList<>();
    for (String type : types()) {
      Setting setting = statement -> statement.setObject(1, object(row.name(), type));
      outcomes.add(outcome(type, setting, expected(row.name(), type), type));
    }
    assertThat(String.join(" ", outcomes)).isEqualTo(row.outcomes());
  }

  @ParameterizedTest
  @MethodSource("targets")
  void an_object_becomes_the_types_of_its_row(ConversionTable.Row row) throws SQLException {
    List<String> outcomes = new ArrayList<>();
    for (String target : TARGETS.columns()) {
      JDBCType code = JDBCType.valueOf(target);
      String type = driversTypeOf(target);
      Setting setting = statement -> statement.setObject(1, object(row.name(), type), code);
      String parameter = type.equals("VARBINARY") ? type : "VARCHAR";
      outcomes.add(outcome(parameter, setting, expected(row.name(), type), target));
    }
    assertThat(String.join(" ", outcomes)).isEqualTo(row.outcomes());
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "ARRAY",
        "DATALINK",
        "DISTINCT",
        "REF",
        "REF_CURSOR",
        "ROWID",
        "SQLXML",
        "STRUCT",
        "TIME_WITH_TIMEZONE"
      })
  void a_type_that_the_driver_does_not_have_is_no_target(JDBCType target) throws SQLException {
    Setting setting = statement -> statement.setObject(1, "1", target);
    assertThat(outcome("VARCHAR", setting, "1", "1")).isEqualTo("!");
  }

  @ParameterizedTest
  @EnumSource(JDBCType.class)
  void null_of_any_type_is_null_for_a_parameter_of_any_type(JDBCType given) throws SQLException {
    for (String type : types()) {
      try (PreparedStatement statement = prepare(type)) {
        statement.setNull(1, given.getVendorTypeNumber());
        assertThat(only(statement)).isNull();
        statement.setNull(1, given.getVendorTypeNumber(), "a name");
        assertThat(only(statement)).isNull();
        statement.setObject(1, null, given);
        assertThat(only(statement)).isNull();
      }
    }
  }

  static Stream<Object> extremes() {
    Calendar impossible = Calendar.getInstance(Locale.ROOT);
    impossible.setLenient(false);
    impossible.set(2024, Calendar.FEBRUARY, 31);
    return Stream.of(
        new Date(Long.MAX_VALUE),
        new Date(Long.MIN_VALUE),
        new Time(Long.MAX_VALUE),
        new Timestamp(Long.MAX_VALUE),
        new Timestamp(Long.MIN_VALUE),
        new java.util.Date(Long.MIN_VALUE),
        impossible,
        LocalDate.MAX,
        LocalDateTime.MIN,
        OffsetDateTime.MAX,
        Instant.MAX,
        Double.NaN,
        Float.NEGATIVE_INFINITY,
        Long.MIN_VALUE,
        new BigDecimal("1e999999999"),
        new BigDecimal("1e-999999999"),
        "",
        "\u0000",
        "\ud800",
        new Object());
  }

  @ParameterizedTest
  @MethodSource("extremes")
  void an_extreme_value_is_set_or_refused_as_a_value(Object extreme) throws SQLException {
    for (String type : types()) {
      try (PreparedStatement statement = prepare(type)) {
        statement.setObject(1, extreme);
        assertThat(only(statement)).as(type).isNotNull();
      } catch (SQLException e) {
        assertThat(e.getSQLState()).as("%s: %s", type, e).startsWith("22");
      }
    }
  }

  @Test
  void a_decimal_is_rounded_to_the_scale_that_is_named() throws SQLException {
    try (PreparedStatement statement = prepare("VARCHAR")) {
      statement.setObject(1, "2.345", Types.DECIMAL, 2);
      assertThat(only(statement)).isEqualTo("2.35");
      statement.setObject(1, 7, JDBCType.NUMERIC, 1);
      assertThat(only(statement)).isEqualTo("7.0");
      statement.setObject(1, "2.345", Types.VARCHAR, 2);
      assertThat(only(statement)).isEqualTo("2.345");
      assertThatThrownBy(() -> statement.setObject(1, 7, Types.DECIMAL, Integer.MAX_VALUE))
          .isInstanceOf(SQLDataException.class);
    }
  }

  @Test
  void what_holds_large_values_is_set_as_an_object_too() throws SQLException {
    try (PreparedStatement statement = prepare("VARCHAR")) {
      statement.setObject(1, reader("abc"));
      assertThat(only(statement)).isEqualTo("abc");
      statement.setObject(1, reader("abc"), Types.LONGVARCHAR, 2);
      assertThat(only(statement)).isEqualTo("ab");
      statement.setObject(1, new SerialClob("abc".toCharArray()), Types.CLOB);
      assertThat(only(statement)).isEqualTo("abc");
    }
    try (PreparedStatement statement = prepare("VARBINARY")) {
      statement.setObject(1, stream("abc"), Types.BINARY, 1);
      assertThat(only(statement)).isEqualTo("61");
      statement.setObject(1, new SerialBlob(new byte[] {7}), Types.BLOB);
      assertThat(only(statement)).isEqualTo("07");
    }
  }

  /** 22018 is a value of the wrong kind, 22007 text that is no date: {@code .} for both. */
  private static String outcome(String parameter, Setting setting, String expected, String named)
      throws SQLException {
    try (PreparedStatement statement = prepare(parameter)) {
      setting.set(statement);
      String value = only(statement);
      return value.equals(expected) ? "x" : named + " came as " + value + " not " + expected;
    } catch (SQLFeatureNotSupportedException e) {
      return e.getSQLState().equals("0A000") ? "!" : e.getSQLState();
    } catch (SQLDataException e) {
      return List.of("22018", "22007").contains(e.getSQLState()) ? "." : e.getSQLState();
    }
  }

  private static PreparedStatement prepare(String type) throws SQLException {
    return connection.prepareStatement("SELECT CAST(? AS " + type + ")");
  }

  private static String only(PreparedStatement statement) throws SQLException {
    try (ResultSet rows = statement.executeQuery()) {
      rows.next();
      return rows.getString(1);
    }
  }

  private static String driversTypeOf(String target) {
    return switch (target) {
      case "NUMERIC" -> "DECIMAL";
      case "BIT" -> "BOOLEAN";
      case "CHAR", "LONGVARCHAR", "NCHAR", "NVARCHAR", "LONGNVARCHAR", "CLOB", "NCLOB" -> "VARCHAR";
      case "BINARY", "LONGVARBINARY", "BLOB" -> "VARBINARY";
      case "TIMESTAMP_WITH_TIMEZONE" -> "TIMESTAMP";
      default -> target;
    };
  }

  private static Object object(String javaClass, String type) {
    return javaClass.equals("String") ? text(type) : java(javaClass);
  }

  private static Object java(String javaClass) {
    return SampleValue.IN_JAVA.get(javaClass);
  }

  /** Text that can be read as this type. */
  private static String text(String type) {
    return type.equals("VARBINARY") ? "1" : SampleValue.text(type);
  }

  /** What a parameter of this type is, as text, once it was set from this class. */
  private static String expected(String javaClass, String type) {
    return switch (type) {
      case "VARCHAR" -> SampleValue.textOf(javaClass);
      case "VARBINARY" -> javaClass.equals("byte[]") ? "01" : hex(SampleValue.textOf(javaClass));
      case "DECIMAL" -> List.of("Float", "Double").contains(javaClass) ? "1.0" : "1";
      case "TIMESTAMP" ->
          List.of("sql.Date", "LocalDate").contains(javaClass)
              ? "2024-01-31 00:00:00.000000"
              : SampleValue.TIMESTAMP_TEXT;
      default -> SampleValue.text(type);
    };
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }

  private static InputStream stream(String text) {
    return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static Reader reader(String text) {
    return new StringReader(text);
  }
}
