package io.workspacesql.jdbc.metadata;

import java.sql.Connection;

/**
 * What the metadata says of the connection that it came from.
 *
 * @param url without credentials
 * @param userName the client id; empty = none
 */
public record DatabaseFacts(Connection connection, String url, String userName) {
  /** The one name that {@code setClientInfo} knows. */
  public static final String APPLICATION_NAME = "ApplicationName";

  /** Characters of its value at most. */
  public static final int APPLICATION_NAME_LENGTH = 128;
}
