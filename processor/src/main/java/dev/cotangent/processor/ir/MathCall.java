package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A call of a pure static method whose value depends on its arguments alone: {@link Math}, {@link
 * StrictMath}, the number helpers of {@link Double} and its kin, or a formula of the runtime's
 * {@code Adjoint}. The overload is the one whose parameter types are exactly the operands' types.
 * It never throws (the {@code …Exact} family and {@code floorDiv} do and are {@link Opaque}),
 * {@code clamp} apart, which refuses an empty interval.
 */
public record MathCall(
    String owner, String name, List<Value> arguments, boolean exact, Value result) implements Op {
  /** The qualified name of the class {@link Math}. */
  public static final String MATH = "java.lang.Math";

  /** The qualified name of the runtime's formulas. */
  public static final String ADJOINT = "dev.cotangent.runtime.Adjoint";

  /** The qualified name of the runtime's functions of streams. */
  public static final String STREAMS = "dev.cotangent.runtime.Streams";

  /** The qualified name of the runtime's slopes of numbers made by bits or rounding. */
  public static final String SLOPES = "dev.cotangent.runtime.Slopes";

  /** The qualified name of the class of what its define-by-run twin computes with. */
  public static final String SCALAR = "dev.cotangent.Scalar";

  /** Copies the list. */
  public MathCall {
    arguments = List.copyOf(arguments);
  }

  @Override
  public List<Value> operands() {
    return arguments;
  }

  @Override
  public List<Value> results() {
    return List.of(result);
  }

  @Override
  public Op rebuild(List<Value> operands, List<Value> results, List<Region> regions) {
    return new MathCall(owner, name, operands, exact, results.get(0));
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visitMathCall(this);
  }
}
