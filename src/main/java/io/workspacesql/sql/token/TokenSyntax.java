package io.workspacesql.sql.token;

import io.workspacesql.catalog.Catalog;
import io.workspacesql.catalog.FunctionDefinition;
import io.workspacesql.catalog.TokenFunctions;
import io.workspacesql.error.Failure;
import io.workspacesql.error.UncheckedSqlException;
import io.workspacesql.plan.TokenSettings;
import java.util.List;
import java.util.Optional;
import org.apache.calcite.sql.SqlCall;
import org.apache.calcite.sql.SqlFunction;
import org.apache.calcite.sql.SqlIdentifier;
import org.apache.calcite.sql.SqlKind;
import org.apache.calcite.sql.SqlNode;
import org.apache.calcite.sql.fun.SqlStdOperatorTable;
import org.apache.calcite.sql.util.SqlBasicVisitor;
import org.apache.calcite.sql.util.SqlShuttle;
import org.jspecify.annotations.Nullable;

/**
 * Finds {@code TABLE(scoped_token('acme'))} in syntax trees. Calls are numbered in the order of the
 * text, so that a plan which holds one of them several times still knows it as one.
 */
public final class TokenSyntax extends SqlShuttle {
  private final @Nullable TokenSettings settings;
  private int calls;

  private TokenSyntax(@Nullable TokenSettings settings) {
    this.settings = settings;
  }

  /**
   * The statement with its calls understood.
   *
   * @param settings null = the connection may not mint tokens
   * @throws UncheckedSqlException 42501 for a call that is not allowed, 42883 and 0A000 for
   *     arguments that the function does not take
   */
  public static SqlNode resolved(SqlNode statement, @Nullable TokenSettings settings) {
    SqlNode resolved = statement.accept(new TokenSyntax(settings));
    return resolved == null ? statement : resolved;
  }

  /** Whether it is such a call, with its TABLE. */
  public static boolean isTokenTable(SqlCall call) {
    return call.getKind() == SqlKind.COLLECTION_TABLE
        && call.operand(0) instanceof SqlCall inner
        && inner.getOperator() instanceof TokenFunction;
  }

  /** Whether such a call stands somewhere in a resolved statement; a failure names it. */
  public static Optional<String> firstIn(SqlNode statement) {
    Finder finder = new Finder();
    statement.accept(finder);
    return Optional.ofNullable(finder.found);
  }

  @Override
  public @Nullable SqlNode visit(SqlCall call) {
    FunctionDefinition function = called(call).orElse(null);
    if (function == null) {
      return super.visit(call);
    }
    if (settings == null) {
      throw new UncheckedSqlException(Failure.TOKENS_NOT_ALLOWED.because(function.name()));
    }
    SqlCall inner = call.operand(0);
    return SqlStdOperatorTable.COLLECTION_TABLE.createCall(
        call.getParserPosition(), new TokenArguments(function, inner).resolved(++calls));
  }

  private Optional<FunctionDefinition> called(SqlCall call) {
    if (call.getKind() != SqlKind.COLLECTION_TABLE
        || !(call.operand(0) instanceof SqlCall inner)
        || !(inner.getOperator() instanceof SqlFunction function)) {
      return Optional.empty();
    }
    SqlIdentifier name = function.getSqlIdentifier();
    if (name == null || !isOurs(name)) {
      return Optional.empty();
    }
    String last = name.names.get(name.names.size() - 1);
    List<FunctionDefinition> functions =
        settings == null ? TokenFunctions.all(false) : settings.functions();
    return functions.stream().filter(known -> known.name().equalsIgnoreCase(last)).findFirst();
  }

  private static boolean isOurs(SqlIdentifier name) {
    return name.isSimple()
        || (name.names.size() == 2 && name.names.get(0).equalsIgnoreCase(Catalog.API_SCHEMA));
  }

  private static final class Finder extends SqlBasicVisitor<@Nullable Void> {
    private @Nullable String found;

    @Override
    public @Nullable Void visit(SqlCall call) {
      if (call.getOperator() instanceof TokenFunction function) {
        found = function.getName();
      }
      return super.visit(call);
    }
  }
}
