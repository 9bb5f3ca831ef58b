package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Differential.Partial;
import dev.cotangent.processor.ir.Differential.Pullback;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;

/**
 * Writes calls of derivative rules.
 *
 * @param given the arguments of the call that is differentiated, and its result where the rule
 *     takes it, as the place has them
 */
record CustomArguments(List<Value> given) {
  /** The numbers among a call's arguments that have derivatives, in order. */
  static List<Value> numbers(Invoke call) {
    return call.arguments().stream().filter(argument -> argument.type().isFloating()).toList();
  }

  /** The partial as {@code double}. */
  Value partial(Partial rule, Invoke call, Builder out) {
    Value partial = out.value(rule.type(), "");
    out.append(rule.callee().call(given, List.of(partial), call.source()));
    return out.widen(partial);
  }

  /**
   * Calls a pullback.
   *
   * @param shadows the array to add into, for the argument at an index, a floating array
   * @return the adjoint of each floating number, in order
   */
  List<Value> pullback(
      Pullback rule, Invoke call, Value cotangent, IntFunction<Value> shadows, Builder out) {
    List<Value> all = new ArrayList<>(given);
    all.add(cotangent);
    for (int i = 0; i < call.arguments().size(); i++) {
      if (call.arguments().get(i).type().isFloatingArray()) {
        all.add(shadows.apply(i));
      }
    }
    int numbers = numbers(call).size();
    if (numbers < 2) {
      List<Value> results = new ArrayList<>();
      for (int i = 0; i < numbers; i++) {
        results.add(out.value(PrimitiveType.DOUBLE, ""));
      }
      out.append(rule.callee().call(all, results, call.source()));
      return results;
    }
    Value adjoints =
        out.alloc(ArrayType.DOUBLES, out.constant(numbers), Alloc.Purpose.SHADOW, "adjoints");
    all.add(adjoints);
    out.append(rule.callee().call(all, List.of(), call.source()));
    List<Value> results = new ArrayList<>();
    for (int i = 0; i < numbers; i++) {
      results.add(out.load(adjoints, out.constant(i)));
    }
    return results;
  }
}
