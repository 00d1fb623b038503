package io.workspacesql.run;

import io.workspacesql.catalog.ColumnDefinition;
import io.workspacesql.catalog.TokenFunctions;
import io.workspacesql.error.Failure;
import io.workspacesql.plan.BoundAccess;
import io.workspacesql.plan.TokenRequest;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The one row of a token function: the only place where a token becomes a value. */
final class TokenRow implements WorkspaceSource {
  private final MintedTokens tokens;
  private final BoundAccess.Token call;
  private final List<ColumnDefinition> columns;
  private boolean read;

  TokenRow(MintedTokens tokens, BoundAccess.Token call, List<ColumnDefinition> columns) {
    this.tokens = tokens;
    this.call = call;
    this.columns = columns;
  }

  @Override
  public @Nullable Object @Nullable [] next(long wanted) throws SQLException {
    if (read) {
      return null;
    }
    read = true;
    TokenMint.Minted minted = tokens.of(call);
    @Nullable Object[] row = new @Nullable Object[columns.size()];
    for (int i = 0; i < row.length; i++) {
      row[i] = value(columns.get(i).name(), call.request(), minted);
    }
    return row;
  }

  private static @Nullable String value(
      String column, TokenRequest request, TokenMint.Minted minted) throws SQLException {
    return switch (column) {
      case TokenFunctions.WORKSPACE_ID -> minted.workspaceId();
      case TokenFunctions.WORKSPACE_NAME -> request.workspaceName();
      case TokenFunctions.ALLOWED_ORIGIN -> request.allowedOrigin();
      case TokenFunctions.TOKEN -> minted.token().revealed();
      case TokenFunctions.WIDGET_TOKEN -> minted.widget().revealedToken();
      case TokenFunctions.WIDGET_URL -> minted.widget().revealedUrl();
      default -> throw Failure.INTERNAL.because("a token function has no column " + column);
    };
  }
}
