package io.workspacesql.shell;

/** Text for a cell of a spreadsheet, which runs what looks like a formula: tenants choose names. */
final class SheetText {
  /** With the wide forms that spreadsheets in East Asia take, too. */
  private static final String BEGINNINGS = "=+-@\t\r\n＝＋－＠";

  private SheetText() {}

  /** An apostrophe before what would be a formula, as the OWASP advises; all else as it is. */
  static String of(String text) {
    boolean formula = !text.isEmpty() && BEGINNINGS.indexOf(text.charAt(0)) >= 0;
    return formula ? "'" + text : text;
  }
}
