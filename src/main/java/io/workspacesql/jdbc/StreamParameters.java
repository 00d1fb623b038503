package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.Array;
import java.sql.Blob;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.PreparedStatement;
import java.sql.Ref;
import java.sql.RowId;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Parameters that come as streams: read when they are set, and then text or bytes. A null stream is
 * NULL. Locators of a database, arrays and XML are 0A000.
 */
interface StreamParameters extends PreparedStatement {

  /** To the end of the stream. */
  long ALL = -1;

  private static SQLException unsupported(String method) {
    return Failure.NOT_SUPPORTED.because(method + " is not supported: use setString or setBytes");
  }

  private static SQLException unread(IOException e) {
    return Failure.INVALID_PARAMETER.causedBy(e, "The stream of a parameter cannot be read: " + e);
  }

  /** The length to take of what came; 22023 when the stream is shorter than was said. */
  private static int checked(long wanted, int came) throws SQLException {
    if (wanted < ALL || wanted > came) {
      throw Failure.INVALID_PARAMETER.because(
          "The stream of a parameter was to be " + wanted + " long and is " + came + " long");
    }
    return wanted == ALL ? came : (int) wanted;
  }

  private void setText(int index, @Nullable Reader reader, long length) throws SQLException {
    if (reader == null) {
      setString(index, null);
      return;
    }
    StringWriter text = new StringWriter();
    try {
      reader.transferTo(text);
    } catch (IOException e) {
      throw unread(e);
    }
    setString(index, text.getBuffer().substring(0, checked(length, text.getBuffer().length())));
  }

  private byte @Nullable [] bytes(@Nullable InputStream stream, long length) throws SQLException {
    if (stream == null) {
      return null;
    }
    try {
      byte[] bytes = stream.readAllBytes();
      return Arrays.copyOf(bytes, checked(length, bytes.length));
    } catch (IOException e) {
      throw unread(e);
    }
  }

  private void setEncoded(int index, @Nullable InputStream stream, long length, Charset charset)
      throws SQLException {
    byte[] bytes = bytes(stream, length);
    setString(index, bytes == null ? null : new String(bytes, charset));
  }

  private void setBinary(int index, @Nullable InputStream stream, long length) throws SQLException {
    setBytes(index, bytes(stream, length));
  }

  @Override
  default void setAsciiStream(int parameterIndex, @Nullable InputStream x, int length)
      throws SQLException {
    setEncoded(parameterIndex, x, length, StandardCharsets.US_ASCII);
  }

  @Override
  default void setBinaryStream(int parameterIndex, @Nullable InputStream x, int length)
      throws SQLException {
    setBinary(parameterIndex, x, length);
  }

  @Override
  default void setCharacterStream(int parameterIndex, @Nullable Reader reader, int length)
      throws SQLException {
    setText(parameterIndex, reader, length);
  }

  @Override
  default void setAsciiStream(int parameterIndex, @Nullable InputStream x, long length)
      throws SQLException {
    setEncoded(parameterIndex, x, length, StandardCharsets.US_ASCII);
  }

  @Override
  default void setBinaryStream(int parameterIndex, @Nullable InputStream x, long length)
      throws SQLException {
    setBinary(parameterIndex, x, length);
  }

  @Override
  default void setCharacterStream(int parameterIndex, @Nullable Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, length);
  }

  @Override
  default void setAsciiStream(int parameterIndex, @Nullable InputStream x) throws SQLException {
    setEncoded(parameterIndex, x, ALL, StandardCharsets.US_ASCII);
  }

  @Override
  default void setBinaryStream(int parameterIndex, @Nullable InputStream x) throws SQLException {
    setBinary(parameterIndex, x, ALL);
  }

  @Override
  default void setCharacterStream(int parameterIndex, @Nullable Reader reader) throws SQLException {
    setText(parameterIndex, reader, ALL);
  }

  @Override
  @Deprecated
  default void setUnicodeStream(int parameterIndex, @Nullable InputStream x, int length)
      throws SQLException {
    setEncoded(parameterIndex, x, length, StandardCharsets.UTF_8);
  }

  @Override
  default void setNCharacterStream(int parameterIndex, @Nullable Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, length);
  }

  @Override
  default void setClob(int parameterIndex, @Nullable Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, length);
  }

  @Override
  default void setNClob(int parameterIndex, @Nullable Reader reader, long length)
      throws SQLException {
    setText(parameterIndex, reader, length);
  }

  @Override
  default void setBlob(int parameterIndex, @Nullable InputStream stream, long length)
      throws SQLException {
    setBinary(parameterIndex, stream, length);
  }

  @Override
  default void setNCharacterStream(int parameterIndex, @Nullable Reader reader)
      throws SQLException {
    setText(parameterIndex, reader, ALL);
  }

  @Override
  default void setClob(int parameterIndex, @Nullable Reader reader) throws SQLException {
    setText(parameterIndex, reader, ALL);
  }

  @Override
  default void setNClob(int parameterIndex, @Nullable Reader reader) throws SQLException {
    setText(parameterIndex, reader, ALL);
  }

  @Override
  default void setBlob(int parameterIndex, @Nullable InputStream stream) throws SQLException {
    setBinary(parameterIndex, stream, ALL);
  }

  @Override
  default void setClob(int parameterIndex, @Nullable Clob x) throws SQLException {
    setText(parameterIndex, x == null ? null : x.getCharacterStream(), ALL);
  }

  @Override
  default void setNClob(int parameterIndex, @Nullable NClob value) throws SQLException {
    setClob(parameterIndex, (Clob) value);
  }

  @Override
  default void setBlob(int parameterIndex, @Nullable Blob x) throws SQLException {
    setBinary(parameterIndex, x == null ? null : x.getBinaryStream(), ALL);
  }

  @Override
  default void setRef(int parameterIndex, @Nullable Ref x) throws SQLException {
    throw unsupported("setRef");
  }

  @Override
  default void setArray(int parameterIndex, @Nullable Array x) throws SQLException {
    throw unsupported("setArray");
  }

  @Override
  default void setRowId(int parameterIndex, @Nullable RowId x) throws SQLException {
    throw unsupported("setRowId");
  }

  @Override
  default void setSQLXML(int parameterIndex, @Nullable SQLXML x) throws SQLException {
    throw unsupported("setSQLXML");
  }
}
