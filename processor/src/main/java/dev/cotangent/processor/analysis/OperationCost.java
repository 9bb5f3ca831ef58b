package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Pop;
import dev.cotangent.processor.ir.Push;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.StrongMultiply;
import dev.cotangent.processor.ir.Unary;
import java.util.Map;
import java.util.Set;

/**
 * What an operation takes, in rough multiples of an addition. It is meant for choosing between two
 * ways and for telling readers what is dear, not for predicting times.
 */
public final class OperationCost {
  private static final int ADDITION = 1;
  private static final int DIVISION = 3;

  /** An index that is computed again saves an array of its own. */
  private static final int INTEGER_DIVISION = 2;

  private static final int ROOT = 5;
  private static final int FUNCTION = 15;

  private static final Set<String> CHEAP =
      Set.of("abs", "max", "min", "fma", "toRadians", "toDegrees", "signum", "copySign", "sum");

  /** What the other kinds take; those that are not here take nothing by themselves. */
  private static final Map<Class<? extends Op>, Integer> OTHERS =
      Map.ofEntries(
          Map.entry(Unary.class, ADDITION),
          Map.entry(Convert.class, ADDITION),
          Map.entry(Length.class, ADDITION),
          Map.entry(StrongMultiply.class, ADDITION + ADDITION),
          Map.entry(Load.class, ADDITION),
          Map.entry(Store.class, ADDITION),
          Map.entry(Push.class, ADDITION + ADDITION),
          Map.entry(Pop.class, ADDITION + ADDITION),
          Map.entry(Opaque.class, ADDITION + ADDITION),
          Map.entry(Invoke.class, FUNCTION),
          Map.entry(Call.class, FUNCTION));

  private OperationCost() {}

  /** The cost without operands and regions. */
  public static int of(Op op) {
    if (op instanceof Binary binary) {
      return arithmetic(binary);
    }
    return op instanceof MathCall call
        ? function(call.name())
        : OTHERS.getOrDefault(op.getClass(), 0);
  }

  private static int arithmetic(Binary op) {
    boolean slow =
        op.operator() == BinaryOperator.DIVIDE || op.operator() == BinaryOperator.REMAINDER;
    boolean floating = op.result().type().isFloating();
    return slow ? (floating ? DIVISION : INTEGER_DIVISION) : ADDITION;
  }

  private static int function(String name) {
    return name.equals("sqrt") ? ROOT : CHEAP.contains(name) ? ADDITION : FUNCTION;
  }
}
