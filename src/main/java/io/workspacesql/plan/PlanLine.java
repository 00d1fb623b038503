package io.workspacesql.plan;

import org.jspecify.annotations.Nullable;

/**
 * A line of EXPLAIN.
 *
 * @param httpMethod null = no request
 * @param path below the base URL, null = no request
 * @param queryText parameters in readable form, null = none
 * @param atMost upper bound of requests: a number or a formula in {@code rows}
 * @param explanation why, and what is checked or computed locally
 */
public record PlanLine(
    @Nullable String httpMethod,
    @Nullable String path,
    @Nullable String queryText,
    String atMost,
    String explanation) {

  /** The same line with another explanation. */
  PlanLine because(String reason) {
    return new PlanLine(httpMethod, path, queryText, atMost, reason);
  }

  static PlanLine local(String explanation) {
    return new PlanLine(null, null, null, "0", explanation);
  }
}
