package dev.cotangent.processor.diagnostics;

import java.util.HashSet;
import java.util.Set;
import javax.annotation.processing.Messager;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.QualifiedNameable;
import javax.tools.Diagnostic.Kind;

/** Prints diagnostics through the compiler, each at the most exact place that is known. */
public final class Reporter {
  private final Messager messager;
  private final SourcePlaces places;
  private final Set<Shown> shown = new HashSet<>();

  /** A diagnostic with the file that it is about. */
  private record Shown(String file, Diagnostic diagnostic) {}

  /** Makes a reporter that asks {@code places} for positions inside methods. */
  public Reporter(Messager messager, SourcePlaces places) {
    this.messager = messager;
    this.places = places;
  }

  /**
   * Prints at the diagnostic's own range in the method's file, or at the method if it has none. A
   * place in a helper is shown once, however many methods call it.
   */
  public void report(ExecutableElement method, Diagnostic diagnostic) {
    if (diagnostic.range().isKnown() && !shown.add(new Shown(file(method), diagnostic))) {
      return;
    }
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

  /** Prints what is about no source in particular. */
  public void report(Diagnostic diagnostic) {
    messager.printMessage(kind(diagnostic.code().severity()), diagnostic.message());
  }

  /** The outermost type around the method, which stands for its file. */
  private static String file(Element method) {
    Element at = method;
    while (at.getEnclosingElement() != null
        && at.getEnclosingElement().getKind() != ElementKind.PACKAGE) {
      at = at.getEnclosingElement();
    }
    return at instanceof QualifiedNameable named ? named.getQualifiedName().toString() : "";
  }

  private static Kind kind(Severity severity) {
    return switch (severity) {
      case ERROR -> Kind.ERROR;
      case WARNING -> Kind.WARNING;
      case NOTE -> Kind.NOTE;
    };
  }
}
