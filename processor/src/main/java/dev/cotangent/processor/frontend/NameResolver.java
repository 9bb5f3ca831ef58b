package dev.cotangent.processor.frontend;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.MemberSelectTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.ModuleElement;
import javax.lang.model.element.PackageElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/**
 * What a simple name means at a place inside a type, local variables apart: the rules of scopes,
 * inheritance, imports and packages of the Java language, over the elements of the current round.
 */
final class NameResolver {
  /** An import: the qualified name of the type or package, and the member's name or {@code *}. */
  private record Import(boolean isStatic, String qualifier, String name) {
    boolean isStar() {
      return name.equals("*");
    }

    boolean offers(String wanted) {
      return name.equals(wanted);
    }
  }

  private final Elements elements;
  private final Members members;
  private final TypeElement place;
  private final PackageElement ownPackage;
  private final List<Import> imports;

  /**
   * @param place the innermost type around the code
   */
  NameResolver(Elements elements, CompilationUnitTree unit, TypeElement place) {
    this.elements = elements;
    this.members = new Members(elements);
    this.place = place;
    this.ownPackage = elements.getPackageOf(place);
    this.imports = unit.getImports().stream().map(NameResolver::read).toList();
  }

  private static Import read(ImportTree tree) {
    MemberSelectTree name = (MemberSelectTree) tree.getQualifiedIdentifier();
    return new Import(
        tree.isStatic(), name.getExpression().toString(), name.getIdentifier().toString());
  }

  Members members() {
    return members;
  }

  /** The field of that name: of an enclosing type, or imported. */
  Optional<VariableElement> field(String name) {
    return firstOf(
        enclosing().map(type -> members.field(type, name)),
        staticImports(name, type -> members.field(type, name)));
  }

  /** The methods that a call by simple name chooses from; empty if there is none. */
  List<ExecutableElement> methods(String name) {
    List<ExecutableElement> own =
        enclosing()
            .map(type -> members.methods(type, name))
            .filter(methods -> !methods.isEmpty())
            .findFirst()
            .orElse(List.of());
    if (!own.isEmpty()) {
      return own;
    }
    List<ExecutableElement> single = importedMethods(name, false);
    return single.isEmpty() ? importedMethods(name, true) : single;
  }

  private List<ExecutableElement> importedMethods(String name, boolean star) {
    List<ExecutableElement> found = new ArrayList<>();
    imports.stream()
        .filter(i -> i.isStatic() && (star ? i.isStar() : i.offers(name)))
        .flatMap(i -> qualifiedType(i.qualifier()).stream())
        .flatMap(type -> members.methods(type, name).stream())
        .filter(method -> method.getModifiers().contains(Modifier.STATIC))
        .filter(method -> !found.contains(method))
        .forEach(found::add);
    return found;
  }

  /** The type of that simple name. */
  Optional<TypeElement> type(String name) {
    Optional<TypeElement> own =
        enclosing().map(type -> ownOrMember(type, name)).flatMap(Optional::stream).findFirst();
    if (own.isPresent()) {
      return own;
    }
    return firstOf(
        Stream.concat(
            typeImports(name, false),
            Stream.concat(
                staticImports(name, type -> members.memberType(type, name)),
                Stream.of(typeIn(ownPackage.getQualifiedName().toString(), name)))),
        Stream.concat(typeImports(name, true), Stream.of(typeIn("java.lang", name))));
  }

  private Optional<TypeElement> ownOrMember(TypeElement type, String name) {
    return type.getSimpleName().contentEquals(name)
        ? Optional.of(type)
        : members.memberType(type, name);
  }

  private Stream<Optional<TypeElement>> typeImports(String name, boolean star) {
    return imports.stream()
        .filter(i -> !i.isStatic() && (star ? i.isStar() : i.offers(name)))
        .map(i -> typeIn(i.qualifier(), name));
  }

  /** Static imports of single members first, then those of all members of a type. */
  private <T> Stream<Optional<T>> staticImports(
      String name, Function<TypeElement, Optional<T>> member) {
    Stream<Import> single = imports.stream().filter(i -> i.isStatic() && i.offers(name));
    Stream<Import> star = imports.stream().filter(i -> i.isStatic() && i.isStar());
    return Stream.concat(single, star).map(i -> qualifiedType(i.qualifier()).flatMap(member));
  }

  private Optional<TypeElement> typeIn(String qualifier, String name) {
    return qualifiedType(qualifier.isEmpty() ? name : qualifier + "." + name);
  }

  /** The type of that canonical name, as this file's module sees it. */
  Optional<TypeElement> qualifiedType(String name) {
    ModuleElement module = elements.getModuleOf(place);
    return Optional.ofNullable(
        module == null ? elements.getTypeElement(name) : elements.getTypeElement(module, name));
  }

  /** The types around the place, innermost first. */
  private Stream<TypeElement> enclosing() {
    return Stream.<Element>iterate(place, e -> e != null, Element::getEnclosingElement)
        .filter(TypeElement.class::isInstance)
        .map(TypeElement.class::cast);
  }

  private static <T> Optional<T> firstOf(Stream<Optional<T>> first, Stream<Optional<T>> second) {
    return Stream.concat(first, second).flatMap(Optional::stream).findFirst();
  }
}
