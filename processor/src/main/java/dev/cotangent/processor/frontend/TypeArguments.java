package dev.cotangent.processor.frontend;

import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WildcardTree;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Reads the arguments of generic types, from the compiler's model and from trees. */
final class TypeArguments {
  private TypeArguments() {}

  /** How the types among the arguments are read. */
  @FunctionalInterface
  interface Reading {
    /** The type; empty if it is not known. */
    Optional<Type> read(TypeMirror mirror);
  }

  /** The class with its arguments. */
  static ReferenceType declared(DeclaredType type, Reading types) {
    String name = ((TypeElement) type.asElement()).getQualifiedName().toString();
    List<TypeArgument> arguments =
        type.getTypeArguments().stream().map(argument -> argument(argument, types)).toList();
    return new ReferenceType(name, arguments);
  }

  private static TypeArgument argument(TypeMirror mirror, Reading types) {
    if (mirror instanceof WildcardType wildcard) {
      if (wildcard.getSuperBound() != null) {
        return bounded(TypeArgument.Kind.SUPER, wildcard.getSuperBound(), types);
      }
      return wildcard.getExtendsBound() == null
          ? TypeArgument.ANY
          : bounded(TypeArgument.Kind.EXTENDS, wildcard.getExtendsBound(), types);
    }
    if (mirror instanceof TypeVariable variable) {
      // What a wildcard was captured as. Its own arguments may lead back to itself.
      return variable.getUpperBound() instanceof DeclaredType bound
              && bound.getTypeArguments().isEmpty()
          ? bounded(TypeArgument.Kind.EXTENDS, bound, types)
          : TypeArgument.ANY;
    }
    return bounded(TypeArgument.Kind.EXACT, mirror, types);
  }

  private static TypeArgument bounded(TypeArgument.Kind kind, TypeMirror bound, Reading types) {
    return types
        .read(bound)
        .map(TypeReader::asObject)
        .map(type -> new TypeArgument(kind, type))
        .orElse(TypeArgument.ANY);
  }

  /** The class with the arguments that the tree gives; empty if a name is not known. */
  static Optional<Type> of(
      TypeElement element, ParameterizedTypeTree tree, TypeReader types, NameResolver names) {
    List<TypeArgument> arguments = new ArrayList<>();
    for (Tree argument : tree.getTypeArguments()) {
      Optional<TypeArgument> read = argument(argument, types, names);
      if (read.isEmpty()) {
        return Optional.empty();
      }
      arguments.add(read.get());
    }
    return Optional.of(new ReferenceType(element.getQualifiedName().toString(), arguments));
  }

  private static Optional<TypeArgument> argument(Tree tree, TypeReader types, NameResolver names) {
    if (!(tree instanceof WildcardTree wildcard)) {
      return types.read(tree, names).map(TypeReader::asObject).map(TypeArgument::of);
    }
    return switch (wildcard.getKind()) {
      case UNBOUNDED_WILDCARD -> Optional.of(TypeArgument.ANY);
      case SUPER_WILDCARD -> bounded(TypeArgument.Kind.SUPER, wildcard, types, names);
      default -> bounded(TypeArgument.Kind.EXTENDS, wildcard, types, names);
    };
  }

  private static Optional<TypeArgument> bounded(
      TypeArgument.Kind kind, WildcardTree tree, TypeReader types, NameResolver names) {
    return types
        .read(tree.getBound(), names)
        .map(TypeReader::asObject)
        .map(type -> new TypeArgument(kind, type));
  }
}
