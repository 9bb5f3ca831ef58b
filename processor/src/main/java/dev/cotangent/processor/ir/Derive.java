package dev.cotangent.processor.ir;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import java.util.List;
import java.util.Optional;

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
   * @param elsewhere the member that runs, if the callee's companion is another file's: the callee
   *     then only calls the method that is differentiated
   */
  public record Wanted(
      Derivative mode,
      String callee,
      List<Boolean> wrt,
      NonSmooth convention,
      Optional<Member> elsewhere) {
    /** Copies the list. */
    public Wanted {
      wrt = List.copyOf(wrt);
    }

    /** A derivative of a function whose body is there. */
    public Wanted(Derivative mode, String callee, List<Boolean> wrt, NonSmooth convention) {
      this(mode, callee, wrt, convention, Optional.empty());
    }
  }

  /**
   * A member of a companion that exists.
   *
   * @param companion the companion's qualified name
   * @param name the member's name
   * @param tangents the types of the tangents that it takes
   * @param holder what it gives, with an accessor for each component
   */
  public record Member(String companion, String name, List<Type> tangents, RecordType holder) {
    /** Copies the list. */
    public Member {
      tangents = List.copyOf(tangents);
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
