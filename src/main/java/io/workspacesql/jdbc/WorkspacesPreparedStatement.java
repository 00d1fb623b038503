package io.workspacesql.jdbc;

import io.workspacesql.sql.PreparedPlan;
import io.workspacesql.sql.StatementKind;
import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Date;
import java.sql.ParameterMetaData;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Calendar;
import org.jspecify.annotations.Nullable;

/** A statement that was planned once, with nothing sent. Values are converted when they are set. */
final class WorkspacesPreparedStatement extends BatchingStatement
    implements StreamParameters, TextRefused {
  private final PreparedPlan plan;
  private final KeyRequest keys;
  private final ValueConversion conversion;
  private final Parameters parameters;

  WorkspacesPreparedStatement(
      WorkspacesConnection connection, ResultForm results, PreparedPlan plan, KeyRequest keys) {
    super(connection, results, true);
    this.plan = plan;
    this.keys = keys;
    this.conversion = connection.conversion();
    this.parameters = new Parameters(plan.parameters(), conversion);
  }

  @Override
  public ResultSet executeQuery() throws SQLException {
    checkQuery(plan);
    forgetPlanning();
    return runQuery(plan, parameters.values());
  }

  @Override
  public boolean execute() throws SQLException {
    checkOpen();
    forgetPlanning();
    return run(plan, parameters.values(), keys);
  }

  @Override
  public long executeLargeUpdate() throws SQLException {
    checkUpdate(plan);
    forgetPlanning();
    return runUpdate(plan, parameters.values(), keys);
  }

  @Override
  public int executeUpdate() throws SQLException {
    return Counts.asInt(executeLargeUpdate());
  }

  /** Refuses a query or a missing parameter at once; sends nothing. */
  @Override
  public void addBatch() throws SQLException {
    checkUpdate(plan);
    addToBatch(plan, parameters.values());
  }

  @Override
  KeyRequest batchKeys() {
    return keys;
  }

  /** The result's columns, before anything is sent; null when there will be no result. */
  @Override
  public @Nullable ResultSetMetaData getMetaData() throws SQLException {
    checkOpen();
    return plan.kind() == StatementKind.QUERY
        ? new WorkspacesResultSetMetaData(plan.columns())
        : null;
  }

  @Override
  public ParameterMetaData getParameterMetaData() throws SQLException {
    checkOpen();
    return new WorkspacesParameterMetaData(plan.parameters());
  }

  @Override
  public void clearParameters() throws SQLException {
    checkOpen();
    parameters.clear();
  }

  private void set(int number, @Nullable Object given) throws SQLException {
    checkOpen();
    parameters.set(number, given == null ? null : plain(given));
  }

  private Object plain(Object given) throws SQLException {
    return PlainValue.ofJava(given, conversion.moments().zone());
  }

  @Override
  public void setObject(int parameterIndex, @Nullable Object x) throws SQLException {
    if (x instanceof Reader reader) {
      setCharacterStream(parameterIndex, reader);
    } else if (x instanceof InputStream stream) {
      setBinaryStream(parameterIndex, stream);
    } else {
      set(parameterIndex, x);
    }
  }

  /** The value goes through the named type before it becomes the parameter's. */
  @Override
  public void setObject(int parameterIndex, @Nullable Object x, int targetSqlType)
      throws SQLException {
    if (x == null || x instanceof Reader || x instanceof InputStream) {
      setObject(parameterIndex, x);
    } else {
      checkOpen();
      parameters.set(parameterIndex, NamedType.through(plain(x), targetSqlType, conversion));
    }
  }

  /**
   * The value goes through the named type before it becomes the parameter's.
   *
   * @param scaleOrLength digits after the point, to which a DECIMAL or NUMERIC is rounded half up;
   *     characters or bytes to take of a stream; without effect for anything else
   */
  @Override
  public void setObject(
      int parameterIndex, @Nullable Object x, int targetSqlType, int scaleOrLength)
      throws SQLException {
    if (x instanceof Reader reader) {
      setCharacterStream(parameterIndex, reader, scaleOrLength);
    } else if (x instanceof InputStream stream) {
      setBinaryStream(parameterIndex, stream, scaleOrLength);
    } else if (x != null && (targetSqlType == Types.DECIMAL || targetSqlType == Types.NUMERIC)) {
      setObject(parameterIndex, Numbers.rounded(Numbers.decimal(plain(x)), scaleOrLength));
    } else {
      setObject(parameterIndex, x, targetSqlType);
    }
  }

  @Override
  public void setObject(int parameterIndex, @Nullable Object x, @Nullable SQLType targetSqlType)
      throws SQLException {
    setObject(parameterIndex, x, number(targetSqlType));
  }

  private static int number(@Nullable SQLType type) {
    Integer number = type == null ? null : type.getVendorTypeNumber();
    return number == null ? Types.OTHER : number;
  }

  @Override
  public void setObject(
      int parameterIndex, @Nullable Object x, @Nullable SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    setObject(parameterIndex, x, number(targetSqlType), scaleOrLength);
  }

  @Override
  public void setNull(int parameterIndex, int sqlType) throws SQLException {
    set(parameterIndex, null);
  }

  @Override
  public void setNull(int parameterIndex, int sqlType, @Nullable String typeName)
      throws SQLException {
    set(parameterIndex, null);
  }

  @Override
  public void setBoolean(int parameterIndex, boolean x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setByte(int parameterIndex, byte x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setShort(int parameterIndex, short x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setInt(int parameterIndex, int x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setLong(int parameterIndex, long x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setFloat(int parameterIndex, float x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setDouble(int parameterIndex, double x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setBigDecimal(int parameterIndex, @Nullable BigDecimal x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setString(int parameterIndex, @Nullable String x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setNString(int parameterIndex, @Nullable String value) throws SQLException {
    set(parameterIndex, value);
  }

  @Override
  public void setURL(int parameterIndex, @Nullable URL x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setBytes(int parameterIndex, byte @Nullable [] x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setDate(int parameterIndex, @Nullable Date x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setDate(int parameterIndex, @Nullable Date x, @Nullable Calendar calendar)
      throws SQLException {
    set(parameterIndex, x == null || calendar == null ? x : dateIn(x, calendar));
  }

  private static LocalDate dateIn(Date date, Calendar calendar) {
    ZoneId zone = calendar.getTimeZone().toZoneId();
    return Instant.ofEpochMilli(date.getTime()).atZone(zone).toLocalDate();
  }

  @Override
  public void setTime(int parameterIndex, @Nullable Time x) throws SQLException {
    set(parameterIndex, x);
  }

  @Override
  public void setTime(int parameterIndex, @Nullable Time x, @Nullable Calendar calendar)
      throws SQLException {
    set(parameterIndex, x == null || calendar == null ? x : timeIn(x, calendar));
  }

  private static LocalTime timeIn(Time time, Calendar calendar) {
    ZoneId zone = calendar.getTimeZone().toZoneId();
    return Instant.ofEpochMilli(time.getTime()).atZone(zone).toLocalTime();
  }

  @Override
  public void setTimestamp(int parameterIndex, @Nullable Timestamp x) throws SQLException {
    set(parameterIndex, x);
  }

  /** The calendar has no effect: a Timestamp is an instant. */
  @Override
  public void setTimestamp(int parameterIndex, @Nullable Timestamp x, @Nullable Calendar calendar)
      throws SQLException {
    set(parameterIndex, x);
  }
}
