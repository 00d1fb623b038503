package io.workspacesql.sql;

import io.workspacesql.plan.RowCursor;
import java.sql.SQLException;
import java.util.List;

/** A planned statement. Immutable, shared between threads and executions. */
public interface PreparedPlan {

  StatementKind kind();

  /** The result's columns; empty for {@link StatementKind#EMPTY}. */
  List<ResultColumn> columns();

  /** The statement's {@code ?}, in order. */
  List<ParameterType> parameters();

  /** Whether its rows hold tokens that are minted when it runs. */
  default boolean mintsTokens() {
    return false;
  }

  /**
   * Begins to run. Rows hold, per {@link ResultColumn#jdbcType}: text as {@link String}; BOOLEAN as
   * {@link Boolean}; TINYINT, SMALLINT, INTEGER as {@link Integer}; BIGINT as {@link Long}; REAL as
   * {@link Float}; FLOAT and DOUBLE as {@link Double}; DECIMAL as {@link java.math.BigDecimal};
   * DATE as {@link Integer} (days since 1970-01-01); TIME as {@link Integer} (milliseconds of the
   * day); TIMESTAMP as {@link Long} (epoch microseconds, an instant); BINARY and VARBINARY as
   * {@code byte[]}; ARRAY as {@link List} of the same; anything else as {@link String}.
   */
  RowCursor open(ExecutionContext context) throws SQLException;
}
