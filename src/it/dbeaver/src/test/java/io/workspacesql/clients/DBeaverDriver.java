package io.workspacesql.clients;

import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;

/** Loads the driver from its jar alone and connects as DBeaver does. */
final class DBeaverDriver {
  private final ClassLoader classes;
  private final Driver driver;

  private DBeaverDriver(ClassLoader classes, Driver driver) {
    this.classes = classes;
    this.driver = driver;
  }

  static DBeaverDriver load() throws Exception {
    URL jar = Path.of(System.getProperty("driver.jar")).toUri().toURL();
    ClassLoader classes = new URLClassLoader(new URL[] {jar}, ClassLoader.getPlatformClassLoader());
    Class<?> driver = Class.forName("io.workspacesql.WorkspacesDriver", true, classes);
    return new DBeaverDriver(classes, (Driver) driver.getDeclaredConstructor().newInstance());
  }

  Driver driver() {
    return driver;
  }

  /** Another thread opens the connection, with the driver's class loader as its context. */
  Connection connect(String url) throws Exception {
    if (!driver.acceptsURL(url)) {
      throw new SQLException("not accepted: " + url);
    }
    return inThreadOfDriver(() -> driver.connect(url, new Properties()));
  }

  <T> T inThreadOfDriver(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    Thread thread = new Thread(task, "Open connection");
    thread.setContextClassLoader(classes);
    thread.start();
    return task.get();
  }
}
