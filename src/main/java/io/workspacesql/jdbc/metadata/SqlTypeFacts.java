package io.workspacesql.jdbc.metadata;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.ColumnType;
import java.math.BigDecimal;
import java.sql.Date;
import java.sql.Time;
import java.sql.Timestamp;
import java.sql.Types;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What JDBC's metadata says of each SQL type that a column or an expression can have. */
public enum SqlTypeFacts {
  TINYINT(Types.TINYINT, Integer.class, 3, 4, Kind.EXACT),
  BIGINT(Types.BIGINT, Long.class, 19, 20, Kind.EXACT),
  VARBINARY(Types.VARBINARY, byte[].class, SqlTypeFacts.UNBOUNDED, 0, Kind.BYTES),
  BINARY(Types.BINARY, byte[].class, SqlTypeFacts.UNBOUNDED, 0, Kind.BYTES),
  CHAR(Types.CHAR, String.class, SqlTypeFacts.UNBOUNDED, 0, Kind.TEXT),
  DECIMAL(Types.DECIMAL, BigDecimal.class, 19, 0, Kind.EXACT),
  INTEGER(Types.INTEGER, Integer.class, 10, 11, Kind.EXACT),
  SMALLINT(Types.SMALLINT, Integer.class, 5, 6, Kind.EXACT),
  FLOAT(Types.FLOAT, Double.class, 15, 24, Kind.APPROXIMATE),
  REAL(Types.REAL, Float.class, 7, 15, Kind.APPROXIMATE),
  DOUBLE(Types.DOUBLE, Double.class, 15, 24, Kind.APPROXIMATE),
  VARCHAR(Types.VARCHAR, String.class, SqlTypeFacts.UNBOUNDED, 0, Kind.TEXT),
  BOOLEAN(Types.BOOLEAN, Boolean.class, 1, 5, Kind.TRUTH),
  DATE(Types.DATE, Date.class, 10, 10, Kind.MOMENT),
  TIME(Types.TIME, Time.class, 12, 12, Kind.MOMENT),
  TIMESTAMP(Types.TIMESTAMP, Timestamp.class, 26, 26, Kind.MOMENT),
  ARRAY(Types.ARRAY, List.class, 0, SqlTypeFacts.UNBOUNDED, Kind.OTHER),
  OTHER(Types.OTHER, String.class, 0, SqlTypeFacts.UNBOUNDED, Kind.OTHER);

  /** What stands for "no limit known" where JDBC wants a number of characters or bytes. */
  private static final int UNBOUNDED = 65_535;

  /** Times hold milliseconds. */
  private static final int TIME_DIGITS = 3;

  private enum Kind {
    TEXT,
    TRUTH,
    EXACT,
    APPROXIMATE,
    MOMENT,
    BYTES,
    OTHER
  }

  private final int jdbcType;
  private final Class<?> javaClass;
  private final int size;
  private final int displaySize;
  private final Kind kind;

  SqlTypeFacts(int jdbcType, Class<?> javaClass, int size, int displaySize, Kind kind) {
    this.jdbcType = jdbcType;
    this.javaClass = javaClass;
    this.size = size;
    this.displaySize = displaySize;
    this.kind = kind;
  }

  /** The facts of a constant of {@link Types}; {@link #OTHER} when it is none of the driver's. */
  public static SqlTypeFacts of(int jdbcType) {
    for (SqlTypeFacts facts : values()) {
      if (facts.jdbcType == jdbcType) {
        return facts;
      }
    }
    return jdbcType == Types.NUMERIC ? DECIMAL : OTHER;
  }

  /** A constant of {@link Types}. */
  public int jdbcType() {
    return jdbcType;
  }

  /** The class of what {@code getObject} returns. */
  public String className() {
    return javaClass.getCanonicalName().endsWith("[]") ? "[B" : javaClass.getName();
  }

  /**
   * COLUMN_SIZE: characters, digits or bytes.
   *
   * @param precision as declared; 0 = not known
   */
  public int columnSize(int precision) {
    boolean declared = kind == Kind.TEXT || kind == Kind.BYTES || this == DECIMAL;
    return declared && precision > 0 ? precision : size;
  }

  /** Characters that its text needs at most, more than 0. */
  public int displaySize(int precision) {
    int characters = columnSize(precision);
    return switch (kind) {
      case TEXT -> characters;
      case BYTES -> 2 * characters;
      default -> this == DECIMAL ? characters + 2 : displaySize;
    };
  }

  public boolean isText() {
    return kind == Kind.TEXT;
  }

  public boolean isNumber() {
    return kind == Kind.EXACT || kind == Kind.APPROXIMATE;
  }

  static SqlTypeFacts of(ColumnType type) {
    return valueOf(type.name());
  }

  /** Whether the planner casts its values to the other type. */
  boolean isConvertibleTo(SqlTypeFacts target) {
    return switch (kind) {
      case TEXT -> target.kind != Kind.OTHER;
      case EXACT -> target.isNumberTruthOrText() || (target.kind == Kind.BYTES && this != DECIMAL);
      case APPROXIMATE -> target.isNumberTruthOrText();
      case TRUTH -> target.kind == Kind.TRUTH || target.isText();
      case BYTES -> target.kind == Kind.BYTES || target.isText();
      case MOMENT -> target.isText() || isMomentFor(target);
      case OTHER -> false;
    };
  }

  private boolean isNumberTruthOrText() {
    return isNumber() || kind == Kind.TRUTH || kind == Kind.TEXT;
  }

  private boolean isMomentFor(SqlTypeFacts target) {
    return this == target
        || (this == TIMESTAMP && target.kind == Kind.MOMENT)
        || (this == DATE && target == TIMESTAMP);
  }

  /** Whether SQL text can name it. */
  boolean isNamedInSql() {
    return kind != Kind.OTHER;
  }

  /** DECIMAL_DIGITS; null where JDBC knows none. */
  @Nullable Integer decimalDigits(int precision) {
    return switch (kind) {
      case EXACT -> 0;
      case MOMENT -> precision;
      default -> null;
    };
  }

  @Nullable Integer radix() {
    return isNumber() ? 10 : null;
  }

  /** CHAR_OCTET_LENGTH: UTF-8 needs up to four bytes for a character. */
  int octets(int characters) {
    return 4 * characters;
  }

  @Nullable String literalPrefix() {
    return switch (kind) {
      case TEXT -> "'";
      case MOMENT -> name() + " '";
      case BYTES -> "X'";
      default -> null;
    };
  }

  @Nullable String literalSuffix() {
    return literalPrefix() == null ? null : "'";
  }

  /** What stands in parentheses behind the name. */
  @Nullable String createParameters() {
    if (this == DECIMAL) {
      return "precision,scale";
    }
    return switch (kind) {
      case TEXT, BYTES -> "length";
      case MOMENT -> this == DATE ? null : "precision";
      default -> null;
    };
  }

  int maximumScale() {
    if (this == DECIMAL) {
      return size;
    }
    return this == TIMESTAMP ? Catalog.TIMESTAMP_PRECISION : this == TIME ? TIME_DIGITS : 0;
  }
}
