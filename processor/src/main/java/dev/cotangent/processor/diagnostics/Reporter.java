package dev.cotangent.processor.diagnostics;

import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic.Kind;

/** Prints diagnostics through the compiler, each at the most exact place that is known. */
public final class Reporter {
  private final Messager messager;
  private final SourcePlaces places;

  /** Makes a reporter that asks {@code places} for positions inside methods. */
  public Reporter(Messager messager, SourcePlaces places) {
    this.messager = messager;
    this.places = places;
  }

  /** Prints at the diagnostic's own range in the method's file, or at the method if it has none. */
  public void report(ExecutableElement method, Diagnostic diagnostic) {
    Kind kind = kind(diagnostic.code().severity());
    boolean printed =
        diagnostic.range().isKnown()
            && places.print(kind, diagnostic.message(), method, diagnostic.range());
    if (!printed) {
      messager.printMessage(kind, diagnostic.message(), method);
    }
  }

  /**
   * As {@link #report(ExecutableElement, Diagnostic)}, unless it is no error and its code is in
   * {@code suppressed}.
   */
  public void report(ExecutableElement method, Diagnostic diagnostic, Set<String> suppressed) {
    boolean silent =
        diagnostic.code().severity() != Severity.ERROR
            && suppressed.contains(diagnostic.code().id());
    if (!silent) {
      report(method, diagnostic);
    }
  }

  /** Prints at an element: a parameter, a method, a type. */
  public void report(Element element, Diagnostic diagnostic) {
    messager.printMessage(kind(diagnostic.code().severity()), diagnostic.message(), element);
  }

  /** Prints at a value of an annotation of the element. */
  public void report(
      Element element, AnnotationMirror annotation, AnnotationValue value, Diagnostic diagnostic) {
    messager.printMessage(
        kind(diagnostic.code().severity()), diagnostic.message(), element, annotation, value);
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }
}
