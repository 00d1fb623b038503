package io.workspacesql.api.json;

import java.io.Serial;

/** A document that cannot be used; the message says why and quotes nothing of it. */
public final class BadDocumentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  private final boolean endsTooEarly;

  BadDocumentException(String reason) {
    this(reason, false);
  }

  private BadDocumentException(String reason, boolean endsTooEarly) {
    super(reason);
    this.endsTooEarly = endsTooEarly;
  }

  /** For a document that is good as far as it goes. */
  static BadDocumentException endingTooEarly() {
    return new BadDocumentException("it ends too early", true);
  }

  /** Whether only its end is missing: asked for again it may be whole. */
  public boolean endsTooEarly() {
    return endsTooEarly;
  }
}
