package io.workspacesql.jdbc;

import io.workspacesql.error.Failure;
import java.sql.Array;
import java.sql.Blob;
import java.sql.CallableStatement;
import java.sql.Clob;
import java.sql.Connection;
import java.sql.NClob;
import java.sql.SQLException;
import java.sql.SQLXML;
import java.sql.Savepoint;
import java.sql.ShardingKey;
import java.sql.Struct;
import org.jspecify.annotations.Nullable;

/** Procedures, savepoints, locators, structured values and shards: 0A000. */
interface UnsupportedConnection extends Connection {

  private static SQLException unsupported(String method) {
    return Failure.NOT_SUPPORTED.because(method + " is not supported");
  }

  @Override
  default CallableStatement prepareCall(@Nullable String sql) throws SQLException {
    throw unsupported("prepareCall");
  }

  @Override
  default CallableStatement prepareCall(
      @Nullable String sql, int resultSetType, int resultSetConcurrency) throws SQLException {
    throw unsupported("prepareCall");
  }

  @Override
  default CallableStatement prepareCall(
      @Nullable String sql, int resultSetType, int resultSetConcurrency, int resultSetHoldability)
      throws SQLException {
    throw unsupported("prepareCall");
  }

  @Override
  default Savepoint setSavepoint() throws SQLException {
    throw unsupported("setSavepoint");
  }

  @Override
  default Savepoint setSavepoint(@Nullable String name) throws SQLException {
    throw unsupported("setSavepoint");
  }

  @Override
  default void rollback(@Nullable Savepoint savepoint) throws SQLException {
    throw unsupported("rollback to a savepoint");
  }

  @Override
  default void releaseSavepoint(@Nullable Savepoint savepoint) throws SQLException {
    throw unsupported("releaseSavepoint");
  }

  @Override
  default Clob createClob() throws SQLException {
    throw unsupported("createClob");
  }

  @Override
  default Blob createBlob() throws SQLException {
    throw unsupported("createBlob");
  }

  @Override
  default NClob createNClob() throws SQLException {
    throw unsupported("createNClob");
  }

  @Override
  default SQLXML createSQLXML() throws SQLException {
    throw unsupported("createSQLXML");
  }

  @Override
  default Array createArrayOf(@Nullable String typeName, @Nullable Object @Nullable [] elements)
      throws SQLException {
    throw unsupported("createArrayOf");
  }

  @Override
  default Struct createStruct(@Nullable String typeName, @Nullable Object @Nullable [] attributes)
      throws SQLException {
    throw unsupported("createStruct");
  }

  @Override
  default boolean setShardingKeyIfValid(@Nullable ShardingKey shardingKey, int timeout)
      throws SQLException {
    throw unsupported("setShardingKeyIfValid");
  }

  @Override
  default boolean setShardingKeyIfValid(
      @Nullable ShardingKey shardingKey, @Nullable ShardingKey superShardingKey, int timeout)
      throws SQLException {
    throw unsupported("setShardingKeyIfValid");
  }

  @Override
  default void setShardingKey(@Nullable ShardingKey shardingKey) throws SQLException {
    throw unsupported("setShardingKey");
  }

  @Override
  default void setShardingKey(
      @Nullable ShardingKey shardingKey, @Nullable ShardingKey superShardingKey)
      throws SQLException {
    throw unsupported("setShardingKey");
  }
}
