package io.workspacesql.run;

import io.workspacesql.api.Deadline;
import io.workspacesql.api.RequestBudget;
import io.workspacesql.api.RequestScope;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.BoundScan;
import io.workspacesql.plan.FrozenWrite;
import io.workspacesql.plan.Learned;
import io.workspacesql.plan.RowCursor;
import io.workspacesql.plan.TokenScope;
import io.workspacesql.plan.WriteReport;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.List;
import java.util.function.Consumer;

/** Opens the scans of one execution. Cancelling and closing end all their requests at once. */
final class StatementExecution implements Execution {
  private final Means means;
  private final RequestScope scope;
  private final Remarks remarks;
  private final PageTally tally;
  private final MintedTokens tokens;
  private final Consumer<StatementExecution> onClose;

  /**
   * @param onClose told at each {@link #close}
   */
  StatementExecution(
      long statementId, Deadline deadline, Means means, Consumer<StatementExecution> onClose) {
    this.means = means;
    this.scope =
        new RequestScope(
            statementId, deadline, RequestBudget.of(means.settings().maxRequestsPerStatement()));
    this.remarks = new Remarks(means.settings().strictPaging());
    this.tally = new PageTally(statementId, means.progress().get());
    this.tokens = new MintedTokens(WriteRun.of(means, scope, this, this));
    this.onClose = onClose;
  }

  @Override
  public long statementId() {
    return scope.statementId();
  }

  @Override
  public RowCursor open(BoundScan scan) throws SQLException {
    return open(scan, scope);
  }

  /** To choose the requests is to refuse too many of them. */
  @Override
  public void permit(BoundScan scan) throws SQLException {
    new SourceChoice(new Reading(means, remarks, scope, tally)).of(narrowed(scan));
  }

  @Override
  public boolean mayBeAskedInParts(BoundScan asked) throws SQLException {
    scope.check();
    BoundScan scan = narrowed(asked);
    scope.budget().require(new RequestBound(means).of(scan));
    return new SourceChoice(new Reading(means, remarks, scope, tally)).isInParts(scan);
  }

  @Override
  public Learned learned() {
    return means.learned();
  }

  private BoundScan narrowed(BoundScan scan) throws SQLException {
    TokenScope token = means.token().scope();
    return token == null ? scan : token.narrowed(scan);
  }

  private RowCursor open(BoundScan asked, RequestScope asking) throws SQLException {
    asking.check();
    BoundScan scan = narrowed(asked);
    if (scan.access() instanceof BoundAccess.Token call) {
      return token(scan, call);
    }
    if (!asking.isLook()) {
      asking.budget().require(new RequestBound(means).of(scan));
    }
    return new Reading(means, remarks, asking, tally).open(scan);
  }

  private RowCursor token(BoundScan scan, BoundAccess.Token call) throws SQLException {
    if (!tokens.hold(call)) {
      scope.budget().require(new RequestBound(means).of(scan));
    }
    RequestScope own = scope.part();
    return new ScanCursor(
        new TokenRow(tokens, call, scan.columns()), scan, own, scope.onCancel(own::cancel));
  }

  @Override
  public WriteReport write(FrozenWrite write) throws SQLException {
    WriteRun run = WriteRun.of(means, scope, this, scan -> open(scan, scope.forLooks()));
    return new WriteExecution(means, scope, run, write).carryOut();
  }

  @Override
  public void cancel() {
    scope.cancel();
  }

  @Override
  public boolean mustStop() {
    return scope.mustStop();
  }

  @Override
  public void check() throws SQLException {
    scope.check();
  }

  @Override
  public List<SQLWarning> warnings() {
    return remarks.warnings();
  }

  @Override
  public void close() {
    scope.cancel();
    onClose.accept(this);
  }
}
