package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.sql.Clob;
import java.sql.NClob;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The text of a column as a locator that only reads. Positions count from 1. */
final class TextClob implements NClob {
  private @Nullable String text;

  TextClob(String text) {
    this.text = text;
  }

  private String text() throws SQLException {
    if (text == null) {
      throw Failure.CLOSED.because("Clob (free was called)");
    }
    return text;
  }

  private int index(long position) throws SQLException {
    if (position < 1 || position > text().length() + 1L) {
      throw Failure.INVALID_PARAMETER.because("There is no position " + position);
    }
    return (int) position - 1;
  }

  @Override
  public long length() throws SQLException {
    return text().length();
  }

  /** Fewer characters than asked for at the end. */
  @Override
  public String getSubString(long pos, int length) throws SQLException {
    int from = index(pos);
    if (length < 0) {
      throw Failure.INVALID_PARAMETER.because("Length " + length + " is negative");
    }
    return text().substring(from, (int) Math.min(text().length(), (long) from + length));
  }

  @Override
  public Reader getCharacterStream() throws SQLException {
    return new StringReader(text());
  }

  @Override
  public Reader getCharacterStream(long pos, long length) throws SQLException {
    return new StringReader(getSubString(pos, (int) Math.min(Integer.MAX_VALUE, length)));
  }

  @Override
  public InputStream getAsciiStream() throws SQLException {
    return new ByteArrayInputStream(text().getBytes(StandardCharsets.US_ASCII));
  }

  /** -1 = not found. */
  @Override
  public long position(@Nullable String searched, long start) throws SQLException {
    int from = index(start);
    if (searched == null) {
      throw Failure.INVALID_PARAMETER.because("The text to search is null");
    }
    int found = text().indexOf(searched, from);
    return found < 0 ? -1 : found + 1L;
  }

  @Override
  public long position(@Nullable Clob searched, long start) throws SQLException {
    return position(
        searched == null ? null : searched.getSubString(1, (int) searched.length()), start);
  }

  @Override
  public void free() {
    text = null;
  }

  private static SQLException readOnly() {
    return Failure.NOT_SUPPORTED.because("A Clob of a result is read-only");
  }

  @Override
  public int setString(long pos, @Nullable String str) throws SQLException {
    throw readOnly();
  }

  @Override
  public int setString(long pos, @Nullable String str, int offset, int len) throws SQLException {
    throw readOnly();
  }

  @Override
  public OutputStream setAsciiStream(long pos) throws SQLException {
    throw readOnly();
  }

  @Override
  public Writer setCharacterStream(long pos) throws SQLException {
    throw readOnly();
  }

  @Override
  public void truncate(long len) throws SQLException {
    throw readOnly();
  }
}
