package io.workspacesql.jdbc.metadata;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;

/** How names are written, matched and shown. Quoted or not, they match without regard to case. */
interface Identifiers extends DatabaseMetaData {

  @Override
  default boolean supportsMixedCaseIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesUpperCaseIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesLowerCaseIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesMixedCaseIdentifiers() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsMixedCaseQuotedIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesUpperCaseQuotedIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesLowerCaseQuotedIdentifiers() throws SQLException {
    return false;
  }

  @Override
  default boolean storesMixedCaseQuotedIdentifiers() throws SQLException {
    return true;
  }

  @Override
  default String getIdentifierQuoteString() throws SQLException {
    return "\"";
  }

  @Override
  default String getSearchStringEscape() throws SQLException {
    return NamePattern.ESCAPE;
  }

  @Override
  default String getExtraNameCharacters() throws SQLException {
    return "$";
  }

  @Override
  default String getSchemaTerm() throws SQLException {
    return "schema";
  }

  @Override
  default String getProcedureTerm() throws SQLException {
    return "procedure";
  }

  @Override
  default String getCatalogTerm() throws SQLException {
    return "catalog";
  }

  @Override
  default boolean isCatalogAtStart() throws SQLException {
    return true;
  }

  @Override
  default String getCatalogSeparator() throws SQLException {
    return ".";
  }

  @Override
  default boolean supportsSchemasInDataManipulation() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSchemasInProcedureCalls() throws SQLException {
    return false;
  }

  /** No table can be defined, but this is how SchemaCrawler asks whether there are schemas. */
  @Override
  default boolean supportsSchemasInTableDefinitions() throws SQLException {
    return true;
  }

  @Override
  default boolean supportsSchemasInIndexDefinitions() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsSchemasInPrivilegeDefinitions() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCatalogsInDataManipulation() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCatalogsInProcedureCalls() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCatalogsInTableDefinitions() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCatalogsInIndexDefinitions() throws SQLException {
    return false;
  }

  @Override
  default boolean supportsCatalogsInPrivilegeDefinitions() throws SQLException {
    return false;
  }
}
