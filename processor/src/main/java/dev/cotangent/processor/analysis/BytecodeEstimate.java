package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.Map;

/**
 * Roughly how many bytes of bytecode operations will take, for splitting what would be too large:
 * HotSpot never compiles a method of more than 8,000 bytes. The estimate is meant to be too high
 * rather than too low (every value is counted as stored once and loaded at each use, which folding
 * saves), within a factor of about two.
 */
public final class BytecodeEstimate {
  /** An instruction with an index of a local variable beyond the first four. */
  private static final int LOCAL = 2;

  /** An instruction with an index into the constant pool, or a jump. */
  private static final int WIDE = 3;

  /** A comparison that leaves a boolean: compare, two jumps, two constants. */
  private static final int COMPARISON = 9;

  /** What a counted loop adds: start, test, step, jump back. */
  private static final int LOOP = 16;

  private static final Map<Class<? extends Op>, Integer> OWN =
      Map.of(
          dev.cotangent.processor.ir.Unary.class, 2,
          dev.cotangent.processor.ir.Convert.class, 1,
          dev.cotangent.processor.ir.Load.class, 1,
          dev.cotangent.processor.ir.Store.class, 1,
          dev.cotangent.processor.ir.Length.class, 1,
          If.class, 2 * WIDE,
          For.class, LOOP,
          While.class, 2 * WIDE);

  private BytecodeEstimate() {}

  /** The estimate for a function's body. */
  public static int of(Function function) {
    return of(function.body()) + WIDE;
  }

  /** The estimate for a region's operations and yields. */
  public static int of(Region region) {
    int yields = (LOCAL + LOCAL) * region.yields().size();
    return yields + region.ops().stream().mapToInt(BytecodeEstimate::of).sum();
  }

  /** The estimate for an operation, its regions included. */
  public static int of(Op op) {
    if (op instanceof Constant) {
      // Its use counts as the load of a variable, which is shorter, but it has no variable.
      return WIDE - LOCAL;
    }
    int all = own(op) + LOCAL * op.operands().size() + LOCAL * op.results().size();
    return all + op.regions().stream().mapToInt(BytecodeEstimate::of).sum();
  }

  private static boolean isVector(Value value) {
    return value.type().equals(ReferenceType.VECTOR);
  }

  private static int own(Op op) {
    if (op instanceof Binary binary) {
      return binary.operator().isComparison() ? COMPARISON : 1;
    }
    if (Lists.concat(op.operands(), op.results()).stream().anyMatch(BytecodeEstimate::isVector)) {
      return 2 * WIDE;
    }
    if (op instanceof Opaque opaque) {
      long calls = opaque.template().chars().filter(character -> character == '(').count();
      return WIDE * (1 + (int) calls);
    }
    // Everything else is a call, of a method of Math, of the runtime or of a helper.
    return OWN.getOrDefault(op.getClass(), 2 * WIDE);
  }
}
