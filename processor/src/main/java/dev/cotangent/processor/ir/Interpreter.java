package dev.cotangent.processor.ir;

import java.util.List;

/**
 * Runs a program: the oracle of every transformation, for which {@code interpret(pass(f))} must be
 * {@code interpret(f)}. Values are Java's boxes and real Java arrays; every operation does exactly
 * what Java does, exceptions included.
 */
public final class Interpreter {
  /** How opaque Java is evaluated. */
  @FunctionalInterface
  public interface OpaqueEvaluator {
    /** The result, or null if the operation has none. */
    Object evaluate(Opaque op, Object[] operands);
  }

  /** Says that a run was stopped because it took more steps than it was given. */
  public static final class StepLimitException extends IllegalStateException {
    private static final long serialVersionUID = 1;

    private StepLimitException(long limit) {
      super("the program takes more than " + limit + " steps");
    }
  }

  private final Program program;
  private long limit = Long.MAX_VALUE;
  private long steps;
  private OpaqueEvaluator opaque = InterpreterOpaque::evaluate;

  /** An interpreter of the program, without a limit. */
  public Interpreter(Program program) {
    this.program = program;
  }

  /** Runs the program's main function; see {@link #run(Object...)}. */
  public static Object[] run(Program program, Object... arguments) {
    return new Interpreter(program).run(arguments);
  }

  /** Runs a function that calls no other. */
  public static Object[] run(Function function, Object... arguments) {
    return run(Program.of(function), arguments);
  }

  /** From now on a run that executes more operations than this ends in an exception. */
  public Interpreter stepLimit(long operations) {
    limit = operations;
    return this;
  }

  /** From now on opaque Java is evaluated like this instead of by reflection. */
  public Interpreter opaque(OpaqueEvaluator evaluator) {
    opaque = evaluator;
    return this;
  }

  /** How many operations the last run executed, those of called functions included. */
  public long steps() {
    return steps;
  }

  /**
   * Runs the program's main function.
   *
   * @param arguments one box or array for each parameter, of exactly its type; arrays are changed
   *     in place as the program says
   * @return the results, in order
   * @throws StepLimitException if the run takes too long
   * @throws UnsupportedOperationException for opaque Java that cannot be evaluated
   * @throws RuntimeException what the program itself throws
   */
  public Object[] run(Object... arguments) {
    steps = 0;
    List<Value> parameters = program.main().parameters();
    if (arguments.length != parameters.size()) {
      throw new IllegalArgumentException(
          arguments.length + " arguments for " + parameters.size() + " parameters");
    }
    for (int i = 0; i < arguments.length; i++) {
      check(parameters.get(i), arguments[i]);
    }
    return call(program.main(), arguments);
  }

  private static void check(Value parameter, Object argument) {
    Type type = parameter.type();
    boolean fits =
        type instanceof PrimitiveType primitive
            ? argument != null && argument.getClass() == Literals.zero(primitive).getClass()
            : argument == null || InterpreterMethods.classOf(type).isInstance(argument);
    if (!fits) {
      throw new IllegalArgumentException("the argument of " + parameter + " is " + argument);
    }
  }

  Object[] call(String callee, Object[] arguments) {
    boolean recursive = callee.equals(program.main().name());
    return call(recursive ? program.main() : program.helper(callee), arguments);
  }

  private Object[] call(Function function, Object[] arguments) {
    return new InterpreterFrame(this).run(function.body(), arguments);
  }

  Object evaluate(Opaque op, Object[] operands) {
    return opaque.evaluate(op, operands);
  }

  void step() {
    if (++steps > limit) {
      throw new StepLimitException(limit);
    }
  }
}
