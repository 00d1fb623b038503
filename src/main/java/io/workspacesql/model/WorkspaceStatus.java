package io.workspacesql.model;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The two values that the API's {@code status} filter and PUT accept (any other answers 422). */
public enum WorkspaceStatus {
  ACTIVE("active"),
  INACTIVE("inactive");

  private final String text;

  WorkspaceStatus(String text) {
    this.text = text;
  }

  /** The API's word, lower case. */
  public String text() {
    return text;
  }

  /** The status with exactly this text; empty for anything else, case and null included. */
  public static Optional<WorkspaceStatus> of(@Nullable String text) {
    for (WorkspaceStatus status : values()) {
      if (status.text.equals(text)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
