package dev.cotangent.processor.emit;

import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Type;

/**
 * Stage 7: an array type as an array creation writes it, {@code new double[n][]}.
 *
 * @param innermost the type before the brackets
 * @param emptyBrackets what follows the first dimension
 */
record Dimensions(TypeName innermost, String emptyBrackets) {
  static Dimensions of(ArrayType type) {
    Type element = type.element();
    StringBuilder brackets = new StringBuilder();
    while (element instanceof ArrayType inner) {
      brackets.append("[]");
      element = inner.element();
    }
    return new Dimensions(JavaTypes.erased(element), brackets.toString());
  }
}
