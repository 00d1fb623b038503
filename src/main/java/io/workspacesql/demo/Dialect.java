package io.workspacesql.demo;

/**
 * The points on which the API's documents and clients contradict each other, each with the side
 * that this organization takes. Immutable.
 *
 * @param next what leads to the next page
 * @param end how the last page says so
 * @param filtersInNext whether a {@code next} URL repeats the filters; the cursor never holds them
 * @param cursor what a cursor is made of
 * @param badCursorStatus 400 or 422
 * @param pageCap the most rows that a page has, whatever {@code limit} asks for; 1 to 100
 * @param nameMatch the rules of {@code name_contains}
 * @param object the keys of a workspace
 * @param fractionDigits of a second in timestamps, 0 to 6
 * @param errors the body of an error
 * @param tombstoneEvery every how many tenants one is shown with {@code tombstone: true}; 0 = none
 * @param organizationHeaderRequired whether a request without {@code X-Organization-Id} is answered
 *     400, as for credentials that know several organizations
 */
public record Dialect(
    NextForm next,
    EndForm end,
    boolean filtersInNext,
    CursorKind cursor,
    int badCursorStatus,
    int pageCap,
    NameMatch nameMatch,
    ObjectForm object,
    int fractionDigits,
    ErrorForm errors,
    int tombstoneEvery,
    boolean organizationHeaderRequired) {

  /** The newest published forms, and the documented example's {@code next} without filters. */
  public static final Dialect CURRENT = builder().build();

  /** What leads to the next page. */
  public enum NextForm {
    ABSOLUTE_URL,
    RELATIVE_URL,
    BARE_CURSOR,
    /** {@code "pagination": {"next_cursor": …, "has_more": …}} in the place of {@code next}. */
    PAGINATION_OBJECT
  }

  /** How the last page says that it is the last. */
  public enum EndForm {
    NULL,
    EMPTY_STRING,
    ABSENT
  }

  /** What a cursor is made of; clients must not look. */
  public enum CursorKind {
    OFFSET,
    KEYSET
  }

  /** The keys of a workspace. */
  public enum ObjectForm {
    TEN_KEYS,
    /** Without cache_enabled, tombstone, visibility and color, as older versions. */
    SIX_KEYS,
    /** The ten and some that no document knows. */
    EXTRA_KEYS
  }

  /** The body of an error. */
  public enum ErrorForm {
    MESSAGE_AND_ERRORS,
    DETAIL_STRING,
    DETAIL_ARRAY,
    ERROR_AND_MESSAGE,
    HTML
  }

  /**
   * @throws IllegalArgumentException when a number is out of its range
   */
  public Dialect {
    if (badCursorStatus != 400 && badCursorStatus != 422) {
      throw new IllegalArgumentException("badCursorStatus must be 400 or 422");
    }
    if (pageCap < 1 || pageCap > ListRequest.MAX_LIMIT) {
      throw new IllegalArgumentException("pageCap must be 1 to 100, not " + pageCap);
    }
    if (fractionDigits < 0 || fractionDigits > 6) {
      throw new IllegalArgumentException("fractionDigits must be 0 to 6, not " + fractionDigits);
    }
    if (tombstoneEvery < 0) {
      throw new IllegalArgumentException("tombstoneEvery must be 0 or more, not " + tombstoneEvery);
    }
  }

  /** A builder that starts at {@link #CURRENT}. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the sides to take. For one thread. */
  public static final class Builder {
    private NextForm next = NextForm.ABSOLUTE_URL;
    private EndForm end = EndForm.NULL;
    private boolean filtersInNext;
    private CursorKind cursor = CursorKind.OFFSET;
    private int badCursorStatus = 422;
    private int pageCap = ListRequest.MAX_LIMIT;
    private NameMatch nameMatch = NameMatch.UNICODE;
    private ObjectForm object = ObjectForm.TEN_KEYS;
    private int fractionDigits = 6;
    private ErrorForm errors = ErrorForm.MESSAGE_AND_ERRORS;
    private int tombstoneEvery;
    private boolean organizationHeaderRequired;

    private Builder() {}

    public Builder next(NextForm form) {
      next = form;
      return this;
    }

    public Builder end(EndForm form) {
      end = form;
      return this;
    }

    public Builder filtersInNext(boolean repeated) {
      filtersInNext = repeated;
      return this;
    }

    public Builder cursor(CursorKind kind) {
      cursor = kind;
      return this;
    }

    public Builder badCursorStatus(int status) {
      badCursorStatus = status;
      return this;
    }

    public Builder pageCap(int rows) {
      pageCap = rows;
      return this;
    }

    public Builder nameMatch(NameMatch rules) {
      nameMatch = rules;
      return this;
    }

    public Builder object(ObjectForm form) {
      object = form;
      return this;
    }

    public Builder fractionDigits(int digits) {
      fractionDigits = digits;
      return this;
    }

    public Builder errors(ErrorForm form) {
      errors = form;
      return this;
    }

    public Builder tombstoneEvery(int tenants) {
      tombstoneEvery = tenants;
      return this;
    }

    public Builder organizationHeaderRequired(boolean required) {
      organizationHeaderRequired = required;
      return this;
    }

    /**
     * The dialect.
     *
     * @throws IllegalArgumentException when a number is out of its range
     */
    public Dialect build() {
      return new Dialect(
          next,
          end,
          filtersInNext,
          cursor,
          badCursorStatus,
          pageCap,
          nameMatch,
          object,
          fractionDigits,
          errors,
          tombstoneEvery,
          organizationHeaderRequired);
    }
  }
}
