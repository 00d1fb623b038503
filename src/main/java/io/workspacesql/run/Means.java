package io.workspacesql.run;

import io.workspacesql.api.WorkspacesApi;

/** What the executions of one session share. */
record Means(WorkspacesApi api, RunSettings settings, SessionThreads threads, StatsJudge judge) {}
