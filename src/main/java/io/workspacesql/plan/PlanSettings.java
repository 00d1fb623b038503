package io.workspacesql.plan;

/**
 * What of the connection's settings decides how many requests a plan needs.
 *
 * @param pageSize rows per page, 1 to 100
 * @param countsFromStats whether counts come from the stats endpoint
 */
public record PlanSettings(int pageSize, boolean countsFromStats) {}
