package io.workspacesql.config;

/** The driver's version. */
public final class DriverVersion {
  public static final int MAJOR = 0;
  public static final int MINOR = 1;

  /** As in the Maven coordinates. */
  public static final String TEXT = MAJOR + "." + MINOR + ".0";

  private DriverVersion() {}
}
