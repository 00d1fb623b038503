package io.workspacesql.jdbc.metadata;

import io.workspacesql.sql.ResultColumn;
import java.sql.Types;
import java.util.List;
import java.util.stream.Stream;

/**
 * The columns of a metadata answer, in JDBC's order: {@code String} is VARCHAR, {@code int}
 * INTEGER, {@code short} SMALLINT, {@code long} BIGINT, {@code boolean} BOOLEAN.
 */
record Shape(List<ResultColumn> columns) {

  static Shape text(String... names) {
    return new Shape(List.of()).andText(names);
  }

  static Shape smallint(String... names) {
    return new Shape(List.of()).andSmallint(names);
  }

  Shape andText(String... names) {
    return and(Types.VARCHAR, "VARCHAR", names);
  }

  Shape andInteger(String... names) {
    return and(Types.INTEGER, "INTEGER", names);
  }

  Shape andSmallint(String... names) {
    return and(Types.SMALLINT, "SMALLINT", names);
  }

  Shape andBigint(String... names) {
    return and(Types.BIGINT, "BIGINT", names);
  }

  Shape andBoolean(String... names) {
    return and(Types.BOOLEAN, "BOOLEAN", names);
  }

  private Shape and(int jdbcType, String typeName, String... names) {
    Stream<ResultColumn> added =
        Stream.of(names)
            .map(name -> new ResultColumn(name, name, null, null, jdbcType, typeName, 0, 0, true));
    return new Shape(Stream.concat(columns.stream(), added).toList());
  }
}
