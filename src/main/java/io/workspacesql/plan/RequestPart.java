package io.workspacesql.plan;

/** What of a request a statement can shape. */
public enum RequestPart {
  KEY(
      "/workspaces/{id}",
      true,
      "one GET per distinct id; text that is no UUID in lower case is not asked for"),
  STATUS(
      "status=",
      true,
      "sent when one status is left and the API knows it, that is active or inactive"),
  NAME(
      "name_contains=",
      false,
      "the longest piece of the text with which every server finds at least the wanted names;"
          + " several lists for alternatives; each row is checked again"),
  PAGE_SIZE(
      "limit=",
      true,
      "a shorter first page when nothing is left to check; the walk ends with the last row wanted"),
  WORKSPACE_ID(
      "workspace_id=",
      true,
      "one GET per distinct id; text that is no UUID in lower case is not asked for"),
  WORKSPACE_NAME(
      "workspace_name=",
      true,
      "one GET per distinct name, as the server compares names; where the statement shows"
          + " workspace_id too, the workspaces of these names are read first"),
  DEFINITION_ID("definition_id=", true, "sent beside the workspace when one definition is left"),
  DEFINITION_NAME(
      "name=",
      false,
      "the longest piece of the text with which every server finds at least the wanted names;"
          + " nothing is sent for alternatives; each row is checked again"),
  TAGS(
      "tags=",
      false,
      "each tag that stands between quotes in the text, such as LIKE '%\"crm\"%'; all of several"
          + " joined by AND, any of several joined by OR; each row is checked again"),
  STATISTICS(
      "/workspaces/stats",
      true,
      "while active + inactive = total, with no condition or one on the status alone");

  private final String text;
  private final boolean exact;
  private final String explanation;

  RequestPart(String text, boolean exact, String explanation) {
    this.text = text;
    this.exact = exact;
    this.explanation = explanation;
  }

  /** The path below the base URL, or the query parameter with its equals sign. */
  public String text() {
    return text;
  }

  /**
   * {@code exact}: the server sends the rows that SQL means. {@code superset}: it may send more
   * rows, never fewer.
   */
  public String exactness() {
    return exact ? "exact" : "superset";
  }

  /** Whether a value of it names the rows, so that the keys of a join can be asked for. */
  boolean isKey() {
    return this == KEY || this == WORKSPACE_ID || this == WORKSPACE_NAME;
  }

  /** When and how it is used, for people. */
  public String explanation() {
    return explanation;
  }
}
