package io.workspacesql.jdbc.metadata;

import static java.util.Comparator.comparing;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.ForeignKey;
import io.workspacesql.catalog.TableDefinition;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Primary keys, which are the unique indexes and the row identifiers too, and foreign keys, which
 * tell what belongs together and which nothing enforces.
 */
interface KeyAnswers extends Answers {
  Shape PRIMARY_KEYS =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME", "COLUMN_NAME")
          .andSmallint("KEY_SEQ")
          .andText("PK_NAME");
  Shape INDEXES =
      Shape.text("TABLE_CAT", "TABLE_SCHEM", "TABLE_NAME")
          .andBoolean("NON_UNIQUE")
          .andText("INDEX_QUALIFIER", "INDEX_NAME")
          .andSmallint("TYPE", "ORDINAL_POSITION")
          .andText("COLUMN_NAME", "ASC_OR_DESC")
          .andBigint("CARDINALITY", "PAGES")
          .andText("FILTER_CONDITION");
  Shape ROW_IDENTIFIERS =
      Shape.smallint("SCOPE")
          .andText("COLUMN_NAME")
          .andInteger("DATA_TYPE")
          .andText("TYPE_NAME")
          .andInteger("COLUMN_SIZE", "BUFFER_LENGTH")
          .andSmallint("DECIMAL_DIGITS", "PSEUDO_COLUMN");
  Shape FOREIGN_KEYS =
      Shape.text("PKTABLE_CAT", "PKTABLE_SCHEM", "PKTABLE_NAME", "PKCOLUMN_NAME")
          .andText("FKTABLE_CAT", "FKTABLE_SCHEM", "FKTABLE_NAME", "FKCOLUMN_NAME")
          .andSmallint("KEY_SEQ", "UPDATE_RULE", "DELETE_RULE")
          .andText("FK_NAME", "PK_NAME")
          .andSmallint("DEFERRABILITY");

  /** A column of a primary key with its place in it, 1 = the first. */
  record KeyColumn(TableDefinition table, ColumnDefinition column, int sequence) {
    String keyName() {
      return nameOfKey(table);
    }
  }

  /** PK_NAME. */
  static String nameOfKey(TableDefinition table) {
    return table.name() + "_pkey";
  }

  /** The key columns of the table with exactly these names, in the key's order. */
  static Stream<KeyColumn> keys(
      @Nullable String catalog, @Nullable String schema, @Nullable String tableName) {
    return TableAnswers.tables(catalog, null, null)
        .filter(table -> NamePattern.isName(schema, table.schema()))
        .filter(table -> NamePattern.isName(tableName, table.name()))
        .flatMap(KeyAnswers::keys);
  }

  private static Stream<KeyColumn> keys(TableDefinition table) {
    List<String> names = table.primaryKey();
    return IntStream.range(0, names.size())
        .mapToObj(i -> new KeyColumn(table, table.column(names.get(i)), i + 1));
  }

  @Override
  default ResultSet getPrimaryKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return answer(
        PRIMARY_KEYS,
        keys(catalog, schema, table)
            .sorted(comparing(key -> key.column().name()))
            .map(KeyAnswers::primaryKey)
            .toList());
  }

  private static @Nullable Object[] primaryKey(KeyColumn key) {
    return new @Nullable Object[] {
      null,
      key.table().schema(),
      key.table().name(),
      key.column().name(),
      key.sequence(),
      key.keyName()
    };
  }

  @Override
  default ResultSet getIndexInfo(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      boolean unique,
      boolean approximate)
      throws SQLException {
    return answer(
        INDEXES,
        keys(catalog, schema, table)
            .sorted(comparing(KeyColumn::keyName).thenComparing(KeyColumn::sequence))
            .map(KeyAnswers::index)
            .toList());
  }

  /** Cardinality and pages are 0: counting would cost a request. */
  private static @Nullable Object[] index(KeyColumn key) {
    return new @Nullable Object[] {
      null,
      key.table().schema(),
      key.table().name(),
      false,
      null,
      key.keyName(),
      (int) tableIndexOther,
      key.sequence(),
      key.column().name(),
      null,
      0L,
      0L,
      null
    };
  }

  @Override
  default ResultSet getBestRowIdentifier(
      @Nullable String catalog,
      @Nullable String schema,
      @Nullable String table,
      int scope,
      boolean nullable)
      throws SQLException {
    return answer(
        ROW_IDENTIFIERS, keys(catalog, schema, table).map(KeyAnswers::identifier).toList());
  }

  private static @Nullable Object[] identifier(KeyColumn key) {
    SqlTypeFacts type = SqlTypeFacts.of(key.column().type());
    return new @Nullable Object[] {
      bestRowSession,
      key.column().name(),
      type.jdbcType(),
      type.name(),
      type.columnSize(key.column().precision()),
      null,
      type.decimalDigits(key.column().precision()),
      bestRowNotPseudo
    };
  }

  @Override
  default ResultSet getVersionColumns(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return answer(ROW_IDENTIFIERS, List.of());
  }

  @Override
  default ResultSet getImportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return answer(FOREIGN_KEYS, references(new TableName(catalog, schema, table), null));
  }

  @Override
  default ResultSet getExportedKeys(
      @Nullable String catalog, @Nullable String schema, @Nullable String table)
      throws SQLException {
    return answer(FOREIGN_KEYS, references(null, new TableName(catalog, schema, table)));
  }

  @Override
  default ResultSet getCrossReference(
      @Nullable String parentCatalog,
      @Nullable String parentSchema,
      @Nullable String parentTable,
      @Nullable String foreignCatalog,
      @Nullable String foreignSchema,
      @Nullable String foreignTable)
      throws SQLException {
    return answer(
        FOREIGN_KEYS,
        references(
            new TableName(foreignCatalog, foreignSchema, foreignTable),
            new TableName(parentCatalog, parentSchema, parentTable)));
  }

  /** How a question names one table; null parts fit every table. */
  record TableName(@Nullable String catalog, @Nullable String schema, @Nullable String table) {
    boolean fits(TableDefinition definition) {
      return NamePattern.isNoCatalog(catalog)
          && NamePattern.isName(schema, definition.schema())
          && NamePattern.isName(table, definition.name());
    }
  }

  /** A foreign key with its two tables. */
  record Reference(TableDefinition table, ForeignKey key, TableDefinition parent) {
    /** FK_NAME. */
    String name() {
      return table.name() + "_" + key.column() + "_fkey";
    }

    @Nullable Object[] row() {
      return new @Nullable Object[] {
        null,
        parent.schema(),
        parent.name(),
        parent.primaryKey().get(0),
        null,
        table.schema(),
        table.name(),
        key.column(),
        1,
        importedKeyNoAction,
        importedKeyNoAction,
        name(),
        nameOfKey(parent),
        importedKeyNotDeferrable
      };
    }
  }

  /**
   * @param child whose keys these are; null = any table's
   * @param parent that they lead to; null = any table
   */
  private static List<@Nullable Object[]> references(
      @Nullable TableName child, @Nullable TableName parent) {
    return TableAnswers.tables(null, null, null)
        .filter(table -> child == null || child.fits(table))
        .flatMap(KeyAnswers::references)
        .filter(reference -> parent == null || parent.fits(reference.parent()))
        .sorted(
            parent == null
                ? comparing((Reference reference) -> reference.parent().name())
                : comparing((Reference reference) -> reference.table().name()))
        .map(Reference::row)
        .toList();
  }

  /** The foreign keys of a table, in its order. */
  static Stream<Reference> references(TableDefinition table) {
    return table.foreignKeys().stream().map(key -> new Reference(table, key, parent(table, key)));
  }

  private static TableDefinition parent(TableDefinition table, ForeignKey key) {
    return TableAnswers.tables(null, table.schema(), null)
        .filter(candidate -> candidate.name().equals(key.parent()))
        .findFirst()
        .orElseThrow();
  }
}
