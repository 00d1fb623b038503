package io.workspacesql.golden;

import static org.assertj.core.api.Assertions.assertThat;

import io.workspacesql.demo.DemoOptions;
import io.workspacesql.demo.DemoOrganization;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code docs/metadata.md} says what a live connection answers, and no answer costs a request. */
final class MetadataPageTests {
  private static final Path PAGE = Path.of("docs/metadata.md");
  private static final String RESULT =
      "SELECT id, name AS tenant, created_at, CHAR_LENGTH(name) FROM workspaces";

  private DemoOrganization organization;
  private Connection connection;
  private DatabaseMetaData metadata;

  @BeforeEach
  void connect() throws IOException, SQLException {
    organization = DemoOrganization.start(DemoOptions.ofSize(3));
    connection =
        DriverManager.getConnection(
            "jdbc:airbyte:" + organization.base(),
            organization.clientId(),
            organization.clientSecret());
    metadata = connection.getMetaData();
  }

  @AfterEach
  void disconnect() throws IOException, SQLException {
    connection.close();
    organization.close();
  }

  @Test
  void the_page_says_what_a_connection_answers_without_a_request() throws Exception {
    long before = requests();
    GeneratedPage page =
        new GeneratedPage(Files.readString(PAGE))
            .with("patterns", patterns())
            .with("tables", tables())
            .with("columns", columns())
            .with("keys", keys())
            .with("result", resultColumns())
            .with("types", types())
            .with("functions", functions())
            .with("empty", emptyAnswers())
            .with("features", features())
            .with("numbers", numbersAndWords());

    assertThat(requests()).isEqualTo(before);
    Golden.assertIsText(PAGE, page.text());
  }

  private long requests() {
    return organization.requests().values().stream().mapToLong(Long::longValue).sum();
  }

  private static List<String> table(String header, List<List<String>> rows) {
    List<String> heads = List.of(header.split(" "));
    List<String> lines = new ArrayList<>();
    lines.add(GeneratedPage.row(heads));
    lines.add(GeneratedPage.row(Collections.nCopies(heads.size(), "---")));
    rows.forEach(row -> lines.add(GeneratedPage.row(row)));
    return lines;
  }

  /** These columns of an answer, as a table. */
  private static List<String> table(ResultSet answer, String columns) throws SQLException {
    return table(columns, rows(answer, columns));
  }

  private static List<List<String>> rows(ResultSet answer, String columns) throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    while (answer.next()) {
      List<String> row = new ArrayList<>();
      for (String column : columns.split(" ")) {
        String value = answer.getString(column);
        row.add(value == null ? "" : value.replace("|", "\\|"));
      }
      rows.add(row);
    }
    return rows;
  }

  private List<String> patterns() throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    for (String[] asked :
        new String[][] {
          {null, null},
          {null, "WORKSPACES"},
          {"airbyte", "%"},
          {"driver", "p%"},
          {"driver", "_equests"},
          {"%", "last\\_write"},
          {"%", "last\\%"},
          {"", "workspaces"}
        }) {
      List<String> names =
          rows(metadata.getTables(null, asked[0], asked[1], null), "TABLE_NAME").stream()
              .map(row -> row.get(0))
              .toList();
      String call = "`getTables(null, %s, %s, null)`";
      rows.add(
          List.of(
              call.formatted(shown(asked[0]), shown(asked[1])),
              names.isEmpty() ? "nothing" : String.join(", ", names)));
    }
    return table("question answer", rows);
  }

  private static String shown(String pattern) {
    return pattern == null ? "null" : "\"" + pattern.replace("\\", "\\\\") + "\"";
  }

  private List<String> tables() throws SQLException {
    return table(
        metadata.getTables(null, null, null, null), "TABLE_SCHEM TABLE_NAME TABLE_TYPE REMARKS");
  }

  private List<String> columns() throws SQLException {
    String asked =
        "TABLE_NAME COLUMN_NAME TYPE_NAME COLUMN_SIZE DECIMAL_DIGITS IS_NULLABLE"
            + " IS_AUTOINCREMENT IS_GENERATEDCOLUMN";
    List<List<String>> rows = new ArrayList<>();
    for (List<String> row :
        rows(metadata.getColumns(null, "airbyte", null, null), asked + " REMARKS")) {
      List<String> cells = new ArrayList<>(row);
      cells.add(row.size() - 1, isWritable(row.get(0), row.get(1)));
      rows.add(cells);
    }
    return table(asked + " writable REMARKS", rows);
  }

  private String isWritable(String table, String column) throws SQLException {
    String sql = "SELECT " + column + " FROM airbyte." + table;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      return statement.getMetaData().isWritable(1) ? "YES" : "NO";
    }
  }

  private List<String> keys() throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    ResultSet tables = metadata.getTables(null, null, null, null);
    while (tables.next()) {
      String schema = tables.getString("TABLE_SCHEM");
      String table = tables.getString("TABLE_NAME");
      List<List<String>> indexes =
          rows(
              metadata.getIndexInfo(null, schema, table, true, true),
              "INDEX_NAME NON_UNIQUE COLUMN_NAME");
      List<List<String>> identifiers =
          rows(
              metadata.getBestRowIdentifier(
                  null, schema, table, DatabaseMetaData.bestRowSession, true),
              "COLUMN_NAME");
      for (List<String> key :
          rows(metadata.getPrimaryKeys(null, schema, table), "PK_NAME COLUMN_NAME")) {
        assertThat(indexes).contains(List.of(key.get(0), "false", key.get(1)));
        assertThat(identifiers).contains(List.of(key.get(1)));
        rows.add(List.of(schema, table, key.get(0), key.get(1)));
      }
    }
    return table("TABLE_SCHEM TABLE_NAME PK_NAME COLUMN_NAME", rows);
  }

  private List<String> resultColumns() throws SQLException {
    List<List<String>> rows = new ArrayList<>();
    try (PreparedStatement statement = connection.prepareStatement(RESULT)) {
      ResultSetMetaData columns = statement.getMetaData();
      for (int i = 1; i <= columns.getColumnCount(); i++) {
        rows.add(
            List.of(
                columns.getColumnLabel(i),
                columns.getColumnName(i),
                columns.getSchemaName(i),
                columns.getTableName(i),
                columns.getColumnTypeName(i),
                "" + columns.getPrecision(i),
                "" + columns.getScale(i),
                columns.isNullable(i) == ResultSetMetaData.columnNoNulls ? "NO" : "YES",
                columns.getColumnClassName(i)));
      }
    }
    return table("label name schema table type precision scale nullable class", rows);
  }

  private List<String> types() throws SQLException {
    return table(
        metadata.getTypeInfo(),
        "TYPE_NAME DATA_TYPE PRECISION LITERAL_PREFIX LITERAL_SUFFIX CREATE_PARAMS MAXIMUM_SCALE");
  }

  private List<String> functions() throws SQLException {
    return table(
        "question answer",
        List.of(
            List.of("`getNumericFunctions`", listed(metadata.getNumericFunctions())),
            List.of("`getStringFunctions`", listed(metadata.getStringFunctions())),
            List.of("`getTimeDateFunctions`", listed(metadata.getTimeDateFunctions())),
            List.of("`getSystemFunctions`", listed(metadata.getSystemFunctions())),
            List.of("`getSQLKeywords`", metadata.getSQLKeywords().split(",").length + " words")));
  }

  private static String listed(String names) {
    return names.replace(",", ", ");
  }

  private List<String> emptyAnswers() throws ReflectiveOperationException, SQLException {
    List<String> empty = new ArrayList<>();
    for (Method method : questions(ResultSet.class)) {
      if (!((ResultSet) method.invoke(metadata, nothing(method))).next()) {
        empty.add("`" + method.getName() + "`");
      }
    }
    return List.of(String.join(", ", empty.stream().distinct().toList()));
  }

  private List<String> features() throws ReflectiveOperationException {
    List<List<String>> rows = new ArrayList<>();
    for (Method method : questions(boolean.class)) {
      if (method.getParameterCount() == 0 && !method.getName().equals("isReadOnly")) {
        String answer = method.invoke(metadata).equals(true) ? "yes" : "no";
        rows.add(List.of("`" + method.getName() + "`", answer));
      }
    }
    return table("question answer", rows);
  }

  private List<String> numbersAndWords() throws ReflectiveOperationException {
    List<List<String>> rows = new ArrayList<>();
    List<String> unlimited = new ArrayList<>();
    for (Class<?> type : List.of(int.class, long.class, String.class)) {
      for (Method method : questions(type)) {
        Object answer = method.getParameterCount() == 0 ? method.invoke(metadata) : null;
        if (answer instanceof Number number && number.longValue() == 0) {
          unlimited.add("`" + method.getName() + "`");
        } else if (answer != null && isSteady(method)) {
          rows.add(List.of("`" + method.getName() + "`", "`" + answer + "`"));
        }
      }
    }
    rows.add(List.of(String.join(", ", unlimited), "`0`"));
    return table("question answer", rows);
  }

  /** What is the same for every connection, and no list that has its own place on the page. */
  private static boolean isSteady(Method method) {
    String name = method.getName();
    return !name.endsWith("Functions")
        && !List.of("getURL", "getUserName", "getSQLKeywords", "toString").contains(name);
  }

  private static List<Method> questions(Class<?> answer) {
    return Stream.of(DatabaseMetaData.class.getMethods())
        .filter(method -> method.getReturnType() == answer)
        .filter(method -> !method.getName().equals("isWrapperFor"))
        .sorted(Comparator.comparing(Method::getName).thenComparing(Method::getParameterCount))
        .toList();
  }

  private static Object[] nothing(Method method) {
    return Stream.of(method.getParameterTypes())
        .map(type -> type == int.class ? (Object) 0 : type == boolean.class ? false : null)
        .toArray();
  }
}
