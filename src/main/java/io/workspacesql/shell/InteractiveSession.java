package io.workspacesql.shell;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import sqlline.SqlLine;

/** SQLLine on a terminal, until the user leaves it. */
final class InteractiveSession {
  private InteractiveSession() {}

  /** Returns whether all went well. */
  static boolean open(Arguments arguments) throws IOException {
    // Otherwise JLine complains about terminals it does not know, such as an editor's.
    System.setProperty("org.jline.terminal.dumb", "true");
    return new SqlLine().begin(options(arguments), null, true) == SqlLine.Status.OK;
  }

  private static String[] options(Arguments arguments) {
    List<String> options = new ArrayList<>();
    // SQLLine's own default names the URL, which may hold a password.
    options.add("--prompt=airbyte> ");
    options.add("--isolation=TRANSACTION_NONE");
    // The driver also takes credentials from the environment: ask only for a user's secret.
    options.add(
        "--connectInteractionMode="
            + (arguments.user() == null ? "notAskCredentials" : "askCredentials"));
    options.addAll(List.of("-u", arguments.url()));
    if (arguments.user() != null) {
      options.addAll(List.of("-n", arguments.user()));
    }
    if (arguments.password() != null) {
      options.addAll(List.of("-p", arguments.password()));
    }
    return options.toArray(String[]::new);
  }
}
