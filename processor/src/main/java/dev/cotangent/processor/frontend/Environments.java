package dev.cotangent.processor.frontend;

import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * Finds the compiler's own environment behind the wrappers that IntelliJ IDEA and Gradle put around
 * it, since the compiler's trees are given out for its own only.
 */
final class Environments {
  private static final int DEEPEST_NESTING = 4;

  private Environments() {}

  /** The innermost environment that can be reached; the given one if it is not wrapped. */
  static ProcessingEnvironment unwrap(ProcessingEnvironment environment) {
    ProcessingEnvironment inner = environment;
    for (int i = 0; i < DEEPEST_NESTING; i++) {
      ProcessingEnvironment next = unwrapIntelliJ(unwrapGradle(inner));
      if (next == inner) {
        return inner;
      }
      inner = next;
    }
    return inner;
  }

  /** Gradle's incremental environment keeps the one it wraps in the field {@code delegate}. */
  private static ProcessingEnvironment unwrapGradle(ProcessingEnvironment environment) {
    if (!environment.getClass().getName().startsWith("org.gradle.")) {
      return environment;
    }
    try {
      Field delegate = environment.getClass().getDeclaredField("delegate");
      delegate.setAccessible(true);
      return (ProcessingEnvironment) delegate.get(environment);
    } catch (ReflectiveOperationException | RuntimeException changed) {
      return environment;
    }
  }

  /**
   * IntelliJ IDEA hands out proxies and offers, for exactly this purpose, a method that gives the
   * environment behind one.
   */
  private static ProcessingEnvironment unwrapIntelliJ(ProcessingEnvironment environment) {
    try {
      Class<?> wrappers =
          environment.getClass().getClassLoader().loadClass("org.jetbrains.jps.javac.APIWrappers");
      Object inner =
          wrappers
              .getDeclaredMethod("unwrap", Class.class, Object.class)
              .invoke(null, ProcessingEnvironment.class, environment);
      return inner == null ? environment : (ProcessingEnvironment) inner;
    } catch (ClassNotFoundException | NoSuchMethodException | IllegalAccessException notIntelliJ) {
      return environment;
    } catch (InvocationTargetException | RuntimeException changed) {
      return environment;
    }
  }
}
