package io.workspacesql.jdbc;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.math.BigDecimal;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.Date;
import java.sql.JDBCType;
import java.sql.NClob;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLClientInfoException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLType;
import java.sql.Statement;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every method of every interface, with the arguments that break careless code. */
class SurfaceTests {
  private static final Set<String> STILL_ANSWERING =
      Set.of(
          "close",
          "isClosed",
          "abort",
          "isValid",
          "unwrap",
          "isWrapperFor",
          "beginRequest",
          "endRequest",
          "getType",
          "getConcurrency");

  private static FakeBackend backend() {
    FakeBackend backend = new FakeBackend();
    backend.plan("Q", FakePlan.query(JDBCType.VARCHAR, JDBCType.TIMESTAMP).row("x", 1L));
    backend.plan("P", FakePlan.asking(JDBCType.VARCHAR));
    return backend;
  }

  static Stream<Class<?>> surfaces() {
    return Stream.of(
        Connection.class,
        Statement.class,
        PreparedStatement.class,
        ResultSet.class,
        ResultSetMetaData.class,
        ParameterMetaData.class,
        DatabaseMetaData.class,
        Clob.class);
  }

  private static Object open(Class<?> surface, Connection connection) throws SQLException {
    if (surface == Connection.class) {
      return connection;
    }
    if (surface == Statement.class) {
      return connection.createStatement();
    }
    if (surface == PreparedStatement.class) {
      return connection.prepareStatement("P");
    }
    if (surface == ParameterMetaData.class) {
      return connection.prepareStatement("P").getParameterMetaData();
    }
    if (surface == DatabaseMetaData.class) {
      return connection.getMetaData();
    }
    if (surface == Clob.class) {
      return new TextClob("some text");
    }
    ResultSet rows = connection.createStatement().executeQuery("Q");
    rows.next();
    return surface == ResultSet.class ? rows : rows.getMetaData();
  }

  /** Numbers and, with each, what is given where an object is wanted. */
  enum Given {
    NOTHING,
    EMPTY,
    SENSIBLE,
    GARBAGE;

    private static final String NO_TEXT = "\ud800\u0000%_\\'\";--";

    Object object(Class<?> type) {
      if (this == NOTHING) {
        return null;
      }
      if (type == String.class || type == Object.class) {
        return this == EMPTY ? "" : this == SENSIBLE ? "P" : NO_TEXT;
      }
      if (type == String[].class || type == Object[].class) {
        return this == EMPTY ? new String[0] : new String[] {this == SENSIBLE ? "id" : null};
      }
      if (type == int[].class) {
        return this == EMPTY ? new int[0] : new int[] {this == SENSIBLE ? 1 : -1};
      }
      return this == EMPTY ? null : sample(type);
    }
  }

  /** One of each class that a method of the surfaces wants; streams are read once only. */
  private static Object sample(Class<?> type) {
    if (type == InputStream.class) {
      return new ByteArrayInputStream(new byte[] {1});
    }
    return type == Reader.class ? new StringReader("x") : SAMPLES.get(type);
  }

  private static final Map<Class<?>, Object> SAMPLES =
      Map.ofEntries(
          entry(Class.class, Thread.class),
          entry(Map.class, Map.of("type", String.class)),
          entry(Properties.class, new Properties()),
          entry(Executor.class, (Executor) Runnable::run),
          entry(Calendar.class, new GregorianCalendar(Locale.ROOT)),
          entry(BigDecimal.class, new BigDecimal("1e999999999")),
          entry(Date.class, new Date(Long.MAX_VALUE)),
          entry(Time.class, new Time(Long.MIN_VALUE)),
          entry(Timestamp.class, new Timestamp(Long.MAX_VALUE)),
          entry(Clob.class, new TextClob("text")),
          entry(NClob.class, new TextClob("text")),
          entry(SQLType.class, JDBCType.ARRAY),
          entry(byte[].class, new byte[] {1}));

  static Stream<Arguments> surfacesAndArguments() {
    return surfaces().flatMap(surface -> Stream.of(Given.values()).map(g -> arguments(surface, g)));
  }

  @ParameterizedTest
  @MethodSource("surfacesAndArguments")
  void nothing_but_an_sql_exception_comes_out(Class<?> surface, Given given) throws Exception {
    for (int number : new int[] {0, 1, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      for (Method method : surface.getMethods()) {
        try (Connection connection = backend().connection()) {
          Object target = open(surface, connection);
          Throwable failure = failure(method, target, values(method, given, number));
          assertThat(flaw(failure)).as("%s with %s, %s", method, given, number).isEmpty();
        }
      }
    }
  }

  private static Throwable failure(Method method, Object target, Object[] arguments)
      throws Exception {
    try {
      method.invoke(target, arguments);
      return null;
    } catch (InvocationTargetException e) {
      return e.getCause();
    }
  }

  /** What is wrong with an exception; empty when nothing is. */
  private static String flaw(Throwable thrown) {
    if (thrown == null) {
      return "";
    }
    if (!(thrown instanceof SQLException e)) {
      return "no SQLException: " + thrown;
    }
    String state = String.valueOf(e.getSQLState());
    if (state.length() != 5 || e.getErrorCode() == 0 || e.getMessage().isBlank()) {
      return "no state, code or message: " + e;
    }
    Class<?> expected = CLASS_OF_STATE.getOrDefault(state.substring(0, 2), SQLException.class);
    boolean isExpected = expected.isInstance(e) || e instanceof SQLClientInfoException;
    return isExpected && !state.equals("XX000") ? "" : state + " as " + e;
  }

  private static final Map<String, Class<?>> CLASS_OF_STATE =
      Map.of(
          "08", SQLNonTransientConnectionException.class,
          "0A", SQLFeatureNotSupportedException.class,
          "22", SQLDataException.class,
          "42", SQLSyntaxErrorException.class);

  private static Object[] values(Method method, Given given, int number) {
    return Stream.of(method.getParameterTypes())
        .map(type -> type.isPrimitive() ? primitive(type, number) : given.object(type))
        .toArray();
  }

  private static Object primitive(Class<?> type, int number) {
    if (type == int.class) {
      return number;
    }
    if (type == long.class) {
      return (long) number;
    }
    if (type == short.class) {
      return (short) number;
    }
    if (type == byte.class) {
      return (byte) number;
    }
    if (type == float.class) {
      return (float) number;
    }
    return type == double.class ? (Object) (double) number : number > 0;
  }

  /** What the driver does not have says so with one class and one SQLState. */
  @ParameterizedTest
  @MethodSource("surfaces")
  void what_is_not_supported_is_0A000(Class<?> surface) throws Exception {
    for (Method method : surface.getMethods()) {
      try (Connection connection = backend().connection()) {
        Throwable failure =
            failure(method, open(surface, connection), values(method, Given.SENSIBLE, 1));
        if (failure instanceof SQLFeatureNotSupportedException e) {
          assertThat(e.getSQLState()).as("%s", method).isEqualTo("0A000");
        }
      }
    }
  }

  static Stream<Class<?>> closeables() {
    return Stream.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);
  }

  @ParameterizedTest
  @MethodSource("closeables")
  void what_is_closed_refuses_every_method(Class<?> surface) throws Exception {
    String closed = surface == Connection.class ? "08003" : "55000";
    for (Method method : surface.getMethods()) {
      if (!STILL_ANSWERING.contains(method.getName())) {
        Object target = open(surface, backend().connection());
        ((AutoCloseable) target).close();
        Throwable failure = failure(method, target, values(method, Given.SENSIBLE, 1));
        assertThat(failure).as("%s", method).isInstanceOf(SQLException.class);
        String always = takesText(surface, method) ? "22023" : "0A000";
        assertThat(((SQLException) failure).getSQLState()).as("%s", method).isIn(closed, always);
      }
    }
  }

  /** A prepared statement refuses SQL text, open or closed. */
  private static boolean takesText(Class<?> surface, Method method) {
    return surface == PreparedStatement.class
        && method.getParameterCount() > 0
        && method.getParameterTypes()[0] == String.class;
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void what_a_closed_connection_made_fails_with_nothing_but_an_sql_exception(Class<?> surface)
      throws Exception {
    for (Method method : surface.getMethods()) {
      Connection connection = backend().connection();
      Object target = open(surface, connection);
      connection.close();
      Throwable failure = failure(method, target, values(method, Given.SENSIBLE, 1));
      assertThat(flaw(failure)).as("%s", method).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("closeables")
  void what_is_closed_may_be_closed_again(Class<?> surface) throws Exception {
    Object target = open(surface, backend().connection());
    ((AutoCloseable) target).close();
    ((AutoCloseable) target).close();
    assertThatThrownBy(() -> surface.getMethod("getWarnings").invoke(target))
        .hasCauseInstanceOf(SQLException.class);
  }
}
