package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.Map;

/**
 * Stage 7: makes a sweep's own arrays in the pools of its tape, for functions that are called from
 * other companions and have no holder. The user's arrays, which may be kept, are made by {@code
 * new}.
 */
record TapeAllocator(String tape) implements Allocator {
  private static final Map<Type, String> POOLS =
      Map.of(
          PrimitiveType.DOUBLE, "doublePools",
          PrimitiveType.FLOAT, "floatPools",
          PrimitiveType.INT, "intPools",
          PrimitiveType.LONG, "longPools",
          PrimitiveType.BOOLEAN, "booleanPools");

  @Override
  public CodeBlock alloc(Alloc op, CodeBlock length) {
    boolean references = element(op.result()).isReference();
    boolean primal = op.purpose() == Alloc.Purpose.PRIMAL || op.purpose() == Alloc.Purpose.LOCAL;
    if (primal || !(references || isPooled(op.result()))) {
      return PLAIN.alloc(op, length);
    }
    String request =
        switch (op.purpose()) {
          case PRIMAL, LOCAL, COPY -> "zeroed";
          case SHADOW -> "cleared";
          case RECORD -> "scratch";
        };
    return references
        ? ofReferences(op.result(), request, length)
        : CodeBlock.of("$L.$L($L)", pool(op.result()), request, length);
  }

  private CodeBlock ofReferences(Value made, String request, CodeBlock length) {
    TypeName type = JavaTypes.erased(element(made));
    return CodeBlock.of(
        "$1L.referencePools($2T.class).$3L($4L, $2T[]::new)", tape, type, request, length);
  }

  @Override
  public CodeBlock shadowOf(ShadowOf op, CodeBlock array) {
    return isPooled(op.result()) && !op.visible()
        ? CodeBlock.of("$1L == null ? null : $2L.cleared($1L.length)", array, pool(op.result()))
        : PLAIN.shadowOf(op, array);
  }

  private static boolean isPooled(Value array) {
    return POOLS.containsKey(element(array));
  }

  private CodeBlock pool(Value array) {
    return CodeBlock.of("$L.$L()", tape, POOLS.get(element(array)));
  }

  private static Type element(Value array) {
    return ((ArrayType) array.type()).element();
  }
}
