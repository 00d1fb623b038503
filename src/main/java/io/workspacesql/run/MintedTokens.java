package io.workspacesql.run;

import io.workspacesql.plan.BoundAccess;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

/**
 * The tokens of one execution: each call of a function mints one, however often and wherever the
 * plan reads its row. Nobody else sees them, and they go with the execution. Belongs to the thread
 * that executes.
 */
final class MintedTokens {
  private final WriteRun run;
  private final Map<BoundAccess.Token, Outcome> outcomes = new HashMap<>();

  MintedTokens(WriteRun run) {
    this.run = run;
  }

  /** What came of one call; a call that failed must not be tried again either. */
  @FunctionalInterface
  private interface Outcome {
    TokenMint.Minted get() throws SQLException;
  }

  /** Whether this call has been carried out. */
  boolean hold(BoundAccess.Token call) {
    return outcomes.containsKey(call);
  }

  /** The call's token, minted now when it has not been before. */
  TokenMint.Minted of(BoundAccess.Token call) throws SQLException {
    Outcome known = outcomes.get(call);
    if (known == null) {
      known = mint(call);
      outcomes.put(call, known);
    }
    return known.get();
  }

  private Outcome mint(BoundAccess.Token call) {
    try {
      TokenMint.Minted minted = new TokenMint(run, call.request()).mint();
      return () -> minted;
    } catch (SQLException e) {
      return () -> {
        throw e;
      };
    }
  }
}
