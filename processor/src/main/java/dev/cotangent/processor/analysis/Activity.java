package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Set;

/**
 * Which values of a function take part in its derivative. A floating value is <em>varied</em> when
 * it depends differentiably on an input, <em>useful</em> when the result depends differentiably on
 * it, and <em>active</em> when it is both; an array is varied or useful as a whole, together with
 * everything that may be the same array. Only what is active gets adjoints. Over-estimating costs
 * time; under-estimating would be a wrong gradient, so calls and unknown operations count as
 * depending on everything they are given.
 */
public final class Activity {
  private final Set<Value> varied;
  private final Set<Value> useful;
  private final Aliases aliases;

  private Activity(Set<Value> varied, Set<Value> useful, Aliases aliases) {
    this.varied = varied;
    this.useful = useful;
    this.aliases = aliases;
  }

  /**
   * Runs both directions to their fixed points.
   *
   * @param inputs the parameters with respect to which the function is differentiated
   * @param outputs the values whose derivative is wanted: floating results and, where they count as
   *     outputs, arrays
   */
  public static Activity of(
      Function function, List<Value> inputs, List<Value> outputs, Aliases aliases) {
    Set<Value> varied = new Dependence(aliases, true).close(function, inputs);
    Set<Value> useful = new Dependence(aliases, false).close(function, outputs);
    return new Activity(varied, useful, aliases);
  }

  /** Whether the value (or the array that it refers to) is varied and useful. */
  public boolean isActive(Value value) {
    return isVaried(value) && isUseful(value);
  }

  /** Whether an output depends on the value, or on the content of the array that it refers to. */
  public boolean isUseful(Value value) {
    return useful.contains(key(value));
  }

  /** Whether the value (or the content of the array that it refers to) depends on an input. */
  public boolean isVaried(Value value) {
    return varied.contains(key(value));
  }

  /** Whether opaque Java may have kept a number that depends on an input. */
  public boolean isWorldVaried() {
    return varied.contains(aliases.classOf(aliases.world()));
  }

  private Value key(Value value) {
    return value.type().isReference() ? aliases.classOf(value) : value;
  }
}
