package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Diagnostic;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;

/**
 * A diagnostic about a signature or an annotation, with the place that {@link
 * javax.annotation.processing.Messager} understands. Input of the report that the processor prints.
 *
 * @param diagnostic what is wrong
 * @param element the method or the parameter at fault
 * @param annotation the annotation at fault, or null
 * @param value the annotation's value at fault, or null
 */
public record SignatureFinding(
    Diagnostic diagnostic, Element element, AnnotationMirror annotation, AnnotationValue value) {
  static SignatureFinding at(Element element, Diagnostic diagnostic) {
    return new SignatureFinding(diagnostic, element, null, null);
  }
}
