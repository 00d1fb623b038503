package io.workspacesql.plan;

import org.jspecify.annotations.Nullable;

/**
 * What a connection has found out about its server. Good for choosing and for describing, never for
 * an answer.
 *
 * @param pageRows the most rows that the server sends a page, whatever it is asked for; {@link
 *     Integer#MAX_VALUE} = as many as it is asked for, as far as is known
 * @param statsTrusted whether the stats may be asked how long the list is
 * @param tokenScope what the connection may see at most; null = it has no scoped token
 */
public record Learned(int pageRows, boolean statsTrusted, @Nullable TokenScope tokenScope) {
  /** Of a connection that has read nothing yet. */
  public static final Learned NOTHING = new Learned(Integer.MAX_VALUE, true, null);
}
