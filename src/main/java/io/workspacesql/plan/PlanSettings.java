package io.workspacesql.plan;

import io.workspacesql.catalog.Listing;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What of the connection's settings decides what a plan does and how many requests it needs.
 *
 * @param pageSize rows per page, 1 to 100
 * @param countsFromStats whether counts come from the stats endpoint
 * @param timeZone zone of timestamp text, literals and the calendar
 * @param fanOut for tables that need a request per workspace
 * @param tokenInfoPath where it is asked what a scoped token is for, below the base URL
 * @param tokens for functions that mint tokens; null = no statement may call them
 */
public record PlanSettings(
    int pageSize,
    boolean countsFromStats,
    ZoneId timeZone,
    FanOut fanOut,
    String tokenInfoPath,
    @Nullable TokenSettings tokens) {

  /** With {@link FanOut#NONE}, the path of today and without token functions. */
  public PlanSettings(int pageSize, boolean countsFromStats, ZoneId timeZone) {
    this(pageSize, countsFromStats, timeZone, FanOut.NONE, Listing.SCOPED_TOKEN_INFO.path(), null);
  }

  /** The same with another {@link #tokenInfoPath}. */
  PlanSettings asking(String infoPath) {
    return new PlanSettings(pageSize, countsFromStats, timeZone, fanOut, infoPath, tokens);
  }
}
