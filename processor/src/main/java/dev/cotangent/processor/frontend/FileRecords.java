package dev.cotangent.processor.frontend;

import com.sun.source.tree.MethodTree;
import dev.cotangent.processor.ir.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/**
 * Stage 1: the records of the file with floating values in them. Their constructors and accessors
 * can be read, so that they are known to do nothing but Java's own, or what they do is lowered. Of
 * the records of other files only those are taken apart that their own file vouches for; the rest
 * are objects like others: nothing proves what is in their bodies.
 */
final class FileRecords {
  private final SourceUnit unit;
  private final Elements elements;
  private final VouchedRecords vouched;

  FileRecords(SourceUnit unit, Elements elements, Types types) {
    this.unit = unit;
    this.elements = elements;
    this.vouched = new VouchedRecords(elements, types, unit::hasSource);
  }

  /** How a constructor gives the components their values. */
  enum Constructor {
    /** Java's own: the arguments are the components. */
    IMPLICIT,
    /** A body that may look at its parameters and change them before they become the components. */
    COMPACT,
    /** It calls another one by {@code this(...)}. */
    DELEGATING,
    /** It assigns the fields itself. */
    EXPLICIT,
    /** It stands in another file, and may look at its parameters. */
    FOREIGN
  }

  /** The record that the element declares, if it is one of the file with floating values. */
  Optional<RecordType> type(TypeElement element, TypeReader types) {
    return new RecordShape(this::isKnown, types::read).of(element);
  }

  /** Whether the record is nothing but its components, or can be looked at. */
  private boolean isKnown(TypeElement record) {
    return unit.declares(record) || vouched.contains(record);
  }

  /** What declares the record. */
  TypeElement element(RecordType type) {
    return elements.getTypeElement(type.qualifiedName());
  }

  /** The record's constructors. */
  List<ExecutableElement> constructors(RecordType type) {
    return ElementFilter.constructorsIn(element(type).getEnclosedElements());
  }

  Constructor kind(ExecutableElement constructor) {
    if (!unit.declares((TypeElement) constructor.getEnclosingElement())) {
      return Constructor.FOREIGN;
    }
    Optional<MethodTree> written = unit.method(constructor);
    // javac has a tree for what nobody wrote, other compilers have none.
    if (elements.getOrigin(constructor) == Elements.Origin.MANDATED || written.isEmpty()) {
      return Constructor.IMPLICIT;
    }
    MethodTree tree = written.get();
    if (Syntax.isDelegating(tree)) {
      return Constructor.DELEGATING;
    }
    // The compiler lends a compact constructor the components as parameters.
    boolean lent =
        tree.getParameters().stream()
            .anyMatch(p -> unit.range(p).start() < unit.range(tree).start());
    return lent || tree.getParameters().isEmpty() ? Constructor.COMPACT : Constructor.EXPLICIT;
  }

  /** Whether the method is the accessor of a component and Java's own. */
  boolean isImplicitAccessor(ExecutableElement method) {
    return component(method).isPresent() && unit.method(method).isEmpty();
  }

  /** The component whose accessor the method is. */
  private static Optional<? extends RecordComponentElement> component(ExecutableElement method) {
    return method.getEnclosingElement() instanceof TypeElement type
        ? type.getRecordComponents().stream()
            .filter(component -> method.equals(component.getAccessor()))
            .findFirst()
        : Optional.empty();
  }

  /** Whether the method is an instance method of a record with a body in this file. */
  boolean isOwnMethod(ExecutableElement method) {
    return method.getEnclosingElement().getKind() == ElementKind.RECORD
        && !method.getModifiers().contains(Modifier.STATIC)
        && unit.method(method).isPresent();
  }

  /**
   * What keeps the components of an argument of this type from being what its constructor was
   * given; empty if nothing does.
   */
  Optional<String> disguise(RecordType type) {
    if (hasOwnAccessor(type)) {
      return Optional.of("an accessor of its own");
    }
    return setsComponents(type)
        ? Optional.of("a constructor that sets the components itself")
        : Optional.empty();
  }

  /** Whether an accessor of the record, or of one in it, is not Java's own. */
  boolean hasOwnAccessor(RecordType type) {
    return ElementFilter.methodsIn(element(type).getEnclosedElements()).stream()
            .anyMatch(this::isOwnAccessor)
        || inside(type).anyMatch(this::hasOwnAccessor);
  }

  /** Whether the method is an accessor that does anything but what Java's own does. */
  private boolean isOwnAccessor(ExecutableElement method) {
    return component(method).isPresent()
        && unit.method(method)
            .filter(tree -> !Syntax.returnsField(tree, method.getSimpleName().toString()))
            .isPresent();
  }

  /** Whether the record, and each one in it, is declared in this file. */
  boolean areDeclaredHere(RecordType type) {
    return unit.declares(element(type)) && inside(type).allMatch(this::areDeclaredHere);
  }

  /** Whether the canonical constructor of the record, or of one in it, has a body. */
  boolean constructs(RecordType type) {
    return constructors(type).stream()
            .map(this::kind)
            .anyMatch(kind -> kind == Constructor.COMPACT || kind == Constructor.EXPLICIT)
        || inside(type).anyMatch(this::constructs);
  }

  private boolean setsComponents(RecordType type) {
    return constructors(type).stream().anyMatch(this::setsComponents)
        || inside(type).anyMatch(this::setsComponents);
  }

  private boolean setsComponents(ExecutableElement constructor) {
    Constructor kind = kind(constructor);
    return kind == Constructor.EXPLICIT || (kind == Constructor.COMPACT && changes(constructor));
  }

  private static Stream<RecordType> inside(RecordType type) {
    return type.components().stream()
        .map(RecordType.Component::type)
        .filter(RecordType.class::isInstance)
        .map(RecordType.class::cast);
  }

  /** Whether a compact constructor may change a component, or the elements of one. */
  private boolean changes(ExecutableElement compact) {
    MethodTree tree = unit.method(compact).orElseThrow();
    Set<String> assigned = Syntax.assigned(tree.getBody());
    Set<String> exposed = ArrayMentions.exposed(tree.getBody());
    return compact.getParameters().stream()
        .anyMatch(
            parameter -> {
              String name = parameter.getSimpleName().toString();
              boolean array = parameter.asType().getKind() == TypeKind.ARRAY;
              return assigned.contains(name) || (array && exposed.contains(name));
            });
  }
}
