package io.workspacesql.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.sql.DatabaseMetaData;
import java.sql.JDBCType;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class DatabaseMetaDataTests {
  private final FakeBackend backend = new FakeBackend();
  private DatabaseMetaData metaData;

  @BeforeEach
  void open() throws SQLException {
    metaData = backend.connection().getMetaData();
  }

  /** A line of the table of answers. */
  private record AnswerShape(String method, String columns, List<String> order) {
    static AnswerShape parse(String line) {
      int colon = line.indexOf(':');
      int orderBy = line.indexOf(" ORDER BY ");
      String order = line.substring(orderBy + " ORDER BY ".length());
      return new AnswerShape(
          line.substring(0, colon),
          line.substring(colon + 2, orderBy),
          order.equals("nothing") ? List.of() : List.of(order.split(" ")));
    }

    @Override
    public String toString() {
      return method;
    }
  }

  static Stream<AnswerShape> answers() throws IOException {
    try (InputStream file =
        DatabaseMetaDataTests.class.getResourceAsStream("metadata/answer-columns.txt")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8)
          .lines().filter(line -> !line.startsWith("#")).map(AnswerShape::parse).toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("answers")
  void every_answer_has_the_columns_and_the_order_of_the_javadoc(AnswerShape shape)
      throws ReflectiveOperationException, SQLException {
    for (Method asked : DatabaseMetaData.class.getMethods()) {
      if (asked.getName().equals(shape.method())) {
        ResultSet answer = (ResultSet) asked.invoke(metaData, nothing(asked));
        assertThat(describe(answer.getMetaData())).isEqualTo(shape.columns());
        assertThat(sortKeys(answer, shape.order())).isSorted();
      }
    }
  }

  /** In each row, the values that the rows are to be sorted by, as text that sorts as they do. */
  private static List<String> sortKeys(ResultSet answer, List<String> order) throws SQLException {
    List<String> keys = new ArrayList<>();
    while (answer.next()) {
      StringBuilder key = new StringBuilder();
      for (String column : order) {
        Object value = answer.getObject(column);
        boolean number = value instanceof Number;
        key.append(number ? "%012d".formatted(answer.getLong(column) + 1_000_000) : value);
        key.append('\u0001');
      }
      keys.add(key.toString().replace("null\u0001", "\u0000\u0001"));
    }
    return keys;
  }

  @Test
  void the_list_of_answers_is_complete() throws IOException {
    List<String> methods =
        Stream.of(DatabaseMetaData.class.getMethods())
            .filter(method -> method.getReturnType() == ResultSet.class)
            .map(Method::getName)
            .distinct()
            .toList();
    assertThat(answers().map(AnswerShape::method)).containsExactlyInAnyOrderElementsOf(methods);
  }

  @Test
  void its_class_declares_every_method_itself_for_SQLLine_which_sees_no_inherited_ones() {
    assertThat(Stream.of(metaData.getClass().getDeclaredMethods()).map(Method::getName))
        .containsAll(Stream.of(DatabaseMetaData.class.getMethods()).map(Method::getName).toList());
  }

  @Test
  void it_equals_itself_and_fails_with_the_exceptions_of_JDBC() {
    assertThat(metaData).isEqualTo(metaData).hasSameHashCodeAs(metaData);
    assertThatThrownBy(() -> metaData.unwrap(Integer.class)).isInstanceOf(SQLException.class);
  }

  private static Object[] nothing(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(type -> type == int.class ? (Object) 0 : type == boolean.class ? false : null)
        .toArray();
  }

  private static String describe(ResultSetMetaData columns) throws SQLException {
    List<String> described = new ArrayList<>();
    for (int i = 1; i <= columns.getColumnCount(); i++) {
      described.add(
          columns.getColumnLabel(i) + ":" + JDBCType.valueOf(columns.getColumnType(i)).getName());
    }
    return String.join(" ", described);
  }

  static Stream<Method> questions() {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getParameterCount() == 0);
  }

  @ParameterizedTest
  @MethodSource("questions")
  void every_question_without_arguments_is_answered(Method question) throws IllegalAccessException {
    try {
      Object answer = question.invoke(metaData);
      assertThat(answer).isNotNull();
    } catch (InvocationTargetException e) {
      assertThat(e.getCause()).isInstanceOf(SQLFeatureNotSupportedException.class);
    }
  }

  @Test
  void no_question_costs_an_execution() throws SQLException {
    column(metaData.getTables(null, null, "%", null), "TABLE_NAME");
    column(metaData.getColumns(null, null, "%", null), "COLUMN_NAME");
    assertThat(backend.executions).isEmpty();
  }

  private static List<String> column(ResultSet rows, String label) throws SQLException {
    List<String> values = new ArrayList<>();
    while (rows.next()) {
      values.add(rows.getString(label));
    }
    return values;
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "null",
      value = {
        "null, null, null, last_write properties pushdown requests"
            + " columns key_column_usage referential_constraints schemata table_constraints tables"
            + " connection_templates connector_definitions connectors customers scoped_token_info"
            + " source_templates template_tags workspace_stats workspaces",
        "'', airbyte, workspaces, workspaces",
        "null, AIRBYTE, WORK%, workspace_stats workspaces",
        "null, %, _equests, requests",
        "null, driver, p%, properties pushdown",
        "null, driver, p\\%, ''",
        "null, air\\_byte, null, ''",
        "null, '', null, ''",
        "other, null, null, ''"
      })
  void tables_are_found_by_patterns_of_their_names(
      String catalog, String schema, String table, String expected) throws SQLException {
    List<String> names = column(metaData.getTables(catalog, schema, table, null), "TABLE_NAME");
    assertThat(String.join(" ", names)).isEqualTo(expected);
  }

  @Test
  void tables_are_found_by_their_type() throws SQLException {
    assertThat(column(metaData.getTableTypes(), "TABLE_TYPE"))
        .containsExactly("SYSTEM TABLE", "SYSTEM VIEW", "TABLE");
    String[] types = {"TABLE", "VIEW"};
    assertThat(column(metaData.getTables(null, null, null, types), "TABLE_NAME"))
        .containsExactly(
            "connection_templates",
            "connector_definitions",
            "connectors",
            "customers",
            "scoped_token_info",
            "source_templates",
            "template_tags",
            "workspace_stats",
            "workspaces");
    assertThat(column(metaData.getTables(null, null, null, new String[0]), "TABLE_NAME")).isEmpty();
  }

  @Test
  void foreign_keys_are_told_from_both_sides() throws SQLException {
    String reference = "workspaces.id connectors.workspace_id connectors_workspace_id_fkey";
    assertThat(references(metaData.getImportedKeys(null, "airbyte", "connectors")))
        .contains(reference);
    assertThat(references(metaData.getExportedKeys(null, "airbyte", "workspaces")))
        .contains(reference);
    assertThat(
            references(
                metaData.getCrossReference(
                    null, "airbyte", "workspaces", null, "airbyte", "connectors")))
        .containsExactly(reference);
    assertThat(references(metaData.getImportedKeys(null, "airbyte", "workspaces"))).isEmpty();
    assertThat(references(metaData.getExportedKeys("other", null, "workspaces"))).isEmpty();
  }

  private static List<String> references(ResultSet rows) throws SQLException {
    List<String> references = new ArrayList<>();
    while (rows.next()) {
      references.add(
          "%s.%s %s.%s %s"
              .formatted(
                  rows.getString("PKTABLE_NAME"),
                  rows.getString("PKCOLUMN_NAME"),
                  rows.getString("FKTABLE_NAME"),
                  rows.getString("FKCOLUMN_NAME"),
                  rows.getString("FK_NAME")));
    }
    return references;
  }

  @Test
  void schemas_are_listed_without_catalogs() throws SQLException {
    assertThat(column(metaData.getSchemas(), "TABLE_SCHEM"))
        .containsExactly("airbyte", "driver", "information_schema");
    assertThat(column(metaData.getSchemas(null, "dr%"), "TABLE_SCHEM")).containsExactly("driver");
    assertThat(column(metaData.getCatalogs(), "TABLE_CAT")).isEmpty();
  }

  @Test
  void columns_come_in_order_with_types_sizes_and_nullability() throws SQLException {
    ResultSet columns = metaData.getColumns(null, "airbyte", "workspaces", null);
    List<String> described = new ArrayList<>();
    while (columns.next()) {
      described.add(
          String.join(
              " ",
              columns.getString("ORDINAL_POSITION"),
              columns.getString("COLUMN_NAME"),
              columns.getString("TYPE_NAME"),
              columns.getString("DATA_TYPE"),
              columns.getString("COLUMN_SIZE"),
              columns.getString("DECIMAL_DIGITS"),
              columns.getString("IS_NULLABLE"),
              columns.getString("IS_AUTOINCREMENT")));
    }
    assertThat(described)
        .containsExactly(
            "1 id VARCHAR 12 36 null NO YES",
            "2 name VARCHAR 12 65535 null NO NO",
            "3 organization_id VARCHAR 12 36 null YES NO",
            "4 status VARCHAR 12 65535 null NO NO",
            "5 cache_enabled BOOLEAN 16 1 null YES NO",
            "6 tombstone BOOLEAN 16 1 null YES NO",
            "7 created_at TIMESTAMP 93 26 6 YES NO",
            "8 updated_at TIMESTAMP 93 26 6 YES NO",
            "9 visibility VARCHAR 12 65535 null YES NO",
            "10 color VARCHAR 12 65535 null YES NO");
  }

  @Test
  void the_primary_key_is_also_the_unique_index_and_the_row_identifier() throws SQLException {
    assertThat(column(metaData.getPrimaryKeys(null, "airbyte", "WORKSPACES"), "COLUMN_NAME"))
        .containsExactly("id");
    assertThat(column(metaData.getPrimaryKeys(null, "airbyte", "work%"), "COLUMN_NAME")).isEmpty();
    ResultSet index = metaData.getIndexInfo(null, "airbyte", "workspaces", true, true);
    assertThat(index.next()).isTrue();
    assertThat(index.getBoolean("NON_UNIQUE")).isFalse();
    assertThat(index.getString("COLUMN_NAME")).isEqualTo("id");
    assertThat(index.getShort("TYPE")).isEqualTo(DatabaseMetaData.tableIndexOther);
    assertThat(index.next()).isFalse();
    assertThat(
            column(
                metaData.getBestRowIdentifier(
                    null, null, "workspaces", DatabaseMetaData.bestRowSession, false),
                "COLUMN_NAME"))
        .containsExactly("id");
  }

  @Test
  void types_are_sorted_and_know_every_type_of_a_column() throws SQLException {
    List<String> numbers = column(metaData.getTypeInfo(), "DATA_TYPE");
    assertThat(numbers.stream().map(Integer::valueOf).toList()).isSorted().doesNotHaveDuplicates();
    assertThat(column(metaData.getTypeInfo(), "TYPE_NAME"))
        .containsAll(column(metaData.getColumns(null, null, null, null), "TYPE_NAME"))
        .doesNotContain("OTHER", "ARRAY");
    assertThat(numbers).doesNotContain(String.valueOf(Types.TIMESTAMP_WITH_TIMEZONE));
  }

  @Test
  void it_names_the_product_the_driver_and_the_version_of_jdbc() throws SQLException {
    assertThat(metaData.getDatabaseProductName()).isEqualTo("Airbyte Agents");
    assertThat(metaData.getDriverVersion()).isEqualTo("0.1.0");
    assertThat(metaData.getJDBCMajorVersion() + "." + metaData.getJDBCMinorVersion())
        .isEqualTo("4.3");
    assertThat(metaData.getURL()).isEqualTo("jdbc:airbyte:https://api.example.test/api/v1");
    assertThat(metaData.getUserName()).isEqualTo("client");
  }
}
