package dev.cotangent.processor.rules;

import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.List;

/**
 * The derivative of one operator or function: a scaling for each argument.
 *
 * @param name the function's name, or the operator's symbol
 * @param flow what becomes of the derivative here
 * @param scalings one an argument, in order
 */
public record Rule(String name, Flow flow, List<Scaling> scalings) {
  /** What becomes of a derivative that reaches an operation. */
  public enum Flow {
    /** It goes on, in at least one argument. */
    CONTINUES,
    /** It is zero wherever it exists: the function is constant between its jumps. */
    VANISHES,
    /** It ends, since the result is an integer or a boolean. */
    ENDS
  }

  /** Copies the list. */
  public Rule {
    scalings = List.copyOf(scalings);
  }

  /** A rule with these scalings. */
  static Rule rule(String name, Scaling... scalings) {
    return new Rule(name, Flow.CONTINUES, List.of(scalings));
  }

  /** The rule of a function that is constant between its jumps. */
  static Rule constant(String name, int arguments) {
    return new Rule(name, Flow.VANISHES, zeros(arguments));
  }

  /** The rule of an operation whose result carries no derivative. */
  static Rule end(String name, int arguments) {
    return new Rule(name, Flow.ENDS, zeros(arguments));
  }

  private static List<Scaling> zeros(int count) {
    return Collections.nCopies(count, Scaling.ZERO);
  }

  /** Whether nothing flows into the argument, whatever the values are. */
  public boolean isZero(int argument) {
    return scalings.get(argument).isZero();
  }

  /** Appends seed·∂result/∂argument to the application's builder. */
  public Value scale(int argument, Application application, Value seed) {
    return scalings.get(argument).scale(application, seed);
  }
}
