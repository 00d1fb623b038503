package io.workspacesql.sql.type;

import io.workspacesql.catalog.Catalog;
import org.apache.calcite.rel.type.RelDataTypeSystemImpl;
import org.apache.calcite.sql.type.SqlTypeName;

/** Limits and habits of the planner's types. */
final class EngineTypeSystem extends RelDataTypeSystemImpl {

  /** {@code VALUES ('a'), ('bbb')} and CASE give text as written, not padded with spaces. */
  @Override
  public boolean shouldConvertRaggedUnionTypesToVarying() {
    return true;
  }

  @Override
  public int getDefaultPrecision(SqlTypeName typeName) {
    return typeName == SqlTypeName.TIMESTAMP
        ? Catalog.TIMESTAMP_PRECISION
        : super.getDefaultPrecision(typeName);
  }

  @Override
  public int getMaxPrecision(SqlTypeName typeName) {
    return typeName == SqlTypeName.TIMESTAMP
        ? Catalog.TIMESTAMP_PRECISION
        : super.getMaxPrecision(typeName);
  }
}
