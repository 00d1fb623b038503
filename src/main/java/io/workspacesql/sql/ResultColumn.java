package io.workspacesql.sql;

import org.jspecify.annotations.Nullable;

/**
 * A column of a result.
 *
 * @param label the alias or the name, as written
 * @param name the table's column it comes from unchanged, otherwise the label
 * @param schemaName null = an expression
 * @param tableName null = an expression
 * @param jdbcType a constant of {@link java.sql.Types}
 * @param typeName the SQL name without precision, e.g. {@code VARCHAR}
 * @param precision characters, digits, or 0 = not known
 * @param scale digits after the point
 */
public record ResultColumn(
    String label,
    String name,
    @Nullable String schemaName,
    @Nullable String tableName,
    int jdbcType,
    String typeName,
    int precision,
    int scale,
    boolean nullable) {}
