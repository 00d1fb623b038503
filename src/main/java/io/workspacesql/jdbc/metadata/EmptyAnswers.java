package io.workspacesql.jdbc.metadata;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Questions for what the driver does not have: no rows, in the shape that JDBC asks for. */
interface EmptyAnswers extends Answers {
  Shape PROCEDURES =
      Shape.text("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME")
          .andText("RESERVED_1", "RESERVED_2", "RESERVED_3", "REMARKS")
          .andSmallint("PROCEDURE_TYPE")
          .andText("SPECIFIC_NAME");
  Shape PROCEDURE_COLUMNS =
      Shape.text("PROCEDURE_CAT", "PROCEDURE_SCHEM", "PROCEDURE_NAME", "COLUMN_NAME")
          .andSmallint("COLUMN_TYPE")
          .andInteger("DATA_TYPE")
          .andText("TYPE_NAME")
          .andInteger("PRECISION", "LENGTH")
          .andSmallint("SCALE", "RADIX", "NULLABLE")
          .andText("REMARKS", "COLUMN_DEF")
          .andInteger("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
          .andText("IS_NULLABLE", "SPECIFIC_NAME");
  Shape TABLE_PRIVILEGES =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
          .andText("GRANTOR", "GRANTEE", "PRIVILEGE", "IS_GRANTABLE");
  Shape COLUMN_PRIVILEGES =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .andText("GRANTOR", "GRANTEE", "PRIVILEGE", "IS_GRANTABLE");
  Shape USER_TYPES =
      Shape.text("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "CLASS_NAME")
          .andInteger("DATA_TYPE")
          .andText("REMARKS")
          .andSmallint("BASE_TYPE");
  Shape SUPER_TYPES =
      Shape.text("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME")
          .andText("SUPERTYPE_CAT", "SUPERTYPE_SCHEM", "SUPERTYPE_NAME");
  Shape SUPER_TABLES = Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "SUPERTABLE_NAME");
  Shape ATTRIBUTES =
      Shape.text("TYPE_CAT", "TYPE_SCHEM", "TYPE_NAME", "ATTR_NAME")
          .andInteger("DATA_TYPE")
          .andText("ATTR_TYPE_NAME")
          .andInteger("ATTR_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX", "NULLABLE")
          .andText("REMARKS", "ATTR_DEF")
          .andInteger("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
          .andText("IS_NULLABLE", "SCOPE_CATALOG", "SCOPE_SCHEMA", "SCOPE_TABLE")
          .andSmallint("SOURCE_DATA_TYPE");
  Shape PSEUDO_COLUMNS =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .andInteger("DATA_TYPE", "COLUMN_SIZE", "DECIMAL_DIGITS", "NUM_PREC_RADIX")
          .andText("COLUMN_USAGE", "REMARKS")
          .andInteger("CHAR_OCTET_LENGTH")
          .andText("IS_NULLABLE");

  @Override
  default ResultSet getProcedures(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
      throws SQLException {
    return answer(PROCEDURES, List.of());
  }

  @Override
  default ResultSet getProcedureColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    return answer(PROCEDURE_COLUMNS, List.of());
  }

  @Override
  default ResultSet getTablePrivileges(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tableNamePattern)
      throws SQLException {
    return answer(TABLE_PRIVILEGES, List.of());
  }

  @Override
  default ResultSet getColumnPrivileges(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      @Nullable String columnNamePattern)
      throws SQLException {
    return answer(COLUMN_PRIVILEGES, List.of());
  }

  @Override
  default ResultSet getUDTs(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String typeNamePattern,
      int @Nullable [] types)
      throws SQLException {
    return answer(USER_TYPES, List.of());
  }

  @Override
  default ResultSet getSuperTypes(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String typeNamePattern)
      throws SQLException {
    return answer(SUPER_TYPES, List.of());
  }

  @Override
  default ResultSet getSuperTables(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String tableNamePattern)
      throws SQLException {
    return answer(SUPER_TABLES, List.of());
  }

  @Override
  default ResultSet getAttributes(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String typeNamePattern,
      @Nullable String attributeNamePattern)
      throws SQLException {
    return answer(ATTRIBUTES, List.of());
  }

  @Override
  default ResultSet getPseudoColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String tableNamePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    return answer(PSEUDO_COLUMNS, List.of());
  }
}
