package io.workspacesql.golden;

/** A request that a fault can strike, and the query that sends it. */
enum ReadTarget {
  TOKEN(
      "the token", "POST /account/applications/token", 1, "SELECT name FROM workspaces LIMIT 1", 2),
  FIRST_PAGE("the first page", "GET /workspaces", 1, "SELECT id FROM workspaces", 4),
  THIRD_PAGE("the third page", "GET /workspaces", 3, "SELECT id FROM workspaces", 4),
  ONE(
      "one by id",
      "GET /workspaces/{id}",
      1,
      "SELECT name FROM workspaces WHERE id = '" + ReadTarget.ID + "'",
      1),
  STATS("the statistics", "GET /workspaces/stats", 1, "SELECT COUNT(*) FROM workspaces", 1);

  /** Stands in the query for the id of a workspace. */
  static final String ID = "ID";

  final String title;
  final String query;
  final long requests;

  private final String request;
  private final int call;

  /**
   * @param call the number of the request among those of its kind
   * @param requests that the query and, for the token, connecting need when nothing goes wrong
   */
  ReadTarget(String title, String request, int call, String query, long requests) {
    this.title = title;
    this.request = request;
    this.call = call;
    this.query = query;
    this.requests = requests;
  }

  /** The fault in the words of a fault script. */
  String script(ReadFault fault, boolean stays) {
    String words = fault.damage() + " on " + request + (stays ? " from " : " call ") + call;
    return words + " " + fault.retryAfter();
  }

  /** Whether a connection is needed to strike it. */
  boolean isConnected() {
    return this != TOKEN;
  }
}
