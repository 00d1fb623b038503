package io.workspacesql.observe;

/** What a connection of this driver unwraps to, for whoever wants to hear what it does. */
public interface Observable {

  /** Tells the listener what happens from now on, as long as the connection is open. */
  void listen(DriverListener listener);
}
