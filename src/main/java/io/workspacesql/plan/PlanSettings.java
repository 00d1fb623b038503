package io.workspacesql.plan;

import java.time.ZoneId;

/**
 * What of the connection's settings decides what a plan does and how many requests it needs.
 *
 * @param pageSize rows per page, 1 to 100
 * @param countsFromStats whether counts come from the stats endpoint
 * @param timeZone zone of timestamp text, literals and the calendar
 */
public record PlanSettings(int pageSize, boolean countsFromStats, ZoneId timeZone) {}
