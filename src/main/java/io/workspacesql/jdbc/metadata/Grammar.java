package io.workspacesql.jdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** Which SQL the planner understands: queries of any shape, no definitions of anything. */
interface Grammar extends DatabaseMetaData {

  @Override
  default boolean allProceduresAreCallable() throws SQLException {
    return true;
  }

  @Override
  default boolean allTablesAreSelectable() throws SQLException {
    return true;
  }

  @Override
  default boolean nullsAreSortedHigh() throws SQLException {
    return true;
  }

  @Override
  default boolean nullsAreSortedLow() throws SQLException {
    return false;
  }

  @Override
  default boolean nullsAreSortedAtStart() throws SQLException {
    return false;
  }

  @Override
  default boolean nullsAreSortedAtEnd() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsAlterTableWithAddColumn() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsAlterTableWithDropColumn() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsColumnAliasing() throws SQLException {
    return true;
  }

  @Override
  default boolean nullPlusNonNullIsNull() throws SQLException {
    return true;
  }

  /** By {@code CAST} and {@code {fn CONVERT(…)}}. */
  @Override
  default boolean supportsConvert() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsConvert(int fromType, int toType) throws SQLException {
    return SqlTypeFacts.of(fromType).isConvertibleTo(SqlTypeFacts.of(toType));
  }

  @Override
  default boolean supportsTableCorrelationNames() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsDifferentTableCorrelationNames() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsExpressionsInOrderBy() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsOrderByUnrelated() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsGroupBy() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsGroupByUnrelated() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsGroupByBeyondSelect() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsLikeEscapeClause() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsNonNullableColumns() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsMinimumSQLGrammar() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCoreSQLGrammar() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsExtendedSQLGrammar() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsANSI92EntryLevelSQL() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsANSI92IntermediateSQL() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsANSI92FullSQL() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsIntegrityEnhancementFacility() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsOuterJoins() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsFullOuterJoins() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsLimitedOuterJoins() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsPositionedDelete() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsPositionedUpdate() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsSelectForUpdate() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsSubqueriesInComparisons() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSubqueriesInExists() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSubqueriesInIns() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSubqueriesInQuantifieds() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsCorrelatedSubqueries() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsUnion() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsUnionAll() throws SQLException {
    return true;
  }
}
