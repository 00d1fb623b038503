package io.workspacesql.demo;

import java.util.Set;

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
 * @param nullClears whether a {@code cache_enabled} of null in an update clears it; otherwise null
 *     leaves every field as it is
 * @param unapplied fields that an update answers with success and does not change
 * @param deletion the answer to a DELETE
 * @param nameKey what {@code account/applications/scoped-token} calls the name of a tenant
 * @param infoNamesTenant whether the info of a scoped token holds the name beside the two ids
 * @param ownWorkspaceShown whether {@code GET /workspaces/{id}} shows a scoped token its own
 *     workspace
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
    boolean organizationHeaderRequired,
    boolean nullClears,
    Set<WritableField> unapplied,
    DeletionForm deletion,
    NameKey nameKey,
    boolean infoNamesTenant,
    boolean ownWorkspaceShown) {

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
    /** How many tenants to leave out: deletions during a walk hide others from it. */
    OFFSET,
    /**
     * How many matches of the filters to leave out: so do updates after which fewer match. Each
     * page takes as long as all before it, and the filters must be sent again.
     */
    MATCH_OFFSET,
    /** The last tenant shown: a walk sees each tenant that is there all the time. */
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

  /** The fields that an update can change. */
  public enum WritableField {
    NAME,
    STATUS,
    CACHE_ENABLED
  }

  /** The answer to a DELETE. */
  public enum DeletionForm {
    ID_AND_TIME,
    /** {@code {"workspace_id": …, "deleted": true}}. */
    DELETED_TRUE,
    /** 204 without a body. */
    NO_CONTENT
  }

  /** The key of a tenant's name in the body that asks for a scoped token. */
  public enum NameKey {
    WORKSPACE_NAME("workspace_name"),
    EXTERNAL_USER_ID("external_user_id");

    private final String text;

    NameKey(String text) {
      this.text = text;
    }

    String text() {
      return text;
    }
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
    unapplied = Set.copyOf(unapplied);
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
    private boolean nullClears;
    private Set<WritableField> unapplied = Set.of();
    private DeletionForm deletion = DeletionForm.ID_AND_TIME;
    private NameKey nameKey = NameKey.WORKSPACE_NAME;
    private boolean infoNamesTenant = true;
    private boolean ownWorkspaceShown;

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

    public Builder nullClears(boolean cleared) {
      nullClears = cleared;
      return this;
    }

    public Builder unapplied(Set<WritableField> fields) {
      unapplied = fields;
      return this;
    }

    public Builder deletion(DeletionForm form) {
      deletion = form;
      return this;
    }

    public Builder nameKey(NameKey key) {
      nameKey = key;
      return this;
    }

    public Builder infoNamesTenant(boolean named) {
      infoNamesTenant = named;
      return this;
    }

    public Builder ownWorkspaceShown(boolean shown) {
      ownWorkspaceShown = shown;
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
          organizationHeaderRequired,
          nullClears,
          unapplied,
          deletion,
          nameKey,
          infoNamesTenant,
          ownWorkspaceShown);
    }
  }
}
