package io.workspacesql.demo;

/** A thread of the simulated server: a daemon, so that a program that forgets it can end. */
final class DemoThread extends Thread {
  DemoThread(String name, Runnable task) {
    super(null, task, name, 0, false);
    setDaemon(true);
    setContextClassLoader(DemoThread.class.getClassLoader());
  }
}
