package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.analysis.ArrayOrigins;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.MakeTape;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
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

  private final HolderFields holder;
  private final String into;
  private final ArrayOrigins origins;
  private final Map<Value, String> fields = new IdentityHashMap<>();
  private final Set<String> used;

  /** What no longer lives than an iteration, though it is handed to parts of the function. */
  private final Set<Value> brief = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * An allocator for one function.
   *
   * @param origins what is known of the function's arrays
   * @param used collects the names of the pools, to be reset when the member is entered
   */
  HolderAllocator(HolderFields holder, String into, ArrayOrigins origins, Set<String> used) {
    this.holder = holder;
    this.into = into;
    this.origins = origins;
    this.used = used;
  }

  /** An empty collection for the names of pools. */
  static Set<String> pools() {
    return new LinkedHashSet<>();
  }

  @Override
  public CodeBlock alloc(Alloc op, CodeBlock length) {
    boolean escapes = op.purpose() == Alloc.Purpose.PRIMAL && origins.mayEscape(op.result());
    if (escapes || hasNoPool(op.result())) {
      return PLAIN.alloc(op, length);
    }
    String request =
        switch (op.purpose()) {
          case PRIMAL, LOCAL, COPY -> "zeroed";
          case SHADOW -> "cleared";
          case RECORD -> "scratch";
        };
    if (op.brief()) {
      brief.add(op.result());
    }
    return isPooled(op.result())
        ? CodeBlock.of("$L.$L($L)", pool(op.result()), request, length)
        : ofReferences(op.result(), request, length);
  }

  @Override
  public CodeBlock shadowOf(ShadowOf op, CodeBlock array) {
    if (op.visible() && (!isPooled(op.result()) || origins.mayEscape(op.result()))) {
      return PLAIN.shadowOf(op, array);
    }
    if (!isPooled(op.result())) {
      PartialsType partials = PartialsType.of(op.array().type());
      TypeName pool =
          ParameterizedTypeName.get(
              RuntimeNames.SHADOW_POOL,
              JavaTypes.of(op.result().type()),
              JavaTypes.of(op.array().type()));
      CodeBlock made = CodeBlock.of("new $T<>($L)", RuntimeNames.SHADOW_POOL, partials.maker());
      return CodeBlock.of("$L.shadowOf($L)", field(op.result(), pool, made), array);
    }
    String request = op.visible() ? "zeroed" : "cleared";
    CodeBlock shadow = CodeBlock.of("$L.$L($L.length)", pool(op.result()), request, array);
    return origins.isNeverNull(op.array())
        ? shadow
        : CodeBlock.of("$L == null ? null : $L", array, shadow);
  }

  @Override
  public CodeBlock copy(CloneArray op, CodeBlock array) {
    if (origins.mayEscape(op.result()) || hasNoPool(op.result())) {
      return PLAIN.copy(op, array);
    }
    return isPooled(op.result())
        ? CodeBlock.of("$L.copy($L)", pool(op.result()), array)
        : ofReferences(op.result(), "copy", array);
  }

  @Override
  public CodeBlock tape(MakeTape op) {
    CodeBlock initial = CodeBlock.of("new $T()", RuntimeNames.TAPE);
    return field(op.result(), RuntimeNames.TAPE, initial, "tape");
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

  /** Arrays of the small integer types are too rare for pools of their own. */
  private static boolean hasNoPool(Value array) {
    return !isPooled(array) && ((ArrayType) array.type()).element() instanceof PrimitiveType;
  }

  /** A request for an array of references: the elements' class decides the pool. */
  private CodeBlock ofReferences(Value made, String request, CodeBlock argument) {
    // No array can be made of a type with arguments.
    TypeName element = JavaTypes.erased(((ArrayType) made.type()).element());
    TypeName pool = ParameterizedTypeName.get(RuntimeNames.REFERENCE_POOL, element);
    CodeBlock field =
        again(made, field(made, pool, CodeBlock.of("new $T<>()", RuntimeNames.REFERENCE_POOL)));
    return CodeBlock.of("$L.$L($L, $T[]::new)", field, request, argument, element);
  }

  /**
   * The pool of the place where an array is made; one that does not outlive its iteration is always
   * the first.
   */
  private CodeBlock pool(Value made) {
    return again(made, field(made));
  }

  private CodeBlock again(Value made, CodeBlock field) {
    boolean ends = brief.contains(made) || origins.endsWithItsIteration(made);
    return ends ? CodeBlock.of("$L.again()", field) : field;
  }

  private CodeBlock field(Value made) {
    String name = POOLS.get(((ArrayType) made.type()).element());
    ClassName type = ClassName.get("dev.cotangent.runtime", name);
    return field(made, type, CodeBlock.of("new $T()", type));
  }

  private CodeBlock field(Value made, TypeName type, CodeBlock initial) {
    return field(made, type, initial, (made.name().isEmpty() ? "array" : made.name()) + "Pool");
  }

  private CodeBlock field(Value made, TypeName type, CodeBlock initial, String wish) {
    String field = fields.computeIfAbsent(made, value -> holder.keep(type, initial, wish));
    used.add(field);
    return CodeBlock.of("$L.$L", into, field);
  }
}
