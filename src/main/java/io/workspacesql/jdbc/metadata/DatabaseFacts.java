package io.workspacesql.jdbc.metadata;

import io.workspacesql.catalog.FunctionDefinition;
import java.sql.Connection;
import java.util.List;

/**
 * What the metadata says of the connection that it came from.
 *
 * @param url without credentials
 * @param userName the client id; empty = none
 * @param functions that statements may have in FROM
 */
public record DatabaseFacts(
    Connection connection, String url, String userName, List<FunctionDefinition> functions) {
  public DatabaseFacts {
    functions = List.copyOf(functions);
  }

  /** The one name that {@code setClientInfo} knows. */
  public static final String APPLICATION_NAME = "ApplicationName";

  /** Characters of its value at most. */
  public static final int APPLICATION_NAME_LENGTH = 128;
}
