package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ParameterMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
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
        DatabaseMetaData.class);
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
    ResultSet rows = connection.createStatement().executeQuery("Q");
    rows.next();
    return surface == ResultSet.class ? rows : rows.getMetaData();
  }

  @ParameterizedTest
  @MethodSource("surfaces")
  void nothing_but_an_sql_exception_comes_out(Class<?> surface) throws Exception {
    for (int number : new int[] {0, 1, 2, -1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      for (Method method : surface.getMethods()) {
        try (Connection connection = backend().connection()) {
          Object failure = failure(method, open(surface, connection), number);
          assertThat(failure).as("%s with %s", method, number).isIn("none", "SQLException");
        }
      }
    }
  }

  private static Object failure(Method method, Object target, int number) throws Exception {
    try {
      method.invoke(target, arguments(method, number));
      return "none";
    } catch (InvocationTargetException e) {
      return e.getCause() instanceof SQLException ? "SQLException" : e.getCause();
    }
  }

  private static Object[] arguments(Method method, int number) {
    List<Object> arguments = new ArrayList<>();
    for (Class<?> type : method.getParameterTypes()) {
      arguments.add(argument(type, number));
    }
    return arguments.toArray();
  }

  private static Object argument(Class<?> type, int number) {
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
    if (type == double.class) {
      return (double) number;
    }
    return type == boolean.class ? number > 0 : null;
  }

  static Stream<Class<?>> closeables() {
    return Stream.of(Connection.class, Statement.class, PreparedStatement.class, ResultSet.class);
  }

  @ParameterizedTest
  @MethodSource("closeables")
  void what_is_closed_refuses_every_method(Class<?> surface) throws Exception {
    for (Method method : surface.getMethods()) {
      if (!STILL_ANSWERING.contains(method.getName())) {
        Object target = open(surface, backend().connection());
        ((AutoCloseable) target).close();
        assertThat(failure(method, target, 1)).as("%s", method).isEqualTo("SQLException");
      }
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
