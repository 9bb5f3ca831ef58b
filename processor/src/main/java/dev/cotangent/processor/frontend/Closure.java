package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * A lambda or method reference, resolved: which function of the program it is, and the values that
 * it has caught, which the function takes before its own arguments.
 *
 * @param type the interface that it implements
 * @param function the name of the function
 * @param caught the values, of the function that the closure stands in
 */
record Closure(FunctionalType type, String function, List<Value> caught) {
  /** Copies the list. */
  Closure {
    caught = List.copyOf(caught);
  }

  /** The same closure in another function, which takes what it has caught. */
  Closure renewed() {
    return new Closure(type, function, caught.stream().map(Value::fresh).toList());
  }
}
