package dev.cotangent.processor.ir;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import java.util.List;

/**
 * A derivative of a function of the same {@link Program}, as part of a method. It runs what the
 * function's companion would, and gives first its value, then:
 *
 * <ul>
 *   <li>{@code GRADIENT}: for each parameter that is differentiated its partial, a {@code double}
 *       or a new array of the argument's shape;
 *   <li>{@code JVP}: the derivative along the tangents that stand behind the arguments, one for
 *       each such parameter, of the type of its partial;
 *   <li>{@code HVP}: as {@code GRADIENT}, of the derivative along tangents.
 * </ul>
 *
 * <p>Before anything else is done with a program these operations give way to calls of derivatives.
 *
 * @param what what is derived
 */
public record Derive(Wanted what, List<Value> arguments, List<Value> results, SourceRange source)
    implements Op {

  /**
   * A derivative.
   *
   * @param mode which one
   * @param callee the function
   * @param wrt one flag a parameter of the function
   * @param convention the rule at singular points
   */
  public record Wanted(Derivative mode, String callee, List<Boolean> wrt, NonSmooth convention) {
    /** Copies the list. */
    public Wanted {
      wrt = List.copyOf(wrt);
    }
  }

  /** Copies the lists. */
  public Derive {
    arguments = List.copyOf(arguments);
    results = List.copyOf(results);
  }

  @Override
  public List<Value> operands() {
    return arguments;
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new Derive(what, operands, results, source);
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitDerive(this);
  }
}
