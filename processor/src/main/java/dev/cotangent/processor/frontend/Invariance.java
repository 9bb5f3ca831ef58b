package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MakeRecord;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReadComponent;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Whether a loop's bound, whose variables the loop does not assign, gives the same value in every
 * round.
 *
 * @param isPossible whether its operations depend on nothing but variables and the elements of
 *     arrays
 * @param loaded the element types of the arrays that it reads
 */
record Invariance(boolean isPossible, Set<Type> loaded) {
  /** The invariance of a bound with these operations. */
  static Invariance of(List<Op> bound) {
    Set<Type> loaded = new HashSet<>();
    boolean possible = bound.stream().allMatch(op -> isInvariant(op, loaded));
    return new Invariance(possible, loaded);
  }

  private static boolean isInvariant(Op op, Set<Type> loaded) {
    if (op instanceof Load load) {
      loaded.add(load.result().type());
      return true;
    }
    if (op instanceof Opaque opaque) {
      return opaque.effect() == Opaque.Effect.NONE;
    }
    if (op instanceof If branch) {
      return branch.regions().stream()
          .flatMap(region -> region.ops().stream())
          .allMatch(inner -> isInvariant(inner, loaded));
    }
    return op instanceof Constant
        || op instanceof Unary
        || op instanceof Binary
        || op instanceof Convert
        || op instanceof MathCall
        || op instanceof Length
        || op instanceof MakeRecord
        || op instanceof ReadComponent;
  }

  /** Whether the loop's body leaves the elements alone that the bound reads. */
  boolean holdsIn(Region body) {
    return loaded.isEmpty() || body.ops().stream().noneMatch(this::overwrites);
  }

  private boolean overwrites(Op op) {
    if (op instanceof Store store) {
      return loaded.contains(((ArrayType) store.array().type()).element());
    }
    // What is called may call what knows the array.
    if (isCall(op) || (op instanceof Opaque o && o.effect() == Opaque.Effect.WRITES)) {
      return true;
    }
    return op.regions().stream()
        .flatMap(region -> region.ops().stream())
        .anyMatch(this::overwrites);
  }

  private static boolean isCall(Op op) {
    return op instanceof Call || op instanceof Invoke || op instanceof Derive;
  }

  /** Whether any of the operations changes something, or may do so in a helper. */
  static boolean changesSomething(List<Op> ops) {
    return ops.stream()
        .anyMatch(
            op ->
                op instanceof Store
                    || (op instanceof Opaque opaque && Effects.of(opaque).writes())
                    || (isCall(op) && op.operands().stream().anyMatch(a -> a.type().isReference()))
                    || op.regions().stream().anyMatch(region -> changesSomething(region.ops())));
  }
}
