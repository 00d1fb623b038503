package io.workspacesql.error;

import java.sql.SQLWarning;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Every warning of the driver; the only maker of {@link SQLWarning}s. */
public enum Notice {
  GENERAL("01000", 100, "%s."),
  PAGE_ANOMALY("01000", 101, "The list of workspaces changed or repeated while it was read: %s."),
  COUNTS_DIFFER("01000", 102, "%s."),
  NO_TRANSACTIONS("01000", 103, "%s."),
  DRY_RUN(
      "01000",
      104,
      "Dry run, no write was sent: %s. SELECT * FROM driver.last_write shows the requests."),
  RENAMED(
      "01000",
      105,
      "Renamed workspaces: %s. Whoever mints a token for the old name makes a new, empty"
          + " workspace."),
  NOT_TOLD("01000", 106, "%s.");

  private final String sqlState;
  private final int vendorCode;
  private final String template;

  Notice(String sqlState, int vendorCode, String template) {
    this.sqlState = sqlState;
    this.vendorCode = vendorCode;
    this.template = template;
  }

  /**
   * A warning with the template filled in, fit to be printed; {@code details} must hold no secret.
   */
  public SQLWarning because(@Nullable Object... details) {
    return new SQLWarning(
        PrintableText.of(String.format(Locale.ROOT, template, details)), sqlState, vendorCode);
  }
}
