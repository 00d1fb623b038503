package io.workspacesql.jdbc.metadata;

import static java.util.Comparator.comparing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The SQL types; ids, which the server makes, are VARCHAR. */
interface TypeAnswers extends Answers {
  Shape TYPES =
      Shape.text("TYPE_NAME")
          .andInteger("DATA_TYPE", "PRECISION")
          .andText("LITERAL_PREFIX", "LITERAL_SUFFIX", "CREATE_PARAMS")
          .andSmallint("NULLABLE")
          .andBoolean("CASE_SENSITIVE")
          .andSmallint("SEARCHABLE")
          .andBoolean("UNSIGNED_ATTRIBUTE", "FIXED_PREC_SCALE", "AUTO_INCREMENT")
          .andText("LOCAL_TYPE_NAME")
          .andSmallint("MINIMUM_SCALE", "MAXIMUM_SCALE")
          .andInteger("SQL_DATA_TYPE", "SQL_DATETIME_SUB", "NUM_PREC_RADIX");

  @Override
  default ResultSet getTypeInfo() throws SQLException {
    return answer(
        TYPES,
        Stream.of(SqlTypeFacts.values())
            .filter(SqlTypeFacts::isNamedInSql)
            .sorted(comparing(SqlTypeFacts::jdbcType))
            .map(TypeAnswers::row)
            .toList());
  }

  private static @Nullable Object[] row(SqlTypeFacts type) {
    return new @Nullable Object[] {
      type.name(),
      type.jdbcType(),
      type.columnSize(0),
      type.literalPrefix(),
      type.literalSuffix(),
      type.createParameters(),
      typeNullable,
      type.isText(),
      typeSearchable,
      !type.isNumber(),
      false,
      type == SqlTypeFacts.VARCHAR,
      type.name(),
      0,
      type.maximumScale(),
      null,
      null,
      type.radix()
    };
  }
}
