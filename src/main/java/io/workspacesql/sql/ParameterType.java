package io.workspacesql.sql;

/**
 * What the planner inferred for a {@code ?}.
 *
 * @param jdbcType a constant of {@link java.sql.Types}
 */
public record ParameterType(int jdbcType, String typeName, int precision, int scale) {}
