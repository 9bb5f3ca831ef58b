package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.PrimitiveType;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The methods of the platform whose results depend on their arguments alone. Which of them have
 * derivatives is not decided here: functions with a floating result all pass, and the rules rule or
 * refuse them.
 */
final class PureFunctions {
  /**
   * The classes whose static methods on primitive values are all pure, those of {@link #IMPURE}
   * apart.
   */
  private static final Set<String> OWNERS =
      Set.of(
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Integer",
          "java.lang.Long");

  private static final Set<String> IMPURE =
      Set.of(
          "java.lang.Math.random",
          "java.lang.StrictMath.random",
          "java.lang.System.nanoTime",
          "java.lang.System.currentTimeMillis");

  /**
   * The functions with an integral or boolean result that never throw. One that is missing here is
   * taken to throw, which is always right.
   */
  private static final Set<String> NEVER_THROW =
      Set.of(
          "abs",
          "max",
          "min",
          "round",
          "signum",
          "sum",
          "getExponent",
          "multiplyHigh",
          "multiplyFull",
          "unsignedMultiplyHigh",
          "compare",
          "compareUnsigned",
          "isNaN",
          "isFinite",
          "isInfinite",
          "hashCode",
          "doubleToLongBits",
          "doubleToRawLongBits",
          "floatToIntBits",
          "floatToRawIntBits",
          "bitCount",
          "highestOneBit",
          "lowestOneBit",
          "numberOfLeadingZeros",
          "numberOfTrailingZeros",
          "reverse",
          "reverseBytes",
          "rotateLeft",
          "rotateRight",
          "toUnsignedLong");

  private PureFunctions() {}

  /** Whether the method belongs to one of the classes whose methods are known. */
  static boolean isKnownOwner(ExecutableElement method) {
    return OWNERS.contains(owner(method));
  }

  /** Whether this is one of the classes whose methods are known. */
  static boolean isKnownOwner(TypeElement type) {
    return OWNERS.contains(type.getQualifiedName().toString());
  }

  /** Whether every call gives another result. */
  static boolean isImpure(ExecutableElement method) {
    return IMPURE.contains(owner(method) + "." + method.getSimpleName());
  }

  /** Whether parameters and result are primitive. */
  static boolean isPrimitive(ExecutableElement method) {
    return method.getReturnType().getKind().isPrimitive()
        && method.getParameters().stream()
            .map(VariableElement::asType)
            .allMatch(type -> type.getKind().isPrimitive());
  }

  /**
   * Whether a call of the method, a known one with that result, ends normally for all arguments.
   */
  static boolean neverThrows(ExecutableElement method, PrimitiveType result) {
    return result.isFloating() || NEVER_THROW.contains(method.getSimpleName().toString());
  }

  /** The qualified name of the class that declares the method. */
  static String owner(ExecutableElement method) {
    return ((TypeElement) method.getEnclosingElement()).getQualifiedName().toString();
  }
}
