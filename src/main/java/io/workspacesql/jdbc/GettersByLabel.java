package io.workspacesql.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.net.URL;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;
import java.util.Calendar;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The getters of a {@link ResultSet} by column label: find the number, ask by number. */
interface GettersByLabel extends ResultSet {

  @Override
  default @Nullable String getString(@Nullable String columnLabel) throws SQLException {
    return getString(findColumn(columnLabel));
  }

  @Override
  default boolean getBoolean(@Nullable String columnLabel) throws SQLException {
    return getBoolean(findColumn(columnLabel));
  }

  @Override
  default byte getByte(@Nullable String columnLabel) throws SQLException {
    return getByte(findColumn(columnLabel));
  }

  @Override
  default short getShort(@Nullable String columnLabel) throws SQLException {
    return getShort(findColumn(columnLabel));
  }

  @Override
  default int getInt(@Nullable String columnLabel) throws SQLException {
    return getInt(findColumn(columnLabel));
  }

  @Override
  default long getLong(@Nullable String columnLabel) throws SQLException {
    return getLong(findColumn(columnLabel));
  }

  @Override
  default float getFloat(@Nullable String columnLabel) throws SQLException {
    return getFloat(findColumn(columnLabel));
  }

  @Override
  default double getDouble(@Nullable String columnLabel) throws SQLException {
    return getDouble(findColumn(columnLabel));
  }

  @Override
  @Deprecated
  default @Nullable BigDecimal getBigDecimal(@Nullable String columnLabel, int scale)
      throws SQLException {
    return getBigDecimal(findColumn(columnLabel), scale);
  }

  @Override
  default byte @Nullable [] getBytes(@Nullable String columnLabel) throws SQLException {
    return getBytes(findColumn(columnLabel));
  }

  @Override
  default @Nullable Date getDate(@Nullable String columnLabel) throws SQLException {
    return getDate(findColumn(columnLabel));
  }

  @Override
  default @Nullable Time getTime(@Nullable String columnLabel) throws SQLException {
    return getTime(findColumn(columnLabel));
  }

  @Override
  default @Nullable Timestamp getTimestamp(@Nullable String columnLabel) throws SQLException {
    return getTimestamp(findColumn(columnLabel));
  }

  @Override
  default @Nullable InputStream getAsciiStream(@Nullable String columnLabel) throws SQLException {
    return getAsciiStream(findColumn(columnLabel));
  }

  @Override
  @Deprecated
  default @Nullable InputStream getUnicodeStream(@Nullable String columnLabel) throws SQLException {
    return getUnicodeStream(findColumn(columnLabel));
  }

  @Override
  default @Nullable InputStream getBinaryStream(@Nullable String columnLabel) throws SQLException {
    return getBinaryStream(findColumn(columnLabel));
  }

  @Override
  default @Nullable Object getObject(@Nullable String columnLabel) throws SQLException {
    return getObject(findColumn(columnLabel));
  }

  @Override
  default @Nullable Reader getCharacterStream(@Nullable String columnLabel) throws SQLException {
    return getCharacterStream(findColumn(columnLabel));
  }

  @Override
  default @Nullable BigDecimal getBigDecimal(@Nullable String columnLabel) throws SQLException {
    return getBigDecimal(findColumn(columnLabel));
  }

  @Override
  default @Nullable Object getObject(
      @Nullable String columnLabel, @Nullable Map<String, Class<?>> map) throws SQLException {
    return getObject(findColumn(columnLabel), map);
  }

  @Override
  default @Nullable Ref getRef(@Nullable String columnLabel) throws SQLException {
    return getRef(findColumn(columnLabel));
  }

  @Override
  default @Nullable Blob getBlob(@Nullable String columnLabel) throws SQLException {
    return getBlob(findColumn(columnLabel));
  }

  @Override
  default @Nullable Clob getClob(@Nullable String columnLabel) throws SQLException {
    return getClob(findColumn(columnLabel));
  }

  @Override
  default @Nullable Array getArray(@Nullable String columnLabel) throws SQLException {
    return getArray(findColumn(columnLabel));
  }

  @Override
  default @Nullable Date getDate(@Nullable String columnLabel, @Nullable Calendar cal)
      throws SQLException {
    return getDate(findColumn(columnLabel), cal);
  }

  @Override
  default @Nullable Time getTime(@Nullable String columnLabel, @Nullable Calendar cal)
      throws SQLException {
    return getTime(findColumn(columnLabel), cal);
  }

  @Override
  default @Nullable Timestamp getTimestamp(@Nullable String columnLabel, @Nullable Calendar cal)
      throws SQLException {
    return getTimestamp(findColumn(columnLabel), cal);
  }

  @Override
  default @Nullable URL getURL(@Nullable String columnLabel) throws SQLException {
    return getURL(findColumn(columnLabel));
  }

  @Override
  default @Nullable RowId getRowId(@Nullable String columnLabel) throws SQLException {
    return getRowId(findColumn(columnLabel));
  }

  @Override
  default @Nullable NClob getNClob(@Nullable String columnLabel) throws SQLException {
    return getNClob(findColumn(columnLabel));
  }

  @Override
  default @Nullable SQLXML getSQLXML(@Nullable String columnLabel) throws SQLException {
    return getSQLXML(findColumn(columnLabel));
  }

  @Override
  default @Nullable String getNString(@Nullable String columnLabel) throws SQLException {
    return getNString(findColumn(columnLabel));
  }

  @Override
  default @Nullable Reader getNCharacterStream(@Nullable String columnLabel) throws SQLException {
    return getNCharacterStream(findColumn(columnLabel));
  }

  @Override
  default <T> @Nullable T getObject(@Nullable String columnLabel, @Nullable Class<T> type)
      throws SQLException {
    return getObject(findColumn(columnLabel), type);
  }
}
