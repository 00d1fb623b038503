package io.workspacesql.soundness;

import static io.workspacesql.soundness.Meaning.strict;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The operators and functions of generated expressions: how they are written, what they mean. */
enum Operator {
  EQUAL(Type.TRUTH, "(%s = %s)", values -> Meaning.equal(values.get(0), values.get(1))),
  NOT_EQUAL(Type.TRUTH, "(%s <> %s)", differs()),
  UNEQUAL(Type.TRUTH, "(%s != %s)", differs()),
  LESS(Type.TRUTH, "(%s < %s)", compared(order -> order < 0)),
  AT_MOST(Type.TRUTH, "(%s <= %s)", compared(order -> order <= 0)),
  GREATER(Type.TRUTH, "(%s > %s)", compared(order -> order > 0)),
  AT_LEAST(Type.TRUTH, "(%s >= %s)", compared(order -> order >= 0)),
  BETWEEN(Type.TRUTH, "(%s BETWEEN %s AND %s)", Meaning::between),
  NOT_BETWEEN(
      Type.TRUTH, "(%s NOT BETWEEN %s AND %s)", values -> Meaning.not(Meaning.between(values))),
  IN(Type.TRUTH, "(%s IN (%s))", Meaning::in),
  NOT_IN(Type.TRUTH, "(%s NOT IN (%s))", values -> Meaning.not(Meaning.in(values))),
  LIKE(Type.TRUTH, "(%s LIKE %s)", strict(values -> Meaning.like(values, false))),
  NOT_LIKE(Type.TRUTH, "(%s NOT LIKE %s)", strict(values -> !Meaning.like(values, false))),
  LIKE_ESCAPE(Type.TRUTH, "(%s LIKE %s ESCAPE %s)", strict(values -> Meaning.like(values, false))),
  NOT_LIKE_ESCAPE(
      Type.TRUTH, "(%s NOT LIKE %s ESCAPE %s)", strict(values -> !Meaning.like(values, false))),
  ILIKE(Type.TRUTH, "(%s ILIKE %s)", strict(values -> Meaning.like(values, true))),
  NOT_ILIKE(Type.TRUTH, "(%s NOT ILIKE %s)", strict(values -> !Meaning.like(values, true))),
  ILIKE_ESCAPE(Type.TRUTH, "(%s ILIKE %s ESCAPE %s)", strict(values -> Meaning.like(values, true))),
  STARTS_WITH(
      Type.TRUTH,
      "STARTS_WITH(%s, %s)",
      strict(values -> ((String) values.get(0)).startsWith((String) values.get(1)))),
  IS_NULL(Type.TRUTH, "(%s IS NULL)", values -> values.get(0) == null),
  IS_NOT_NULL(Type.TRUTH, "(%s IS NOT NULL)", values -> values.get(0) != null),
  IS_TRUE(Type.TRUTH, "(%s IS TRUE)", values -> Boolean.TRUE.equals(values.get(0))),
  IS_NOT_TRUE(Type.TRUTH, "(%s IS NOT TRUE)", values -> !Boolean.TRUE.equals(values.get(0))),
  IS_FALSE(Type.TRUTH, "(%s IS FALSE)", values -> Boolean.FALSE.equals(values.get(0))),
  IS_NOT_FALSE(Type.TRUTH, "(%s IS NOT FALSE)", values -> !Boolean.FALSE.equals(values.get(0))),
  IS_UNKNOWN(Type.TRUTH, "(%s IS UNKNOWN)", values -> values.get(0) == null),
  IS_NOT_UNKNOWN(Type.TRUTH, "(%s IS NOT UNKNOWN)", values -> values.get(0) != null),
  IS_DISTINCT(
      Type.TRUTH,
      "(%s IS DISTINCT FROM %s)",
      values -> !Meaning.sameOrBothNull(values.get(0), values.get(1))),
  IS_NOT_DISTINCT(
      Type.TRUTH,
      "(%s IS NOT DISTINCT FROM %s)",
      values -> Meaning.sameOrBothNull(values.get(0), values.get(1))),
  AND(Type.TRUTH, "(%s AND %s)", Meaning::and),
  OR(Type.TRUTH, "(%s OR %s)", Meaning::or),
  NOT(Type.TRUTH, "(NOT %s)", values -> Meaning.not((Boolean) values.get(0))),
  UPPER(Type.TEXT, "UPPER(%s)", text(text -> text.toUpperCase(Locale.ROOT))),
  LOWER(Type.TEXT, "LOWER(%s)", text(text -> text.toLowerCase(Locale.ROOT))),
  CONCAT(Type.TEXT, "(%s || %s)", strict(values -> values.get(0) + (String) values.get(1))),
  AS_TEXT(Type.TEXT, "CAST(%s AS VARCHAR)", values -> values.get(0)),
  POSITION(
      Type.NUMBER,
      "POSITION(%s IN %s)",
      strict(values -> 1L + ((String) values.get(1)).indexOf((String) values.get(0)))),
  COALESCE(0, "COALESCE(%s)", Meaning::coalesce),
  NULLIF(0, "NULLIF(%s, %s)", Meaning::nullIf),
  CASE_WHEN(1, "CASE WHEN %s THEN %s ELSE %s END", Meaning::caseWhen),
  CASE_OF(2, "CASE %s WHEN %s THEN %s ELSE %s END", Meaning::caseOf);

  private final Type type;
  private final int typedBy;
  private final String template;
  private final Function<List<Object>, Object> meaning;

  Operator(Type type, String template, Function<List<Object>, Object> meaning) {
    this.type = type;
    this.typedBy = -1;
    this.template = template;
    this.meaning = meaning;
  }

  /**
   * An operator of any type.
   *
   * @param typedBy the operand whose type is that of the whole
   */
  Operator(int typedBy, String template, Function<List<Object>, Object> meaning) {
    this.type = null;
    this.typedBy = typedBy;
    this.template = template;
    this.meaning = meaning;
  }

  Type type(List<Node> operands) {
    return type == null ? operands.get(typedBy).type() : type;
  }

  Object value(List<Object> values) {
    return meaning.apply(values);
  }

  /** With {@code %s} in the place of each operand; the last one stands for all that are left. */
  String template() {
    return template;
  }

  private static Function<List<Object>, Object> differs() {
    return values -> Meaning.not(Meaning.equal(values.get(0), values.get(1)));
  }

  private static Function<List<Object>, Object> compared(Function<Integer, Boolean> wanted) {
    return strict(values -> wanted.apply(Meaning.compare(values.get(0), values.get(1))));
  }

  private static Function<List<Object>, Object> text(Function<String, String> meaning) {
    return strict(values -> meaning.apply((String) values.get(0)));
  }
}
