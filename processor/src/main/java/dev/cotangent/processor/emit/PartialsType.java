package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;

/**
 * Stage 7: the runtime's class that keeps the partials in an array argument, by the argument's
 * type: one for {@code double[]}, one for {@code float[]}, and one around them for each further
 * rank.
 */
final class PartialsType {
  private final ArrayType array;

  private PartialsType(ArrayType array) {
    this.array = array;
  }

  static PartialsType of(Type array) {
    return new PartialsType((ArrayType) array);
  }

  /** Whether the array is one of arrays. */
  static boolean isNested(Type type) {
    return type instanceof ArrayType array && array.element().isReference();
  }

  private boolean isNested() {
    return isNested(array);
  }

  /** The class. */
  TypeName name() {
    if (!isNested()) {
      boolean wide = array.element() == PrimitiveType.DOUBLE;
      return wide ? RuntimeNames.DOUBLE_PARTIALS : RuntimeNames.FLOAT_PARTIALS;
    }
    return ParameterizedTypeName.get(
        RuntimeNames.NESTED_PARTIALS,
        JavaTypes.of(array.element().derivative()),
        JavaTypes.of(array.element()));
  }

  /** An expression that makes one for a variable of its type. */
  CodeBlock made() {
    return isNested()
        ? CodeBlock.of("new $T<>($L)", RuntimeNames.NESTED_PARTIALS, makers())
        : CodeBlock.of("new $T()", name());
  }

  /** An expression that makes one to call a method of. */
  CodeBlock receiver() {
    return isNested() ? CodeBlock.of("new $T($L)", name(), makers()) : made();
  }

  private CodeBlock makers() {
    return CodeBlock.of(
        "$L, $T::new, $T::new",
        of(array.element()).maker(),
        JavaTypes.of(array.derivative()),
        JavaTypes.of(array));
  }

  /** An expression for what makes one whenever it is asked. */
  CodeBlock maker() {
    return isNested() ? CodeBlock.of("() -> $L", made()) : CodeBlock.of("$T::new", name());
  }
}
