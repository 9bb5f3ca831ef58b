package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.frontend.MethodModel.Names;
import dev.cotangent.processor.frontend.MethodModel.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Reads an annotated method's signature and annotation into a {@link MethodModel} and finds what is
 * wrong with them.
 *
 * <p>Input: the method's element. Output: a {@link Reading}; its model stands even where something
 * is wrong, as far as a companion with the right signatures can be written from it.
 */
public final class MethodReader {
  /** The classes nested in companions, whose names a companion cannot have. */
  private static final Set<String> NESTED = Set.of("Gradient", "Tangent", "Bound", "Link");

  private final Elements elements;
  private final Types types;
  private final Reachability reachability;

  /** Makes a reader on the compiler's view of this round. */
  public MethodReader(Elements elements, Types types) {
    this.elements = elements;
    this.types = types;
    this.reachability = new Reachability(elements, types);
  }

  /** What was read. */
  public sealed interface Reading {
    /** A model, and what is wrong with it. */
    record Complete(MethodModel model, List<SignatureFinding> findings) implements Reading {}

    /** No companion can be written, not even one that throws. */
    record Unusable(List<SignatureFinding> findings) implements Reading {}

    /**
     * The signature names a type that does not exist yet; the compiler reports it if it never does.
     */
    record Unresolved() implements Reading {}
  }

  /** Reads one method; nothing if it does not bear the annotation. */
  public Optional<Reading> read(ExecutableElement method) {
    return AnnotationReader.of(method).map(annotation -> read(method, annotation));
  }

  private Reading read(ExecutableElement method, AnnotationReader annotation) {
    if (SignatureTypes.isErroneous(method)) {
      return new Reading.Unresolved();
    }
    SignatureCheck check = new SignatureCheck(method, annotation);
    Optional<Names> names = names(method, annotation, check);
    if (names.isEmpty()) {
      return new Reading.Unusable(check.findings());
    }
    Returned returned = check.returned();
    check.modes(returned);
    checkedExceptions(method, check);
    List<Parameter> parameters = parameters(method, check.wrt());
    check.partialNames(parameters);
    MethodModel model =
        new MethodModel(
            names.get(),
            parameters,
            returned,
            annotation.modes(),
            annotation.nonSmooth(),
            annotation.suppress(),
            !annotation.values("wrt").isEmpty());
    return new Reading.Complete(model, check.findings());
  }

  private void checkedExceptions(ExecutableElement method, SignatureCheck check) {
    for (TypeMirror thrown : method.getThrownTypes()) {
      boolean unchecked =
          Stream.of("java.lang.RuntimeException", "java.lang.Error")
              .map(name -> elements.getTypeElement(name).asType())
              .anyMatch(type -> types.isSubtype(thrown, type));
      if (!unchecked) {
        String name = SignatureTypes.type(thrown).toString();
        check.report(Code.CHECKED_EXCEPTION, method.getSimpleName().toString(), name);
      }
    }
  }

  private Optional<Names> names(
      ExecutableElement method, AnnotationReader annotation, SignatureCheck check) {
    Optional<String> hidden = reachability.hidden(method);
    if (hidden.isPresent()) {
      check.report(Code.UNREACHABLE_METHOD, hidden.get(), method.getSimpleName().toString());
      return Optional.empty();
    }
    List<String> enclosing = reachability.enclosing(method);
    String name = method.getSimpleName().toString();
    String companion = MethodModel.defaultCompanion(enclosing, name);
    AnnotationValue wished = annotation.value("companion");
    if (wished != null && wished.getValue() instanceof String text && !text.isEmpty()) {
      if (SourceVersion.isName(text) && text.indexOf('.') < 0 && !NESTED.contains(text)) {
        companion = text;
      } else {
        check.report(wished, Code.COMPANION_NOT_A_NAME, text);
      }
    }
    return Optional.of(
        new Names(
            reachability.packageName(method),
            enclosing,
            name,
            companion,
            reachability.isPublic(method)));
  }

  private List<Parameter> parameters(ExecutableElement method, Set<String> wrt) {
    List<Parameter> parameters = new ArrayList<>();
    int last = method.getParameters().size() - 1;
    for (VariableElement element : method.getParameters()) {
      boolean varargs = method.isVarArgs() && parameters.size() == last;
      String name = element.getSimpleName().toString();
      parameters.add(
          new Parameter(
              name,
              SignatureTypes.ofParameter(element.asType()),
              element.asType().getKind() == TypeKind.TYPEVAR
                  ? types.erasure(element.asType())
                  : element.asType(),
              varargs,
              wrt.contains(name)));
    }
    return parameters;
  }
}
