package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.Ref;
import java.sql.ResultSet;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import org.jspecify.annotations.Nullable;

/**
 * The text or the bytes of a column as a stream, the text as a Clob too; other locators are 0A000.
 */
interface LargeValues extends ResultSet {

  private static SQLException refused(String method) {
    return Failure.NOT_SUPPORTED.because(method + " is not supported: use getString or getBytes");
  }

  private @Nullable InputStream encoded(int column, Charset charset) throws SQLException {
    String text = getString(column);
    return text == null ? null : new ByteArrayInputStream(text.getBytes(charset));
  }

  @Override
  default @Nullable InputStream getAsciiStream(int columnIndex) throws SQLException {
    return encoded(columnIndex, StandardCharsets.US_ASCII);
  }

  @Override
  @Deprecated
  default @Nullable InputStream getUnicodeStream(int columnIndex) throws SQLException {
    return encoded(columnIndex, StandardCharsets.UTF_8);
  }

  @Override
  default @Nullable InputStream getBinaryStream(int columnIndex) throws SQLException {
    byte[] bytes = getBytes(columnIndex);
    return bytes == null ? null : new ByteArrayInputStream(bytes);
  }

  @Override
  default @Nullable Reader getCharacterStream(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new StringReader(text);
  }

  @Override
  default @Nullable Reader getNCharacterStream(int columnIndex) throws SQLException {
    return getCharacterStream(columnIndex);
  }

  @Override
  default @Nullable String getNString(int columnIndex) throws SQLException {
    return getString(columnIndex);
  }

  @Override
  default Ref getRef(int columnIndex) throws SQLException {
    throw refused("getRef");
  }

  @Override
  default Blob getBlob(int columnIndex) throws SQLException {
    throw refused("getBlob");
  }

  @Override
  default @Nullable Clob getClob(int columnIndex) throws SQLException {
    return getNClob(columnIndex);
  }

  @Override
  default @Nullable NClob getNClob(int columnIndex) throws SQLException {
    String text = getString(columnIndex);
    return text == null ? null : new TextClob(text);
  }

  @Override
  default Array getArray(int columnIndex) throws SQLException {
    throw refused("getArray");
  }

  @Override
  default URL getURL(int columnIndex) throws SQLException {
    throw refused("getURL");
  }

  @Override
  default RowId getRowId(int columnIndex) throws SQLException {
    throw refused("getRowId");
  }

  @Override
  default SQLXML getSQLXML(int columnIndex) throws SQLException {
    throw refused("getSQLXML");
  }
}
