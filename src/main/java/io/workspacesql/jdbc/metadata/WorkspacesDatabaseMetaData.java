package io.workspacesql.jdbc.metadata;

import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.config.DriverVersion;
import io.workspacesql.error.Failure;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All answers of a connection about the driver and its tables; none of them costs a request. */
public final class WorkspacesDatabaseMetaData
    implements Identifiers,
        Words,
        Grammar,
        Behaviour,
        Limits,
        TableAnswers,
        KeyAnswers,
        TypeAnswers,
        FunctionAnswers,
        EmptyAnswers {
  private static final Shape CLIENT_INFO =
      Shape.text("NAME").andInteger("MAX_LEN").andText("DEFAULT_VALUE", "DESCRIPTION");

  private final DatabaseFacts facts;
  private final RowsOpener opener;

  public WorkspacesDatabaseMetaData(DatabaseFacts facts, RowsOpener opener) {
    this.facts = facts;
    this.opener = opener;
  }

  @Override
  public ResultSet answer(Shape shape, List<@Nullable Object[]> rows) {
    return opener.open(shape.columns(), rows);
  }

  @Override
  public List<FunctionDefinition> functions() {
    return facts.functions();
  }

  @Override
  public ResultSet getClientInfoProperties() {
    return answer(
        CLIENT_INFO,
        List.<@Nullable Object[]>of(
            new @Nullable Object[] {
              DatabaseFacts.APPLICATION_NAME,
              DatabaseFacts.APPLICATION_NAME_LENGTH,
              null,
              "Name of the program, appended to the User-Agent"
            }));
  }

  @Override
  public Connection getConnection() {
    return facts.connection();
  }

  @Override
  public String getURL() {
    return facts.url();
  }

  @Override
  public String getUserName() {
    return facts.userName();
  }

  /** Whether this connection refuses writes, by property or {@code setReadOnly}. */
  @Override
  public boolean isReadOnly() throws SQLException {
    return facts.connection().isReadOnly();
  }

  @Override
  public String getDatabaseProductName() {
    return "Airbyte Agents";
  }

  /** The version of the API. */
  @Override
  public String getDatabaseProductVersion() {
    return "v1";
  }

  @Override
  public int getDatabaseMajorVersion() {
    return 1;
  }

  @Override
  public int getDatabaseMinorVersion() {
    return 0;
  }

  @Override
  public String getDriverName() {
    return "Airbyte Workspaces JDBC driver";
  }

  @Override
  public String getDriverVersion() {
    return DriverVersion.TEXT;
  }

  @Override
  public int getDriverMajorVersion() {
    return DriverVersion.MAJOR;
  }

  @Override
  public int getDriverMinorVersion() {
    return DriverVersion.MINOR;
  }

  @Override
  public int getJDBCMajorVersion() {
    return 4;
  }

  @Override
  public int getJDBCMinorVersion() {
    return 3;
  }

  @Override
  public <T> T unwrap(@Nullable Class<T> wanted) throws SQLException {
    if (wanted == null || !wanted.isInstance(this)) {
      throw Failure.INVALID_PARAMETER.because("This object is no " + wanted);
    }
    return wanted.cast(this);
  }

  @Override
  public boolean isWrapperFor(@Nullable Class<?> wanted) {
    return wanted != null && wanted.isInstance(this);
  }
}
