package io.workspacesql.model;

import org.jspecify.annotations.Nullable;

/** The form of a workspace id: a UUID in canonical lower-case text. */
public final class WorkspaceId {
  private static final int LENGTH = 36;

  private WorkspaceId() {}

  /**
   * Whether this text can be the id of a workspace. Anything else equals no row, so it needs no
   * request (and must never enter a path).
   */
  public static boolean isCanonical(@Nullable String text) {
    if (text == null || text.length() != LENGTH) {
      return false;
    }
    for (int i = 0; i < LENGTH; i++) {
      char c = text.charAt(i);
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      boolean fits = dash ? c == '-' : isLowerHex(c);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean isLowerHex(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f');
  }
}
