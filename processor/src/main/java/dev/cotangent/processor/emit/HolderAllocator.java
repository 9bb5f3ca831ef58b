package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
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
    Optional<CodeBlock> pool = pool(op.result(), "Pool");
    if (pool.isEmpty()
        || (op.purpose() == Alloc.Purpose.PRIMAL && origins.mayEscape(op.result()))) {
      return PLAIN.alloc(op, length);
    }
    String request = op.purpose() == Alloc.Purpose.RECORD ? "scratch" : "zeroed";
    return CodeBlock.of("$L.$L($L)", pool.get(), request, length);
  }

  @Override
  public CodeBlock shadowOf(ShadowOf op, CodeBlock array) {
    Optional<CodeBlock> pool = pool(op.result(), "Pool");
    if (pool.isEmpty()) {
      return PLAIN.shadowOf(op, array);
    }
    CodeBlock shadow = CodeBlock.of("$L.zeroed($L.length)", pool.get(), array);
    return origins.isNeverNull(op.array())
        ? shadow
        : CodeBlock.of("$L == null ? null : $L", array, shadow);
  }

  @Override
  public CodeBlock copy(CloneArray op, CodeBlock array) {
    Optional<CodeBlock> pool = pool(op.result(), "Pool");
    if (pool.isEmpty() || origins.mayEscape(op.result())) {
      return PLAIN.copy(op, array);
    }
    return CodeBlock.of("$L.copy($L)", pool.get(), array);
  }

  @Override
  public CodeBlock grow(Grow op, CodeBlock array, CodeBlock index) {
    Optional<CodeBlock> pool = origins.of(op.array()).flatMap(origin -> pool(origin, "Pool"));
    return pool.isPresent()
        ? CodeBlock.of("$L.grow($L, $L)", pool.get(), array, index)
        : PLAIN.grow(op, array, index);
  }

  /** The pool of the place where a value's array is made; none for elements that have no pool. */
  private Optional<CodeBlock> pool(Value made, String suffix) {
    String type = POOLS.get(((ArrayType) made.type()).element());
    if (type == null) {
      return Optional.empty();
    }
    String field =
        fields.computeIfAbsent(
            made,
            value ->
                holder.keep(
                    ClassName.get("dev.cotangent.runtime", type),
                    (value.name().isEmpty() ? "array" : value.name()) + suffix));
    used.add(field);
    return Optional.of(CodeBlock.of("$L.$L", into, field));
  }
}
