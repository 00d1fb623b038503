package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.io.InputStream;
import java.io.Reader;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;

/** Parameters that come as streams or locators: 0A000. */
interface UnsupportedParameters extends PreparedStatement {

  private static SQLException unsupported(String method) {
    return Failure.NOT_SUPPORTED.because(method + " is not supported: use setString or setBytes");
  }

  @Override
  default void setAsciiStream(int parameterIndex, InputStream x, int length) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  @Deprecated
  default void setUnicodeStream(int parameterIndex, InputStream x, int length) throws SQLException {
    throw unsupported("setUnicodeStream");
  }

  @Override
  default void setBinaryStream(int parameterIndex, InputStream x, int length) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  default void setCharacterStream(int parameterIndex, Reader reader, int length)
      throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  default void setRef(int parameterIndex, Ref x) throws SQLException {
    throw unsupported("setRef");
  }

  @Override
  default void setBlob(int parameterIndex, Blob x) throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  default void setClob(int parameterIndex, Clob x) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  default void setArray(int parameterIndex, Array x) throws SQLException {
    throw unsupported("setArray");
  }

  @Override
  default void setRowId(int parameterIndex, RowId x) throws SQLException {
    throw unsupported("setRowId");
  }

  @Override
  default void setNCharacterStream(int parameterIndex, Reader value, long length)
      throws SQLException {
    throw unsupported("setNCharacterStream");
  }

  @Override
  default void setNClob(int parameterIndex, NClob value) throws SQLException {
    throw unsupported("setNClob");
  }

  @Override
  default void setClob(int parameterIndex, Reader reader, long length) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  default void setBlob(int parameterIndex, InputStream inputStream, long length)
      throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  default void setNClob(int parameterIndex, Reader reader, long length) throws SQLException {
    throw unsupported("setNClob");
  }

  @Override
  default void setSQLXML(int parameterIndex, SQLXML xmlObject) throws SQLException {
    throw unsupported("setSQLXML");
  }

  @Override
  default void setAsciiStream(int parameterIndex, InputStream x, long length) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  default void setBinaryStream(int parameterIndex, InputStream x, long length) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  default void setCharacterStream(int parameterIndex, Reader reader, long length)
      throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  default void setAsciiStream(int parameterIndex, InputStream x) throws SQLException {
    throw unsupported("setAsciiStream");
  }

  @Override
  default void setBinaryStream(int parameterIndex, InputStream x) throws SQLException {
    throw unsupported("setBinaryStream");
  }

  @Override
  default void setCharacterStream(int parameterIndex, Reader reader) throws SQLException {
    throw unsupported("setCharacterStream");
  }

  @Override
  default void setNCharacterStream(int parameterIndex, Reader value) throws SQLException {
    throw unsupported("setNCharacterStream");
  }

  @Override
  default void setClob(int parameterIndex, Reader reader) throws SQLException {
    throw unsupported("setClob");
  }

  @Override
  default void setBlob(int parameterIndex, InputStream inputStream) throws SQLException {
    throw unsupported("setBlob");
  }

  @Override
  default void setNClob(int parameterIndex, Reader reader) throws SQLException {
    throw unsupported("setNClob");
  }
}
