package io.workspacesql.run;

import io.workspacesql.api.WorkspacesApi;
import io.workspacesql.observe.Progress;
import io.workspacesql.plan.Learned;
import io.workspacesql.run.RunSettings.StatsTrust;
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
    ServedPages served,
    Supplier<Progress> progress) {

  /** Rows that a page of so many comes with. */
  int servedRows(int asked) {
    return served.of(asked);
  }

  /** Rows that a page of the connection's size comes with. */
  int servedRows() {
    return served.of(settings.pageSize());
  }

  Learned learned() {
    return new Learned(served.most(), judge.trust() == StatsTrust.TRUST, token.scope());
  }

  /** Forgets what is known of the organization's size. */
  void forgetSize() {
    sizes.forget();
    judge.forget();
  }
}
