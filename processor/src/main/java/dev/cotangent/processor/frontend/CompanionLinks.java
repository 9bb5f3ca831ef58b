package dev.cotangent.processor.frontend;

import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Linked;
import dev.cotangent.processor.ir.Differential.Sweeps;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.runtime.Abi;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * The way to the companions of {@code @Differentiable} methods of other files. Input: such a
 * method's element. Output: its derivative as methods of the companion's {@code Link}. What is
 * being compiled has a companion by the end; a class file must have one now.
 */
final class CompanionLinks {
  private final Elements elements;
  private final MethodReader reader;
  private final PackageElement place;
  private final Predicate<ExecutableElement> hasSource;

  /**
   * @param place the package of those who call
   * @param hasSource whether a method is being compiled
   */
  CompanionLinks(
      Elements elements,
      Types types,
      PackageElement place,
      Predicate<ExecutableElement> hasSource) {
    this.elements = elements;
    this.reader = new MethodReader(elements, types);
    this.place = place;
    this.hasSource = hasSource;
  }

  /** The derivative of a method; empty if it is not annotated. */
  Optional<Differential> of(ExecutableElement method, CustomCallees.Complaint complaint) {
    return reader
        .read(method)
        .map(
            reading -> {
              if (reading instanceof MethodReader.Reading.Complete complete) {
                check(method, complete.model(), complaint);
                return linked(complete.model());
              }
              throw unusable(method, complaint, "its own declaration is refused", "Correct it");
            });
  }

  private void check(
      ExecutableElement method, MethodModel model, CustomCallees.Complaint complaint) {
    if (model.returned().record().isPresent()) {
      throw unusable(
          method,
          complaint,
          "it gives a record, and calls across files give numbers and arrays",
          "Give an array, or move '" + method.getSimpleName() + "' to this file");
    }
    boolean samePackage = elements.getPackageOf(method).equals(place);
    if (!model.names().isPublic() && !samePackage) {
      throw unusable(
          method,
          complaint,
          "only its own package can see it",
          "Make the method and its classes public");
    }
    if (hasSource.test(method)) {
      return;
    }
    String link = model.names().qualifiedCompanion() + "." + LinkMember.CLASS;
    TypeElement type = elements.getTypeElement(link);
    if (type == null) {
      throw unusable(
          method,
          complaint,
          "there is no class " + link,
          "Compile '" + method.getSimpleName() + "' with this processor");
    }
    Object version = version(type);
    if (!Integer.valueOf(Abi.VERSION).equals(version)) {
      throw unusable(
          method,
          complaint,
          "it speaks version "
              + version
              + " of the interface between companions, and this"
              + " processor speaks version "
              + Abi.VERSION,
          "Compile '" + method.getSimpleName() + "' again with this release");
    }
  }

  private static Object version(TypeElement link) {
    return ElementFilter.fieldsIn(link.getEnclosedElements()).stream()
        .filter(field -> field.getSimpleName().contentEquals("ABI"))
        .map(VariableElement::getConstantValue)
        .findFirst()
        .orElse("0");
  }

  private static Refusal unusable(
      ExecutableElement method, CustomCallees.Complaint complaint, String reason, String fix) {
    return complaint.of(Code.LINK_UNUSABLE, CustomCallees.display(method), reason, fix);
  }

  /**
   * What a call of an annotated method runs: the method itself, or, where there is no object for a
   * record among its arguments, the same from its companion.
   */
  Callee body(ExecutableElement method, Callee itself) {
    return reader.read(method).orElseThrow() instanceof MethodReader.Reading.Complete complete
            && complete.model().takesRecords()
        ? member(complete.model(), LinkMember.VALUE)
        : itself;
  }

  private static Linked linked(MethodModel model) {
    Custom forward = sweep(model, LinkMember.FORWARD, LinkMember.FORWARD_TANGENT);
    Custom reverse = sweep(model, LinkMember.REVERSE, LinkMember.REVERSE_TANGENT);
    return new Linked(
        Optional.of(new Sweeps(forward, reverse)),
        tangent(model, LinkMember.JVP),
        Optional.of(method(model, "scalar")));
  }

  /** A sweep, which forward mode differentiates by another member. */
  private static Custom sweep(MethodModel model, LinkMember member, LinkMember dual) {
    return new Custom(model.names().display(), member(model, member))
        .declare(new Linked(Optional.empty(), tangent(model, dual), Optional.empty()));
  }

  /** What carries tangents, if it is offered; nothing gives its own derivatives. */
  private static Optional<Callee> tangent(MethodModel model, LinkMember dual) {
    return Optional.of(dual)
        .filter(member -> isOffered(model, member))
        .map(
            member ->
                new Custom(model.names().display(), member(model, member)).declare(Linked.LAST));
  }

  private static boolean isOffered(MethodModel model, LinkMember member) {
    return member.isOffered(model.modes(), model.takesRecords(), model.isNumber());
  }

  private static Callee member(MethodModel model, LinkMember member) {
    return method(model, member.method());
  }

  private static Callee method(MethodModel model, String name) {
    String owner = model.names().qualifiedCompanion() + "." + LinkMember.CLASS;
    return new Callee.Method(owner, name, Opaque.Effect.WRITES);
  }
}
