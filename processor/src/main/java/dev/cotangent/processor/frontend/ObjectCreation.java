package dev.cotangent.processor.frontend;

import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.ParameterizedTypeTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Lowers {@code new} of objects that no derivative is to pass through. */
final class ObjectCreation {
  /** Made without a seed, these give other numbers each time. */
  private static final Set<String> UNSEEDED =
      Set.of("java.util.Random", "java.util.SplittableRandom", "java.security.SecureRandom");

  private final FunctionLowering function;
  private final PassiveArguments arguments;

  ObjectCreation(FunctionLowering function, NameLowering names) {
    this.function = function;
    this.arguments = new PassiveArguments(function, names);
  }

  /** The new object. */
  Value create(NewClassTree node, Wanted wanted) {
    if (node.getClassBody() != null || node.getEnclosingExpression() != null) {
      throw function.refuse(
          Code.OBJECT_VALUE,
          node,
          "An anonymous or inner class",
          "make the object outside the annotated method and pass it");
    }
    TypeElement element =
        function
            .types()
            .typeElement(generic(node), function.names())
            .orElseThrow(
                () -> function.refuse(Code.UNKNOWN_NAME, node, node.getIdentifier().toString()));
    requireCreatable(element, node);
    boolean diamond =
        node.getIdentifier() instanceof ParameterizedTypeTree type
            && type.getTypeArguments().isEmpty();
    Type written = function.types().read(node.getIdentifier(), function.names()).orElseThrow();
    return opaque(node, element, diamond ? Optional.empty() : Optional.of(written), wanted);
  }

  private static com.sun.source.tree.Tree generic(NewClassTree node) {
    return node.getIdentifier() instanceof ParameterizedTypeTree type
        ? type.getType()
        : node.getIdentifier();
  }

  private void requireCreatable(TypeElement element, NewClassTree node) {
    String name = element.getQualifiedName().toString();
    boolean inner =
        element.getNestingKind() == NestingKind.MEMBER
            && !element.getModifiers().contains(Modifier.STATIC);
    if (element.getKind() == ElementKind.RECORD || inner) {
      throw function.refuse(
          Code.OBJECT_VALUE, node, "'new " + name + "'", "make it outside the annotated method");
    }
    if (UNSEEDED.contains(name) && node.getArguments().isEmpty()) {
      throw function.refuse(Code.IMPURE_CALL, node, "new " + element.getSimpleName());
    }
  }

  private Value opaque(
      NewClassTree node, TypeElement element, Optional<Type> written, Wanted wanted) {
    List<ExecutableElement> constructors =
        ElementFilter.constructorsIn(element.getEnclosedElements());
    PassiveArguments.Evaluated evaluated =
        arguments.evaluate(node.getArguments(), formals(constructors, written, node));
    Optional<ExecutableElement> chosen =
        function
            .program()
            .overloads()
            .choose(constructors, evaluated.types())
            .map(OverloadResolution.Choice::method);
    chosen
        .map(List::of)
        .orElse(constructors)
        .forEach(constructor -> function.requireVisible(constructor, node));
    Type type = written.orElseGet(() -> inferred(node, chosen, evaluated.types(), wanted));
    function.requireVisible(type, node);
    String name = element.getQualifiedName().toString();
    Template text = new Template().text("new ");
    written.ifPresentOrElse(text::type, () -> text.name(name).text("<>"));
    text.text("(").append(evaluated.text()).text(")");
    Opaque.Effect effect = evaluated.effect(name, "<init>");
    return function
        .ops()
        .opaque(text.toString(), text.operands(), effect, type, function.range(node));
  }

  private Optional<List<? extends TypeMirror>> formals(
      List<ExecutableElement> constructors, Optional<Type> written, NewClassTree node) {
    return written.flatMap(
        site ->
            PassiveArguments.formals(
                constructors,
                node.getArguments().size(),
                function.program().objectTypes(),
                (m, types) -> types.method((ReferenceType) site, m)));
  }

  /** The type of an object whose type arguments are left out. */
  private Type inferred(
      NewClassTree node,
      Optional<ExecutableElement> constructor,
      List<Type> argumentTypes,
      Wanted wanted) {
    if (!wanted.value()) {
      return TypeReader.OBJECT;
    }
    ObjectTypes types = function.program().objectTypes();
    return wanted
        .type()
        .filter(Type::isReference)
        .or(() -> constructor.flatMap(c -> types.created(c, argumentTypes)))
        .orElseThrow(() -> function.refuse(Code.UNKNOWN_TYPE, node, "this object"));
  }
}
