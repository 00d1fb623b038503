package io.workspacesql.jdbc.metadata;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.DatabaseMetaData;
import org.jspecify.annotations.Nullable;

/**
 * Makes metadata an object whose class itself declares every method of {@link DatabaseMetaData}.
 * SQLLine finds what it can ask with {@link Class#getDeclaredMethods}, which leaves out inherited
 * methods.
 */
public final class DeclaredAnswers implements InvocationHandler {
  private final DatabaseMetaData answers;

  private DeclaredAnswers(DatabaseMetaData answers) {
    this.answers = answers;
  }

  /** The same answers. */
  public static DatabaseMetaData of(DatabaseMetaData answers) {
    return (DatabaseMetaData)
        Proxy.newProxyInstance(
            DeclaredAnswers.class.getClassLoader(),
            new Class<?>[] {DatabaseMetaData.class},
            new DeclaredAnswers(answers));
  }

  @Override
  public @Nullable Object invoke(
      Object proxy, Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
    if (arguments != null && method.getName().equals("equals")) {
      return proxy == arguments[0];
    }
    try {
      return method.invoke(answers, arguments);
    } catch (InvocationTargetException e) {
      throw e.getTargetException();
    }
  }
}
