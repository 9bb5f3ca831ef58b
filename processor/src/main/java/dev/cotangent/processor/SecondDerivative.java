package dev.cotangent.processor;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Calls of the program of {@link Stages#PULLED_AND_PRODUCT}: value and gradient of a function, and
 * the derivatives of both along a direction, all of them in everything floating that the function
 * takes.
 *
 * @param main the program's main function
 */
record SecondDerivative(Function main) {

  /**
   * What it is given; null stands for zeros.
   *
   * @param arguments the function's own, which it may overwrite
   * @param cotangent what its value is worth
   * @param tangents the direction, by parameter; what it overwrites gets the tangents of that
   * @param products the arrays that the derivatives of partials are added to, by parameter
   * @param cotangentTangent the tangent of the cotangent
   */
  record Given(
      List<Value> arguments,
      Value cotangent,
      IntFunction<Value> tangents,
      IntFunction<Value> products,
      Value cotangentTangent) {}

  /**
   * What it gives.
   *
   * @param slope the derivative of the value along the direction
   * @param gradient the partial in each parameter
   * @param product the derivative of each partial along the direction
   */
  record Results(Value slope, Map<Integer, Value> gradient, Map<Integer, Value> product) {}

  /** Whether a function has partials in what it is given there. */
  static boolean isInput(Type type) {
    return type.isFloating() || type.isFloatingArray();
  }

  /** Writes the call. */
  Results call(Given given, Value tape, Builder out) {
    List<Value> arguments = given.arguments();
    List<Value> tangents = new ArrayList<>();
    List<Value> shadows = new ArrayList<>();
    List<Value> products = new ArrayList<>();
    Map<Integer, Value> gradient = new HashMap<>();
    Map<Integer, Value> product = new HashMap<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Value argument = arguments.get(i);
      if (isInput(argument.type())) {
        tangents.add(orZero(given.tangents().apply(i), argument, out));
      }
      if (argument.type().isFloatingArray()) {
        shadows.add(out.shadowOf(argument, ""));
        products.add(orZero(given.products().apply(i), argument, out));
        gradient.put(i, shadows.get(shadows.size() - 1));
        product.put(i, products.get(products.size() - 1));
      } else if (argument.type().isFloating()) {
        numbers.add(i);
      }
    }
    List<Value> all = new ArrayList<>(arguments);
    all.addAll(shadows);
    all.add(given.cotangent());
    all.add(tape);
    all.addAll(tangents);
    all.addAll(products);
    all.add(given.cotangentTangent());
    List<Value> results = main.results().stream().map(Value::fresh).toList();
    out.append(new Call(main.name(), all, results, SourceRange.NONE));
    int half = results.size() / 2;
    for (int i = 0; i < numbers.size(); i++) {
      gradient.put(numbers.get(i), results.get(1 + i));
      product.put(numbers.get(i), results.get(half + 1 + i));
    }
    return new Results(results.get(half), gradient, product);
  }

  private static Value orZero(Value value, Value argument, Builder out) {
    if (value != null) {
      return value;
    }
    return argument.type().isFloating() ? out.constant(0.0) : out.shadowOf(argument, "");
  }
}
