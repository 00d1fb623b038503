package io.workspacesql.sql;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.calcite.rel.type.RelDataTypeField;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.SqlOrderBy;
import org.apache.calcite.sql.SqlSelect;
import org.apache.calcite.sql.SqlWith;
import org.jspecify.annotations.Nullable;

/**
 * Labels of result columns that the statement leaves without a name: as in PostgreSQL the function
 * in lower case, otherwise {@code column1} by position. Inside the statement such columns keep the
 * planner's names, {@code EXPR$0}.
 */
final class ColumnLabels {
  private static final Pattern PLANNERS_NAME = Pattern.compile("EXPR\\$\\d+");
  private static final Pattern PLAIN_NAME = Pattern.compile("[a-z0-9_]+");
  private static final String BY_POSITION = "";

  private final List<@Nullable String> beforeStar = new ArrayList<>();
  private final List<@Nullable String> afterStar = new ArrayList<>();

  private ColumnLabels() {}

  /** Reads a query as it was parsed: validation rewrites functions. */
  static ColumnLabels of(SqlNode query) {
    ColumnLabels labels = new ColumnLabels();
    List<@Nullable String> names = labels.beforeStar;
    for (SqlNode item : items(query)) {
      if (item instanceof SqlIdentifier identifier && identifier.isStar()) {
        labels.afterStar.clear();
        names = labels.afterStar;
      } else {
        names.add(name(item));
      }
    }
    return labels;
  }

  /** The label of this field of a result with {@code width} columns. */
  String of(RelDataTypeField field, int width) {
    String name = PLANNERS_NAME.matcher(field.getName()).matches() ? name(field, width) : null;
    if (name == null) {
      return field.getName();
    }
    return name.equals(BY_POSITION) ? "column" + (field.getIndex() + 1) : name;
  }

  /** A star gives any number of columns, so those behind it are counted from the end. */
  private @Nullable String name(RelDataTypeField field, int width) {
    int index = field.getIndex();
    if (index < beforeStar.size()) {
      return beforeStar.get(index);
    }
    int inTail = index - width + afterStar.size();
    return inTail < 0 ? null : afterStar.get(inTail);
  }

  private static List<SqlNode> items(SqlNode query) {
    if (query instanceof SqlOrderBy orderBy) {
      return items(orderBy.query);
    }
    if (query instanceof SqlWith with) {
      return items(with.body);
    }
    if (query instanceof SqlSelect select) {
      return select.getSelectList();
    }
    if (!(query instanceof SqlCall call)) {
      return List.of();
    }
    return switch (query.getKind()) {
      case UNION, INTERSECT, EXCEPT, VALUES -> items(call.operand(0));
      case ROW -> call.getOperandList();
      default -> List.of();
    };
  }

  /** Null for an item that has a name of its own. */
  private static @Nullable String name(SqlNode item) {
    return switch (item.getKind()) {
      case IDENTIFIER, AS -> null;
      case OVER, FILTER, WITHIN_GROUP, IGNORE_NULLS, RESPECT_NULLS ->
          name(((SqlCall) item).operand(0));
      case CASE -> "case";
      case EXISTS -> "exists";
      case SELECT, ORDER_BY, WITH -> ofScalarQuery(item);
      case SCALAR_QUERY -> ofScalarQuery(((SqlCall) item).operand(0));
      default -> functionName(item);
    };
  }

  private static String ofScalarQuery(SqlNode query) {
    List<SqlNode> items = items(query);
    SqlNode only = items.size() == 1 ? items.get(0) : null;
    if (only instanceof SqlCall call && only.getKind() == SqlKind.AS) {
      only = call.operand(1);
    }
    if (only instanceof SqlIdentifier identifier && !identifier.isStar()) {
      return identifier.names.get(identifier.names.size() - 1);
    }
    String name = only == null ? null : name(only);
    return name == null ? BY_POSITION : name;
  }

  private static String functionName(SqlNode item) {
    if (!(item instanceof SqlCall call) || !(call.getOperator() instanceof SqlFunction function)) {
      return BY_POSITION;
    }
    String name = function.getName().toLowerCase(Locale.ROOT);
    return PLAIN_NAME.matcher(name).matches() ? name : BY_POSITION;
  }
}
