package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.Optional;
import javax.lang.model.element.Element;

/**
 * What Eclipse's compiler keeps behind an element. No API shows it, so it is read by reflection;
 * whatever a future release renames is then not found, and callers have other ways.
 */
final class EclipseBinding {
  private final Object binding;

  private EclipseBinding(Object binding) {
    this.binding = binding;
  }

  /** The binding; empty if the element is another compiler's. */
  static Optional<EclipseBinding> of(Element element) {
    if (!element.getClass().getName().startsWith("org.eclipse.jdt.")) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(field(element, "_binding")).map(EclipseBinding::new);
    } catch (ReflectiveOperationException | RuntimeException changed) {
      return Optional.empty();
    }
  }

  /** Whether a class file is behind a type. */
  boolean isClassFile() {
    return binding.getClass().getSimpleName().equals("BinaryTypeBinding");
  }

  /** The text of the file that declares a type, as the compiler itself read it. */
  Optional<String> text() {
    try {
      Object scope = field(binding, "scope");
      Object unit = call(scope, "referenceCompilationUnit");
      Object file = field(field(unit, "compilationResult"), "compilationUnit");
      return Optional.of(new String((char[]) call(file, "getContents")));
    } catch (ReflectiveOperationException | RuntimeException noSource) {
      return Optional.empty();
    }
  }

  /**
   * Runs an action that prints at a method, while the method's declaration claims to stand in that
   * range: the compiler prints at declarations only.
   *
   * @return whether the action has been run
   */
  boolean at(SourceRange range, Runnable action) {
    try {
      Object declaration = call(binding, "sourceMethod");
      Field start = declaration.getClass().getField("sourceStart");
      Field end = declaration.getClass().getField("sourceEnd");
      int oldStart = start.getInt(declaration);
      int oldEnd = end.getInt(declaration);
      try {
        start.setInt(declaration, range.start());
        // Eclipse counts the last character in.
        end.setInt(declaration, Math.max(range.start(), range.end() - 1));
        action.run();
      } finally {
        start.setInt(declaration, oldStart);
        end.setInt(declaration, oldEnd);
      }
      return true;
    } catch (ReflectiveOperationException | RuntimeException changed) {
      return false;
    }
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    return owner.getClass().getField(name).get(owner);
  }

  private static Object call(Object owner, String name) throws ReflectiveOperationException {
    Method method = owner.getClass().getMethod(name);
    // Some of the classes are not public, though what they implement is.
    method.setAccessible(true);
    return method.invoke(owner);
  }
}
