package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** The signatures that derivative rules of a method have. */
final class RuleShape {
  private RuleShape() {}

  /** Types as the IR has them. */
  static List<Type> types(List<TypeMirror> mirrors) {
    return mirrors.stream().map(SignatureTypes::type).toList();
  }

  /**
   * The parameter types of a rule; empty for one that takes the result of a method without one.
   *
   * @param pullback whether the rule is a pullback; otherwise it is a partial
   */
  static Optional<List<Type>> parameters(
      ExecutableElement target, boolean pullback, boolean takesResult) {
    List<Type> own =
        target.getParameters().stream()
            .map(VariableElement::asType)
            .map(SignatureTypes::type)
            .toList();
    List<Type> all = new ArrayList<>(own);
    if (takesResult) {
      if (target.getReturnType().getKind() == TypeKind.VOID) {
        return Optional.empty();
      }
      all.add(SignatureTypes.type(target.getReturnType()));
    }
    if (pullback) {
      all.add(PrimitiveType.DOUBLE);
      own.stream().filter(Type::isFloatingArray).map(Type::derivative).forEach(all::add);
      if (numbers(target) > 1) {
        all.add(ArrayType.DOUBLES);
      }
    }
    return Optional.of(all);
  }

  private static long numbers(ExecutableElement target) {
    return target.getParameters().stream().filter(p -> isNumber(p.asType())).count();
  }

  /** Whether values of the type carry a derivative by themselves. */
  static boolean isNumber(TypeMirror type) {
    return SignatureTypes.type(type).isFloating();
  }

  /** Whether values of the type are arrays of arrays of numbers that carry derivatives. */
  static boolean isNested(TypeMirror type) {
    return SignatureTypes.type(type) instanceof ArrayType array
        && array.element().isFloatingArray();
  }

  /** What the rule may return. */
  static Predicate<TypeMirror> returns(DerivativeRule rule) {
    if (!rule.isPullback()) {
      return RuleShape::isNumber;
    }
    TypeKind wanted = numbers(rule.target()) == 1 ? TypeKind.DOUBLE : TypeKind.VOID;
    return type -> type.getKind() == wanted;
  }

  /** What the rule is to return. */
  static String result(DerivativeRule rule) {
    return rule.isPullback() && numbers(rule.target()) != 1
        ? "nothing: adjoints go into its arrays"
        : "a double";
  }

  /** The types as a parameter list. */
  static String display(List<Type> types) {
    return types.stream().map(Type::toString).collect(Collectors.joining(", ", "(", ")"));
  }
}
