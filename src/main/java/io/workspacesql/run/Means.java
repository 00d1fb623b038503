package io.workspacesql.run;

import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.observe.Progress;
import java.util.function.Supplier;

/** What the executions of one session share. */
record Means(
    WorkspacesApi api,
    RunSettings settings,
    SessionThreads threads,
    SessionThreads writers,
    WriteTiming timing,
    StatsJudge judge,
    KnownSizes sizes,
    TokenWorkspace token,
    Supplier<Progress> progress) {

  /** Forgets what is known of the organization's size. */
  void forgetSize() {
    sizes.forget();
    judge.forget();
  }
}
