package dev.cotangent.processor.frontend;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.util.Optional;
import javax.annotation.processing.Filer;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.Element;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.FileObject;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;

/** Finds the text of the file that declares an outermost type, by what the compiler offers. */
interface SourceTexts {
  /** The text; empty if it comes from a class file or cannot be found. */
  Optional<String> text(TypeElement outermost);

  /** Whether the type is known to come from a class file. */
  boolean isClassFile(TypeElement outermost);

  /** The texts of this compiler, from the way that is surest to the least sure. */
  static SourceTexts of(ProcessingEnvironment environment) {
    Elements elements = environment.getElementUtils();
    return new SourceTexts() {
      @Override
      public Optional<String> text(TypeElement type) {
        return EclipseBinding.of(type)
            .flatMap(EclipseBinding::text)
            .or(() -> fileOf(elements, type).flatMap(SourceTexts::source))
            .or(() -> onSourcePath(environment.getFiler(), elements, type));
      }

      @Override
      public boolean isClassFile(TypeElement type) {
        return EclipseBinding.of(type)
            .map(EclipseBinding::isClassFile)
            .orElseGet(() -> fileOf(elements, type).filter(SourceTexts::isClassFile).isPresent());
      }
    };
  }

  /**
   * By {@code Elements.getFileObjectOf}, which is newer than the Java that this is compiled for.
   */
  private static Optional<JavaFileObject> fileOf(Elements elements, TypeElement type) {
    try {
      Object file =
          Elements.class.getMethod("getFileObjectOf", Element.class).invoke(elements, type);
      return Optional.ofNullable((JavaFileObject) file);
    } catch (NoSuchMethodException | IllegalAccessException olderJava) {
      return Optional.empty();
    } catch (InvocationTargetException notImplemented) {
      return Optional.empty();
    }
  }

  private static boolean isClassFile(JavaFileObject file) {
    return file.getKind() == JavaFileObject.Kind.CLASS;
  }

  private static Optional<String> source(JavaFileObject file) {
    return file.getKind() == JavaFileObject.Kind.SOURCE ? content(file) : Optional.empty();
  }

  private static Optional<String> onSourcePath(Filer filer, Elements elements, TypeElement type) {
    String place = elements.getPackageOf(type).getQualifiedName().toString();
    try {
      return content(
          filer.getResource(StandardLocation.SOURCE_PATH, place, type.getSimpleName() + ".java"));
    } catch (IOException | RuntimeException noSuchPath) {
      return Optional.empty();
    }
  }

  private static Optional<String> content(FileObject file) {
    try {
      return Optional.of(file.getCharContent(true).toString());
    } catch (IOException | RuntimeException unreadable) {
      return Optional.empty();
    }
  }
}
