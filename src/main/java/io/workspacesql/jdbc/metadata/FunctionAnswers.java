package io.workspacesql.jdbc.metadata;

import static java.util.Comparator.comparing;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.FunctionDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The functions that stand in FROM; those in expressions are {@link Words}. */
interface FunctionAnswers extends Answers {
  Shape FUNCTIONS =
      Shape.text("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "REMARKS")
          .andSmallint("FUNCTION_TYPE")
          .andText("SPECIFIC_NAME");
  Shape FUNCTION_COLUMNS =
      Shape.text("FUNCTION_CAT", "FUNCTION_SCHEM", "FUNCTION_NAME", "COLUMN_NAME")
          .andSmallint("COLUMN_TYPE")
          .andInteger("DATA_TYPE")
          .andText("TYPE_NAME")
          .andInteger("PRECISION", "LENGTH")
          .andSmallint("SCALE", "RADIX", "NULLABLE")
          .andText("REMARKS")
          .andInteger("CHAR_OCTET_LENGTH", "ORDINAL_POSITION")
          .andText("IS_NULLABLE", "SPECIFIC_NAME");

  /** Those that statements of the connection may call. */
  List<FunctionDefinition> functions();

  private Stream<FunctionDefinition> functions(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern) {
    return functions().stream()
        .filter(function -> NamePattern.isNoCatalog(catalog))
        .filter(function -> NamePattern.matches(schemaPattern, function.schema()))
        .filter(function -> NamePattern.matches(namePattern, function.name()))
        .sorted(comparing(FunctionDefinition::name));
  }

  @Override
  default ResultSet getFunctions(
      @Nullable String catalog, @Nullable String schemaPattern, @Nullable String namePattern)
      throws SQLException {
    return answer(
        FUNCTIONS,
        functions(catalog, schemaPattern, namePattern).map(FunctionAnswers::row).toList());
  }

  private static @Nullable Object[] row(FunctionDefinition function) {
    return new @Nullable Object[] {
      null,
      function.schema(),
      function.name(),
      function.remarks(),
      functionReturnsTable,
      function.name()
    };
  }

  @Override
  default ResultSet getFunctionColumns(
      @Nullable String catalog,
      @Nullable String schemaPattern,
      @Nullable String namePattern,
      @Nullable String columnNamePattern)
      throws SQLException {
    return answer(
        FUNCTION_COLUMNS,
        functions(catalog, schemaPattern, namePattern)
            .flatMap(function -> columns(function, columnNamePattern).stream())
            .toList());
  }

  /** The arguments, then the columns of the result, each counted from 1. */
  private static List<@Nullable Object[]> columns(
      FunctionDefinition function, @Nullable String pattern) {
    List<@Nullable Object[]> rows = new ArrayList<>();
    add(rows, function, function.arguments(), functionColumnIn, pattern);
    add(rows, function, function.columns(), functionColumnResult, pattern);
    return rows;
  }

  private static void add(
      List<@Nullable Object[]> rows,
      FunctionDefinition function,
      List<ColumnDefinition> columns,
      int columnType,
      @Nullable String pattern) {
    for (int i = 0; i < columns.size(); i++) {
      if (NamePattern.matches(pattern, columns.get(i).name())) {
        rows.add(row(function, columns.get(i), columnType, i + 1));
      }
    }
  }

  private static @Nullable Object[] row(
      FunctionDefinition function, ColumnDefinition column, int columnType, int position) {
    SqlTypeFacts type = SqlTypeFacts.of(column.type());
    int size = type.columnSize(column.precision());
    return new @Nullable Object[] {
      null,
      function.schema(),
      function.name(),
      column.name(),
      columnType,
      type.jdbcType(),
      type.name(),
      size,
      size,
      type.decimalDigits(column.precision()),
      type.radix(),
      column.nullable() ? functionNullable : functionNoNulls,
      column.remarks(),
      type.isText() ? type.octets(size) : null,
      position,
      column.nullable() ? "YES" : "NO",
      function.name()
    };
  }
}
