package io.workspacesql.run;

import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ScopedToken;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.error.Failure;
import io.workspacesql.error.PrintableText;
import io.workspacesql.run.Sight.Settled;
import io.workspacesql.run.Sight.Unchanged;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Asking for a scoped token: there is a workspace of this name afterwards. The token only serves to
 * learn which one it is, and is thrown away.
 */
record MintEffect(WriteRun run, NameSearch names, String name) implements Effect<ScopedToken> {
  private static final int SHOWN = 100;

  @Override
  public WriteAnswer<ScopedToken> send(int attempt, RequestScope scope) {
    return run.api().mintScopedToken(name, attempt, scope);
  }

  @Override
  public RowEnd accepted(ScopedToken token, ServerWords words) {
    try {
      return minted(run.api().scopedTokenInfo(token, run.reads()), words);
    } catch (SQLException e) {
      Sight sight = new Lookout(run).untilSettled(this);
      String unknown = "created, but its id could not be asked for: " + e.getMessage();
      return sight instanceof Settled settled
          ? settled.end()
          : RowEnd.done(null, RowEnd.words(words, unknown));
    }
  }

  /** The server may find that another name is the same as this one, and give that workspace. */
  private RowEnd minted(ScopedWorkspace workspace, ServerWords words) {
    String actual = workspace.name();
    return actual == null || actual.equals(name)
        ? RowEnd.done(workspace.id(), words)
        : RowEnd.notApplied(
            workspace.id(),
            RowEnd.words(
                words,
                "the server took the workspace '%s' for the name '%s'"
                    .formatted(PrintableText.of(actual, SHOWN), PrintableText.of(name, SHOWN))));
  }

  @Override
  public RowEnd missing(boolean maybeDoneBefore, ServerWords words) {
    return RowEnd.failed(Failure.WRITE_FAILED, words);
  }

  @Override
  public Sight look() throws SQLException {
    @Nullable String id = names.idOf(name);
    return id == null ? new Unchanged() : new Settled(RowEnd.done(id, null));
  }
}
