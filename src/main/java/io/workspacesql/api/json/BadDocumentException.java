package io.workspacesql.api.json;

import java.io.Serial;

/** A document that cannot be used; the message says why and quotes nothing of it. */
public final class BadDocumentException extends Exception {
  @Serial private static final long serialVersionUID = 1L;

  BadDocumentException(String reason) {
    super(reason);
  }
}
