package dev.cotangent.processor.frontend;

import com.sun.source.tree.AnnotatedTypeTree;
import com.sun.source.tree.ArrayTypeTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.PrimitiveTypeTree;
import com.sun.source.tree.Tree;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Which of the methods in a type's tree an element is: the one of its name and parameter types. */
final class MethodMatch {
  private MethodMatch() {}

  /** The tree of the method. */
  static Optional<MethodTree> find(ExecutableElement method, Stream<MethodTree> candidates) {
    List<String> types = method.getParameters().stream().map(p -> qualified(p.asType())).toList();
    // What is written longer fits fewer types: X may be a.X or b.X, and b.X is only one of them.
    return candidates
        .filter(tree -> tree.getName().contentEquals(method.getSimpleName()))
        .filter(tree -> fits(types, written(tree)))
        .max(Comparator.comparing(tree -> String.join(",", written(tree)).length()));
  }

  private static boolean fits(List<String> types, List<String> written) {
    return types.size() == written.size()
        && IntStream.range(0, types.size()).allMatch(i -> fits(types.get(i), written.get(i)));
  }

  private static boolean fits(String type, String written) {
    return type.equals(written) || type.endsWith("." + written);
  }

  private static String qualified(TypeMirror type) {
    if (type instanceof ArrayType array) {
      return qualified(array.getComponentType()) + "[]";
    }
    if (type instanceof DeclaredType declared && declared.asElement() instanceof TypeElement e) {
      return e.getQualifiedName().toString();
    }
    return type.getKind().isPrimitive()
        ? type.getKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }

  private static List<String> written(MethodTree method) {
    return method.getParameters().stream().map(p -> written(p.getType())).toList();
  }

  private static String written(Tree type) {
    if (type instanceof ArrayTypeTree array) {
      return written(array.getType()) + "[]";
    }
    if (type instanceof ParameterizedTypeTree generic) {
      return written(generic.getType());
    }
    if (type instanceof AnnotatedTypeTree annotated) {
      return written(annotated.getUnderlyingType());
    }
    if (type instanceof MemberSelectTree select) {
      return written(select.getExpression()) + "." + select.getIdentifier();
    }
    return type instanceof PrimitiveTypeTree primitive
        ? primitive.getPrimitiveTypeKind().name().toLowerCase(Locale.ROOT)
        : type.toString();
  }
}
