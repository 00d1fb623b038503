package io.workspacesql.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Says in words which requests a call of a token function will need. */
record TokenDescription(TokenCall call, Outlook outlook, RowChecks checks) {

  List<PlanLine> lines() {
    TokenSettings tokens = Objects.requireNonNull(outlook.settings().tokens());
    List<PlanLine> lines = new ArrayList<>();
    for (PlanLine look :
        new ScanDescription(WorkspaceName.lookUp(call.workspaceName()), outlook.withoutFetchSize())
            .lines()) {
      lines.add(look.because("is there one workspace of this name? " + look.explanation()));
    }
    lines.add(
        new PlanLine(
            "POST",
            call.isForWidget() ? tokens.widgetPath() : tokens.scopedPath(),
            null,
            "1",
            "mints the token, once for each execution; not sent when there is no such workspace,"
                + " which it would create"));
    lines.add(
        new PlanLine(
            "GET",
            outlook.settings().tokenInfoPath(),
            null,
            "1",
            "the token must be for that workspace" + checks.checked()));
    return lines;
  }
}
