package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Stage 7: makes a function's arrays in the holder, one pool for each place, so that the next call
 * finds them there. An array that may outlive the call is made by {@code new}.
 */
final class HolderAllocator implements Allocator {
  private static final Map<PrimitiveType, String> POOLS =
      Map.of(
          PrimitiveType.DOUBLE, "DoublePool",
          PrimitiveType.FLOAT, "FloatPool",
          PrimitiveType.INT, "IntPool",
          PrimitiveType.LONG, "LongPool",
          PrimitiveType.BOOLEAN, "BooleanPool");

  private final HolderEmitter holder;
  private final String into;
  private final ArrayOrigins origins;
  private final Map<Value, String> fields = new IdentityHashMap<>();
  private final Set<String> used;

  /**
   * An allocator for one function.
   *
   * @param used collects the names of the pools, to be reset when the member is entered
   */
  HolderAllocator(HolderEmitter holder, String into, Function function, Set<String> used) {
    this.holder = holder;
    this.into = into;
    this.origins = ArrayOrigins.of(function);
    this.used = used;
  }

  /** An empty collection for the names of pools. */
  static Set<String> pools() {
    return new LinkedHashSet<>();
  }

  @Override
  public CodeBlock alloc(Alloc op, CodeBlock length) {
    if (op.purpose() == Alloc.Purpose.RECORD && !isPooled(op.result())) {
      return references(op, length);
    }
    if (!isPooled(op.result())
        || (op.purpose() == Alloc.Purpose.PRIMAL && origins.mayEscape(op.result()))) {
      return PLAIN.alloc(op, length);
    }
    String request =
        switch (op.purpose()) {
          case PRIMAL -> "zeroed";
          case SHADOW -> "cleared";
          case RECORD -> "scratch";
        };
    return CodeBlock.of("$L.$L($L)", pool(op.result()), request, length);
  }

  @Override
  public CodeBlock shadowOf(ShadowOf op, CodeBlock array) {
    if (!isPooled(op.result())) {
      return PLAIN.shadowOf(op, array);
    }
    CodeBlock shadow = CodeBlock.of("$L.cleared($L.length)", pool(op.result()), array);
    return origins.isNeverNull(op.array())
        ? shadow
        : CodeBlock.of("$L == null ? null : $L", array, shadow);
  }

  @Override
  public CodeBlock copy(CloneArray op, CodeBlock array) {
    if (!isPooled(op.result()) || origins.mayEscape(op.result())) {
      return PLAIN.copy(op, array);
    }
    return CodeBlock.of("$L.copy($L)", pool(op.result()), array);
  }

  @Override
  public CodeBlock grow(Grow op, CodeBlock array, CodeBlock index) {
    Optional<Value> origin = origins.of(op.array()).filter(HolderAllocator::isPooled);
    return origin.isPresent()
        ? CodeBlock.of("$L.grow($L, $L)", field(origin.get()), array, index)
        : PLAIN.grow(op, array, index);
  }

  private static boolean isPooled(Value array) {
    return POOLS.containsKey(((ArrayType) array.type()).element());
  }

  /** A record of references: the elements' class decides the pool. */
  private CodeBlock references(Alloc op, CodeBlock length) {
    // No array can be made of a type with arguments.
    TypeName element = JavaTypes.erased(((ArrayType) op.result().type()).element());
    TypeName pool = ParameterizedTypeName.get(RuntimeNames.REFERENCE_POOL, element);
    CodeBlock field = field(op.result(), pool);
    return CodeBlock.of("$L.scratch($L, $T[]::new)", field, length, element);
  }

  /**
   * The pool of the place where an array is made; one that does not outlive its iteration is always
   * the first.
   */
  private CodeBlock pool(Value made) {
    CodeBlock field = field(made);
    return origins.endsWithItsIteration(made) ? CodeBlock.of("$L.again()", field) : field;
  }

  private CodeBlock field(Value made) {
    String type = POOLS.get(((ArrayType) made.type()).element());
    return field(made, ClassName.get("dev.cotangent.runtime", type));
  }

  private CodeBlock field(Value made, TypeName type) {
    String wish = (made.name().isEmpty() ? "array" : made.name()) + "Pool";
    String field = fields.computeIfAbsent(made, value -> holder.keep(type, wish));
    used.add(field);
    return CodeBlock.of("$L.$L", into, field);
  }
}
