package io.workspacesql.shell;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What people type to find their way about, {@code SHOW SCHEMAS}, {@code SHOW TABLES [IN schema]}
 * and {@code DESCRIBE table}, in SQL: none of it is.
 */
final class CatalogQuestion {
  private static final String NAME = "\"?(\\w+)\"?";
  private static final Pattern SCHEMAS = pattern("SHOW\\s+SCHEMAS");
  private static final Pattern TABLES =
      pattern("SHOW\\s+TABLES(?:\\s+(?:IN|FROM)\\s+" + NAME + ")?");
  private static final Pattern TABLE =
      pattern("(?:DESCRIBE|DESC|SHOW\\s+COLUMNS\\s+(?:IN|FROM))\\s+(?:" + NAME + "\\.)?" + NAME);

  private CatalogQuestion() {}

  private static Pattern pattern(String form) {
    return Pattern.compile("\\s*" + form + "\\s*", Pattern.CASE_INSENSITIVE);
  }

  /** The statements that answer it, the last one with the rows; null = it is no such question. */
  static @Nullable List<String> inSql(String statement) {
    if (SCHEMAS.matcher(statement).matches()) {
      return List.of("SELECT schema_name FROM information_schema.schemata");
    }
    Matcher tables = TABLES.matcher(statement);
    if (tables.matches()) {
      return List.of(tables(tables.group(1)));
    }
    Matcher table = TABLE.matcher(statement);
    return table.matches() ? columns(table.group(1), table.group(2)) : null;
  }

  private static String tables(@Nullable String schema) {
    return "SELECT table_schema, table_name, remarks FROM information_schema.tables WHERE "
        + (schema == null
            ? "table_schema <> 'information_schema'"
            : "table_schema = LOWER('" + schema + "')");
  }

  /** The first statement fails when there is no such table. */
  private static List<String> columns(@Nullable String schema, String table) {
    String inSchema = schema == null ? "airbyte" : schema;
    return List.of(
        "SELECT * FROM \"" + inSchema + "\".\"" + table + "\" WHERE 1 = 0",
        "SELECT column_name, data_type, is_nullable, is_updatable, remarks"
            + " FROM information_schema.columns WHERE table_schema = LOWER('"
            + inSchema
            + "') AND table_name = LOWER('"
            + table
            + "') ORDER BY ordinal_position");
  }
}
