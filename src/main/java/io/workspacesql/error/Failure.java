package io.workspacesql.error;

import java.sql.BatchUpdateException;
import java.sql.ClientInfoStatus;
import java.sql.SQLClientInfoException;
import java.sql.SQLDataException;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.sql.SQLInvalidAuthorizationSpecException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLNonTransientException;
import java.sql.SQLSyntaxErrorException;
import java.sql.SQLTimeoutException;
import java.sql.SQLTransientConnectionException;
import java.sql.SQLTransientException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which the driver fails: SQLState, vendor code, and a text that says what to do. The
 * only place where an {@link SQLException} is made.
 *
 * <p>SQLStates follow ISO 9075 part 2 (subclauses of "SQLSTATE class and subclass values") and,
 * where that is silent, PostgreSQL's appendix "Error Codes", which tools know by heart.
 */
public enum Failure {
  // 08: reads and connecting only. Tools reconnect and run the statement again on this class.
  CANNOT_CONNECT("08001", 1001, Kind.TRANSIENT_CONNECTION, "Cannot reach %s: %s."),
  CONNECTION_CLOSED("08003", 1003, Kind.NON_TRANSIENT_CONNECTION, "The connection is closed."),
  CONNECTION_LOST("08006", 1006, Kind.TRANSIENT_CONNECTION, "Lost the connection to %s: %s."),
  SERVER_UNAVAILABLE("08006", 1007, Kind.TRANSIENT_CONNECTION, "The server answered %s to %s: %s."),
  BAD_ANSWER("58000", 1010, Kind.NON_TRANSIENT, "The server's answer to %s cannot be used: %s."),
  PAGE_WALK(
      "58000", 1011, Kind.NON_TRANSIENT, "The list of workspaces cannot be read to its end: %s."),
  COUNTS_DIFFER("58000", 1012, Kind.NON_TRANSIENT, "%s."),

  CREDENTIALS_MISSING("28000", 2001, Kind.AUTHORIZATION, "No credentials: %s."),
  CREDENTIALS_REFUSED("28000", 2002, Kind.AUTHORIZATION, "The server refused the credentials: %s."),
  FORBIDDEN("42501", 2003, Kind.AUTHORIZATION, "The server forbids %s: %s."),
  OUT_OF_SCOPE(
      "42501",
      2004,
      Kind.AUTHORIZATION,
      "%s is beyond the scoped token of this connection, which is for workspace %s alone; nothing"
          + " was sent. Connect with client id and secret (user and password) for that."),
  TOKENS_NOT_ALLOWED(
      "42501",
      2005,
      Kind.AUTHORIZATION,
      "This connection may not call %s, which mints a token that others can use; nothing was sent."
          + " The connection property allowTokenFunctions=true allows it."),

  INVALID_URL("08001", 3001, Kind.NON_TRANSIENT_CONNECTION, "Invalid connection URL: %s."),
  INVALID_PROPERTY(
      "08001", 3002, Kind.NON_TRANSIENT_CONNECTION, "Invalid connection property: %s."),
  HOST_NOT_ALLOWED("08004", 3003, Kind.NON_TRANSIENT_CONNECTION, "%s."),

  SYNTAX("42601", 4001, Kind.SYNTAX, "%s"),
  UNKNOWN_TABLE("42S02", 4002, Kind.SYNTAX, "%s"),
  UNKNOWN_COLUMN("42S22", 4003, Kind.SYNTAX, "%s"),
  INVALID_SQL("42000", 4004, Kind.SYNTAX, "%s"),
  UNKNOWN_FUNCTION("42883", 4005, Kind.SYNTAX, "%s"),
  DUPLICATE_COLUMN("42701", 4008, Kind.SYNTAX, "Column %s is set twice."),
  NOT_WRITABLE("42808", 4009, Kind.SYNTAX, "%s."),
  TYPE_MISMATCH("42804", 4006, Kind.SYNTAX, "%s"),
  TOO_COMPLEX("54001", 4007, Kind.SYNTAX, "The statement is nested too deeply."),
  TOO_LONG("54000", 4011, Kind.SYNTAX, "The statement has %s characters; the driver takes %s."),
  NOT_SUPPORTED("0A000", 4010, Kind.FEATURE, "%s."),

  INVALID_VALUE("22000", 5001, Kind.DATA, "%s."),
  NOT_CONVERTIBLE("22018", 5002, Kind.DATA, "Cannot read %s as %s."),
  OUT_OF_RANGE("22003", 5003, Kind.DATA, "The value %s is out of range for %s."),
  INVALID_DATETIME("22007", 5004, Kind.DATA, "%s is not a valid %s."),
  DIVISION_BY_ZERO("22012", 5005, Kind.DATA, "Division by zero."),
  INVALID_PARAMETER("22023", 5006, Kind.DATA, "%s."),
  INVALID_ESCAPE_CHARACTER(
      "22019", 5007, Kind.DATA, "ESCAPE takes exactly one character, not '%s'."),
  INVALID_ESCAPE_SEQUENCE(
      "22025",
      5008,
      Kind.DATA,
      "In the LIKE pattern '%s' the escape character stands before something other than %%, _ or"
          + " itself."),
  CARDINALITY("21000", 5012, Kind.DATA, "A sub-query that stands for one value has several rows."),
  INVALID_ROW_COUNT("2201W", 5009, Kind.DATA, "%s takes a number of rows from 0, not %s."),
  NOT_NULL("23502", 5010, Kind.INTEGRITY, "%s."),
  NOT_ENCODABLE("22021", 5013, Kind.DATA, "%s."),
  DUPLICATE("23505", 5011, Kind.INTEGRITY, "%s."),
  NULL_ARGUMENT("22004", 5014, Kind.DATA, "The argument %s of %s is NULL; no token was minted."),
  NO_WORKSPACE("42704", 5015, Kind.DATA, "%s."),
  SEVERAL_WORKSPACES("21000", 5016, Kind.DATA, "%s."),

  PARAMETER_MISSING(
      "07001", 6001, Kind.NON_TRANSIENT, "Parameter %s is not set; the statement has %s."),
  PARAMETER_INDEX(
      "07009", 6002, Kind.NON_TRANSIENT, "There is no parameter %s; the statement has %s."),
  COLUMN_INDEX("07009", 6003, Kind.NON_TRANSIENT, "There is no column %s; the result has %s."),
  COLUMN_LABEL("42703", 6004, Kind.SYNTAX, "There is no column %s; the result has %s."),
  CLOSED("55000", 6005, Kind.NON_TRANSIENT, "This %s is closed."),
  CURSOR_POSITION("24000", 6006, Kind.NON_TRANSIENT, "%s."),
  NO_RESULT(
      "02000",
      6007,
      Kind.NON_TRANSIENT,
      "The statement returns no rows and was not run; call executeUpdate or execute."),
  NOT_AN_UPDATE(
      "0A000", 6008, Kind.FEATURE, "The statement returns rows; call executeQuery or execute."),
  READ_ONLY("25006", 6010, Kind.NON_TRANSIENT, "%s."),
  TRANSACTION("25000", 6011, Kind.NON_TRANSIENT, "%s."),
  NO_WHERE(
      "21000",
      6012,
      Kind.NON_TRANSIENT,
      "The statement has no WHERE and would write every row; nothing was sent. Write WHERE TRUE if"
          + " all rows are meant, or set safeUpdates=false."),

  RATE_LIMITED("53400", 7001, Kind.TRANSIENT, "The server limits the rate of requests: %s."),
  TOO_MUCH_MEMORY("53200", 7002, Kind.NON_TRANSIENT, "%s."),
  REQUEST_BUDGET("53400", 7003, Kind.NON_TRANSIENT, "%s."),
  TOO_MANY_ROWS(
      "53400",
      7004,
      Kind.NON_TRANSIENT,
      "The %s would write %s rows, and maxAffectedRows=%s allows no more than that; nothing was"
          + " written. Narrow the WHERE or raise maxAffectedRows (0 = no limit)."),
  FAN_OUT("53400", 7005, Kind.NON_TRANSIENT, "%s."),
  CANCELLED("57014", 7010, Kind.NON_TRANSIENT, "The statement was cancelled."),
  TIMEOUT("HYT00", 7011, Kind.TIMEOUT, "The statement did not end within %s."),

  // Writes: never class 08 and never transient, or tools would run the statement again.
  CONFLICT("40001", 8001, Kind.NON_TRANSIENT, "%s."),
  WRITE_FAILED("58000", 8002, Kind.NON_TRANSIENT, "%s."),
  UNKNOWN_OUTCOME("58030", 8003, Kind.NON_TRANSIENT, "%s."),
  WRITE_FORBIDDEN("42501", 8004, Kind.AUTHORIZATION, "%s."),
  WRITE_NOT_AUTHORIZED("28000", 8005, Kind.AUTHORIZATION, "%s."),
  WRITE_INVALID("22023", 8006, Kind.DATA, "%s."),
  WRITE_LIMITED("53400", 8007, Kind.NON_TRANSIENT, "%s."),
  WRITE_CANCELLED("57014", 8008, Kind.NON_TRANSIENT, "%s."),
  WRITE_TIMEOUT("HYT00", 8009, Kind.TIMEOUT, "%s."),

  INTERNAL("XX000", 9001, Kind.NON_TRANSIENT, "A defect of the driver, please report it: %s.");

  private enum Kind {
    TRANSIENT_CONNECTION,
    NON_TRANSIENT_CONNECTION,
    AUTHORIZATION,
    SYNTAX,
    FEATURE,
    DATA,
    INTEGRITY,
    TIMEOUT,
    TRANSIENT,
    NON_TRANSIENT
  }

  private final String sqlState;
  private final int vendorCode;
  private final Kind kind;
  private final String template;

  Failure(String sqlState, int vendorCode, Kind kind, String template) {
    this.sqlState = sqlState;
    this.vendorCode = vendorCode;
    this.kind = kind;
    this.template = template;
  }

  /** The failure behind an exception; {@link #INTERNAL} when it is none of the driver's. */
  public static Failure of(SQLException e) {
    for (Failure failure : values()) {
      if (failure.vendorCode == e.getErrorCode()) {
        return failure;
      }
    }
    return INTERNAL;
  }

  /** The five characters of {@link SQLException#getSQLState()}. */
  public String sqlState() {
    return sqlState;
  }

  /** The number of {@link SQLException#getErrorCode()}, unique to this failure. */
  public int vendorCode() {
    return vendorCode;
  }

  /**
   * An exception with the template filled in, fit to be printed; {@code details} must hold no
   * secret.
   */
  public SQLException because(@Nullable Object... details) {
    return causedBy(null, details);
  }

  /** The same, with a cause whose text and chain must hold no secret either. */
  public SQLException causedBy(@Nullable Throwable cause, @Nullable Object... details) {
    String message = PrintableText.of(String.format(Locale.ROOT, template, details));
    return switch (kind) {
      case TRANSIENT_CONNECTION ->
          new SQLTransientConnectionException(message, sqlState, vendorCode, cause);
      case NON_TRANSIENT_CONNECTION ->
          new SQLNonTransientConnectionException(message, sqlState, vendorCode, cause);
      case AUTHORIZATION ->
          new SQLInvalidAuthorizationSpecException(message, sqlState, vendorCode, cause);
      case SYNTAX -> new SQLSyntaxErrorException(message, sqlState, vendorCode, cause);
      case FEATURE -> new SQLFeatureNotSupportedException(message, sqlState, vendorCode, cause);
      case DATA -> new SQLDataException(message, sqlState, vendorCode, cause);
      case INTEGRITY ->
          new SQLIntegrityConstraintViolationException(message, sqlState, vendorCode, cause);
      case TIMEOUT -> new SQLTimeoutException(message, sqlState, vendorCode, cause);
      case TRANSIENT -> new SQLTransientException(message, sqlState, vendorCode, cause);
      case NON_TRANSIENT -> new SQLNonTransientException(message, sqlState, vendorCode, cause);
    };
  }

  /**
   * The same for a batch that stopped: SQLState and vendor code are those of the statement that
   * failed.
   *
   * @param counts one per statement of the batch, {@link java.sql.Statement#EXECUTE_FAILED} for
   *     those that did not end well
   */
  public static BatchUpdateException ofBatch(long[] counts, SQLException cause) {
    return new BatchUpdateException(
        "The batch stopped: " + cause.getMessage(),
        cause.getSQLState(),
        cause.getErrorCode(),
        counts,
        cause);
  }

  /** The same for {@code Connection.setClientInfo}, which declares this class and no other. */
  public SQLClientInfoException forClientInfo(
      Map<String, ClientInfoStatus> failed, @Nullable Object... details) {
    String message = PrintableText.of(String.format(Locale.ROOT, template, details));
    return new SQLClientInfoException(message, sqlState, vendorCode, failed);
  }
}
