package io.workspacesql.api.http;

import okhttp3.Call;
import okhttp3.EventListener;

/** How far a call came. */
final class Progress extends EventListener {
  private volatile boolean sending;

  @Override
  public void requestHeadersStart(Call call) {
    sending = true;
  }

  /** Whether a byte of the request may have left. */
  boolean mayHaveSent() {
    return sending;
  }
}
