package io.workspacesql.jdbc;

import java.io.InputStream;
import java.io.Reader;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.Date;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLType;
import java.sql.SQLXML;
import java.sql.Time;
import java.sql.Timestamp;

/** The updates of a {@link ResultSet} by column label: 0A000. */
interface UnsupportedUpdatesByLabel extends ResultSet {

  @Override
  default void updateNull(String columnLabel) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNull");
  }

  @Override
  default void updateBoolean(String columnLabel, boolean x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBoolean");
  }

  @Override
  default void updateByte(String columnLabel, byte x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateByte");
  }

  @Override
  default void updateShort(String columnLabel, short x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateShort");
  }

  @Override
  default void updateInt(String columnLabel, int x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateInt");
  }

  @Override
  default void updateLong(String columnLabel, long x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateLong");
  }

  @Override
  default void updateFloat(String columnLabel, float x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateFloat");
  }

  @Override
  default void updateDouble(String columnLabel, double x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateDouble");
  }

  @Override
  default void updateBigDecimal(String columnLabel, BigDecimal x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBigDecimal");
  }

  @Override
  default void updateString(String columnLabel, String x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateString");
  }

  @Override
  default void updateBytes(String columnLabel, byte[] x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBytes");
  }

  @Override
  default void updateDate(String columnLabel, Date x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateDate");
  }

  @Override
  default void updateTime(String columnLabel, Time x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateTime");
  }

  @Override
  default void updateTimestamp(String columnLabel, Timestamp x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateTimestamp");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x, int length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateAsciiStream");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x, int length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBinaryStream");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader reader, int length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateCharacterStream");
  }

  @Override
  default void updateObject(String columnLabel, Object x, int scaleOrLength) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateObject");
  }

  @Override
  default void updateObject(String columnLabel, Object x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateObject");
  }

  @Override
  default void updateRef(String columnLabel, Ref x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateRef");
  }

  @Override
  default void updateBlob(String columnLabel, Blob x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBlob");
  }

  @Override
  default void updateClob(String columnLabel, Clob x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateClob");
  }

  @Override
  default void updateArray(String columnLabel, Array x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateArray");
  }

  @Override
  default void updateRowId(String columnLabel, RowId x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateRowId");
  }

  @Override
  default void updateNString(String columnLabel, String nString) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNString");
  }

  @Override
  default void updateNClob(String columnLabel, NClob nClob) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNClob");
  }

  @Override
  default void updateSQLXML(String columnLabel, SQLXML xmlObject) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateSQLXML");
  }

  @Override
  default void updateNCharacterStream(String columnLabel, Reader reader, long length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNCharacterStream");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x, long length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateAsciiStream");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x, long length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBinaryStream");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader reader, long length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateCharacterStream");
  }

  @Override
  default void updateBlob(String columnLabel, InputStream inputStream, long length)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBlob");
  }

  @Override
  default void updateClob(String columnLabel, Reader reader, long length) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateClob");
  }

  @Override
  default void updateNClob(String columnLabel, Reader reader, long length) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNClob");
  }

  @Override
  default void updateNCharacterStream(String columnLabel, Reader reader) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNCharacterStream");
  }

  @Override
  default void updateAsciiStream(String columnLabel, InputStream x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateAsciiStream");
  }

  @Override
  default void updateBinaryStream(String columnLabel, InputStream x) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBinaryStream");
  }

  @Override
  default void updateCharacterStream(String columnLabel, Reader reader) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateCharacterStream");
  }

  @Override
  default void updateBlob(String columnLabel, InputStream inputStream) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateBlob");
  }

  @Override
  default void updateClob(String columnLabel, Reader reader) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateClob");
  }

  @Override
  default void updateNClob(String columnLabel, Reader reader) throws SQLException {
    throw UnsupportedUpdates.readOnly("updateNClob");
  }

  @Override
  default void updateObject(String columnLabel, Object x, SQLType targetSqlType, int scaleOrLength)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateObject");
  }

  @Override
  default void updateObject(String columnLabel, Object x, SQLType targetSqlType)
      throws SQLException {
    throw UnsupportedUpdates.readOnly("updateObject");
  }
}
