package io.workspacesql.jdbc;

import java.math.BigDecimal;
import java.sql.Date;
import java.sql.SQLException;
import java.sql.Time;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Calendar;
import java.util.Map;
import java.util.TimeZone;
import org.jspecify.annotations.Nullable;

/** The getters of a result set by column number: one plain value, converted. */
abstract class ValueGetters implements GettersByLabel, LargeValues {
  private final ValueConversion conversion;

  ValueGetters(ValueConversion conversion) {
    this.conversion = conversion;
  }

  /** The column's value in the current row, see {@link PlainValue}; remembers if it was null. */
  abstract @Nullable Object plain(int number) throws SQLException;

  private <T> @Nullable T read(int number, Class<T> wanted) throws SQLException {
    Object plain = plain(number);
    return plain == null ? null : conversion.read(plain, wanted);
  }

  private <T> T readOr(int number, T whenNull, Class<T> wanted) throws SQLException {
    Object plain = plain(number);
    return plain == null ? whenNull : conversion.read(plain, wanted);
  }

  /** The conversion in which local values are those of the calendar's zone. */
  private ValueConversion in(@Nullable Calendar calendar) {
    return calendar == null ? conversion : conversion.inZone(calendar.getTimeZone().toZoneId());
  }

  @Override
  public final @Nullable String getString(int columnIndex) throws SQLException {
    Object plain = plain(columnIndex);
    return plain == null ? null : conversion.text(plain);
  }

  @Override
  public final boolean getBoolean(int columnIndex) throws SQLException {
    return readOr(columnIndex, false, Boolean.class);
  }

  @Override
  public final byte getByte(int columnIndex) throws SQLException {
    return readOr(columnIndex, (byte) 0, Byte.class);
  }

  @Override
  public final short getShort(int columnIndex) throws SQLException {
    return readOr(columnIndex, (short) 0, Short.class);
  }

  @Override
  public final int getInt(int columnIndex) throws SQLException {
    return readOr(columnIndex, 0, Integer.class);
  }

  @Override
  public final long getLong(int columnIndex) throws SQLException {
    return readOr(columnIndex, 0L, Long.class);
  }

  @Override
  public final float getFloat(int columnIndex) throws SQLException {
    return readOr(columnIndex, 0f, Float.class);
  }

  @Override
  public final double getDouble(int columnIndex) throws SQLException {
    return readOr(columnIndex, 0d, Double.class);
  }

  @Override
  public final @Nullable BigDecimal getBigDecimal(int columnIndex) throws SQLException {
    return read(columnIndex, BigDecimal.class);
  }

  @Override
  @Deprecated
  public final @Nullable BigDecimal getBigDecimal(int columnIndex, int scale) throws SQLException {
    BigDecimal value = getBigDecimal(columnIndex);
    return value == null ? null : Numbers.rounded(value, scale);
  }

  @Override
  public final byte @Nullable [] getBytes(int columnIndex) throws SQLException {
    return read(columnIndex, byte[].class);
  }

  @Override
  public final @Nullable Date getDate(int columnIndex) throws SQLException {
    return read(columnIndex, Date.class);
  }

  @Override
  public final @Nullable Date getDate(int columnIndex, @Nullable Calendar calendar)
      throws SQLException {
    if (calendar == null) {
      return getDate(columnIndex);
    }
    Object plain = plain(columnIndex);
    if (plain == null) {
      return null;
    }
    LocalDate date = in(calendar).read(plain, LocalDate.class);
    ZoneId zone = calendar.getTimeZone().toZoneId();
    return new Date(date.atStartOfDay(zone).toInstant().toEpochMilli());
  }

  @Override
  public final @Nullable Time getTime(int columnIndex) throws SQLException {
    return read(columnIndex, Time.class);
  }

  @Override
  public final @Nullable Time getTime(int columnIndex, @Nullable Calendar calendar)
      throws SQLException {
    Object plain = plain(columnIndex);
    if (plain == null) {
      return null;
    }
    TimeZone zone = calendar == null ? TimeZone.getDefault() : calendar.getTimeZone();
    return ValueConversion.time(in(calendar).read(plain, LocalTime.class), zone.toZoneId());
  }

  @Override
  public final @Nullable Timestamp getTimestamp(int columnIndex) throws SQLException {
    return read(columnIndex, Timestamp.class);
  }

  @Override
  public final @Nullable Timestamp getTimestamp(int columnIndex, @Nullable Calendar calendar)
      throws SQLException {
    Object plain = plain(columnIndex);
    return plain == null ? null : in(calendar).read(plain, Timestamp.class);
  }

  @Override
  public final @Nullable Object getObject(int columnIndex) throws SQLException {
    Object plain = plain(columnIndex);
    return plain == null ? null : conversion.standard(plain);
  }

  @Override
  public final <T> @Nullable T getObject(int columnIndex, @Nullable Class<T> type)
      throws SQLException {
    Object plain = plain(columnIndex);
    Class<T> wanted = ValueConversion.readable(type);
    return plain == null ? null : conversion.read(plain, wanted);
  }

  /** The map is not looked at: there are no user-defined types. */
  @Override
  public final @Nullable Object getObject(int columnIndex, @Nullable Map<String, Class<?>> map)
      throws SQLException {
    return getObject(columnIndex);
  }
}
