package io.workspacesql.run;

import io.workspacesql.api.MintedToken;
import io.workspacesql.api.RequestScope;
import io.workspacesql.api.ScopedWorkspace;
import io.workspacesql.api.ServerWords;
import io.workspacesql.api.TokenOrder;
import io.workspacesql.api.WriteAnswer;
import io.workspacesql.api.WriteAnswer.Accepted;
import io.workspacesql.api.WriteAnswer.Missing;
import io.workspacesql.api.WriteAnswer.NotSent;
import io.workspacesql.api.WriteAnswer.Refused;
import io.workspacesql.api.WriteAnswer.TryLater;
import io.workspacesql.api.WriteAnswer.Unclear;
import io.workspacesql.error.Failure;
import io.workspacesql.error.PrintableText;
import io.workspacesql.plan.TokenRequest;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One token for a program: there must be exactly one workspace of the name, since the server would
 * create one; then the token is minted; then the server says whose it is, since it may take another
 * name for the same, or another workspace may have come in between.
 */
final class TokenMint {
  private static final int SHOWN = 100;
  private static final int NAMED_IDS = 5;
  private static final int TOO_MANY_REQUESTS = 429;

  private final WriteRun run;
  private final TokenRequest request;

  TokenMint(WriteRun run, TokenRequest request) {
    this.run = run;
    this.request = request;
  }

  /** A token of the workspace with this id. */
  record Minted(String workspaceId, MintedToken token) {
    /** Of a call that asked for one. */
    MintedToken.Widget widget() {
      return Objects.requireNonNull(token.widget());
    }
  }

  /**
   * Looks up, mints and checks.
   *
   * @throws SQLException 42704 and 21000 when there is not exactly one workspace of the name; once
   *     the request may have been sent, none of class 08
   */
  Minted mint() throws SQLException {
    String id = workspace();
    run.reads().check();
    MintedToken token = minted(new PatientSender<>(run, this::send).send(run.reads()));
    checkWorkspace(id, token);
    return new Minted(id, token);
  }

  private String workspace() throws SQLException {
    List<String> ids = new NameSearch(run.scans()).idsOf(request.workspaceName());
    if (ids.isEmpty()) {
      throw Failure.NO_WORKSPACE.because(
          "There is no workspace %s; no token was minted, since that would create it"
              .formatted(name()));
    }
    if (ids.size() > 1) {
      String more = ids.size() > NAMED_IDS ? " and " + (ids.size() - NAMED_IDS) + " more" : "";
      throw Failure.SEVERAL_WORKSPACES.because(
          "%s workspaces have the name %s, and nobody can say for which of them a token would be;"
                  .formatted(ids.size(), name())
              + " none was minted: "
              + String.join(", ", ids.subList(0, Math.min(NAMED_IDS, ids.size())))
              + more);
    }
    return ids.get(0);
  }

  private String name() {
    return "'" + PrintableText.of(request.workspaceName(), SHOWN) + "'";
  }

  private WriteAnswer<MintedToken> send(int attempt, RequestScope scope) {
    TokenOrder order =
        new TokenOrder(
            request.workspaceName(),
            request.allowedOrigin(),
            request.regionId(),
            tags(request.sourceTemplateTags()),
            tags(request.connectionTemplateTags()));
    return run.api().mintToken(order, attempt, scope);
  }

  private static TokenOrder.@Nullable Tags tags(TokenRequest.@Nullable Tags tags) {
    return tags == null ? null : new TokenOrder.Tags(tags.words(), tags.mode());
  }

  private MintedToken minted(WriteAnswer<MintedToken> answer) throws SQLException {
    if (answer instanceof Accepted<MintedToken> accepted) {
      return accepted.content();
    }
    if (answer instanceof Unclear<MintedToken> unclear) {
      throw unknown(unclear.words());
    }
    if (answer instanceof Refused<MintedToken> refused) {
      throw refused.failure().because(notMinted(refused.words()));
    }
    if (answer instanceof Missing<MintedToken> missing) {
      throw Failure.WRITE_FAILED.because(notMinted(missing.words()));
    }
    if (answer instanceof TryLater<MintedToken> later) {
      Integer status = later.words().httpStatus();
      boolean limited = status != null && status == TOO_MANY_REQUESTS;
      throw (limited ? Failure.WRITE_LIMITED : Failure.WRITE_FAILED)
          .because(notMinted(later.words()));
    }
    throw ((NotSent<MintedToken>) answer).reason();
  }

  private String notMinted(ServerWords words) {
    return "No token was minted for the workspace " + name() + ": " + text(words);
  }

  private SQLException unknown(ServerWords words) {
    String message =
        "Whether a token was minted for the workspace %s is unknown: %s. Running it again is not safe"
                .formatted(name(), text(words))
            + " where a second token would do harm";
    SQLException stop = stop();
    return stop == null
        ? Failure.UNKNOWN_OUTCOME.because(message)
        : stopped(stop).because(stop.getMessage() + " " + message);
  }

  private static Failure stopped(SQLException stop) {
    return stop instanceof SQLTimeoutException ? Failure.WRITE_TIMEOUT : Failure.WRITE_CANCELLED;
  }

  /** Why the statement was ended from outside; null = it was not. */
  private @Nullable SQLException stop() {
    try {
      run.reads().check();
      return null;
    } catch (SQLException e) {
      return e;
    }
  }

  private static String text(ServerWords words) {
    StringBuilder text = new StringBuilder();
    if (words.httpStatus() != null) {
      text.append(words.httpStatus()).append(' ');
    }
    text.append(words.message() == null ? "the server says no more" : words.message());
    if (words.requestId() != null) {
      text.append(" (request id ").append(words.requestId()).append(')');
    }
    return text.toString();
  }

  private void checkWorkspace(String id, MintedToken token) throws SQLException {
    ScopedWorkspace actual = workspaceOf(token);
    if (!actual.id().equals(id)) {
      throw Failure.WRITE_FAILED.because(
          "The server minted a token for the workspace %s, and %s has the id %s; the token was thrown"
                  .formatted(actual.id(), name(), id)
              + " away");
    }
  }

  private ScopedWorkspace workspaceOf(MintedToken token) throws SQLException {
    try {
      return run.api().scopedTokenInfo(token.scoped(), run.reads());
    } catch (SQLException e) {
      SQLException stop = stop();
      throw (stop == null ? Failure.WRITE_FAILED : stopped(stop))
          .causedBy(
              e,
              "A token was minted for the workspace %s and thrown away, since the server did not say"
                      .formatted(name())
                  + " whose it is: "
                  + e.getMessage());
    }
  }
}
