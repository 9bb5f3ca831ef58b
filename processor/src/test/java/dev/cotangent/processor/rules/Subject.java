package dev.cotangent.processor.rules;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.UnaryOperator;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.stream.IntStream;

/**
 * One operation under test: writes it and the scalings of its rule as a function, checks that, and
 * runs it.
 *
 * @param parameters the operand types
 * @param result the result type
 * @param operation makes the operation from operands and result
 */
record Subject(
    String name,
    List<PrimitiveType> parameters,
    PrimitiveType result,
    Rule rule,
    BiFunction<List<Value>, Value, Op> operation) {
  private static final PrimitiveType DOUBLE = PrimitiveType.DOUBLE;

  /** What has been written before, by what it was written from: a test has many points. */
  private static final Map<List<Object>, Function> WRITTEN = new ConcurrentHashMap<>();

  static Subject function(
      String owner, String name, List<PrimitiveType> parameters, PrimitiveType result) {
    Rule rule = Rules.function(owner, name, parameters.size()).orElseThrow();
    return new Subject(
        name, parameters, result, rule, (in, out) -> new MathCall(owner, name, in, true, out));
  }

  static Subject binary(BinaryOperator operator) {
    return new Subject(
        operator.symbol(),
        List.of(DOUBLE, DOUBLE),
        DOUBLE,
        OperatorTable.BINARY.get(operator),
        (in, out) -> new Binary(operator, in.get(0), in.get(1), true, out));
  }

  static Subject negate() {
    return new Subject(
        "negate",
        List.of(DOUBLE),
        DOUBLE,
        OperatorTable.UNARY.get(UnaryOperator.NEGATE),
        (in, out) -> new Unary(UnaryOperator.NEGATE, in.get(0), true, out));
  }

  int arity() {
    return parameters.size();
  }

  /** Which operands carry a derivative. */
  List<Integer> floatingArguments() {
    return IntStream.range(0, arity()).filter(i -> parameters.get(i).isFloating()).boxed().toList();
  }

  /** The operation as a program. */
  Program program() {
    List<Value> in = operands();
    Value out = new Value(result, "r", SourceRange.NONE);
    Builder builder = new Builder();
    builder.append(operation.apply(in, out));
    return Program.of(new Function("primal", builder.region(in, List.of(out))));
  }

  /** The operation's value. */
  double primal(double... at) {
    Function function = WRITTEN.computeIfAbsent(List.of(this), key -> program().main());
    return run(function, boxes(at));
  }

  /** Seed·∂result/∂argument. */
  double scale(int argument, NonSmooth convention, double seed, double... at) {
    return scale(argument, convention, seed, Collections.nCopies(arity(), null), at);
  }

  /** The same where some arguments, those not null, are literals. */
  double scale(
      int argument, NonSmooth convention, double seed, List<Object> constants, double... at) {
    List<Object> arguments = new ArrayList<>(List.of(boxes(at)));
    arguments.add(seed);
    Function function =
        WRITTEN.computeIfAbsent(
            List.of(this, argument, convention, constants),
            key -> scaling(argument, convention, constants));
    return run(function, arguments.toArray());
  }

  /** The function from the operands and the seed to seed·∂result/∂argument. */
  Function scaling(int argument, NonSmooth convention, List<Object> constants) {
    List<Value> in = operands();
    Value seed = new Value(DOUBLE, "s", SourceRange.NONE);
    Value out = new Value(result, "r", SourceRange.NONE);
    Builder builder = new Builder();
    builder.append(operation.apply(in, out));
    List<Value> wide = in.stream().map(v -> v.type().isFloating() ? builder.widen(v) : v).toList();
    Application application =
        new Application(builder, wide, constants, builder.widen(out), convention);
    Value product = rule.scale(argument, application, seed);
    List<Value> all = new ArrayList<>(in);
    all.add(seed);
    return Verifier.verify(new Function("scaling", builder.region(all, List.of(product))));
  }

  private List<Value> operands() {
    return IntStream.range(0, arity())
        .mapToObj(i -> new Value(parameters.get(i), parameterNames().get(i), SourceRange.NONE))
        .toList();
  }

  /** What the operands are called: x, y, z unless the field calls them otherwise. */
  List<String> parameterNames() {
    String names =
        switch (name) {
          case "atan2", "atan2Dx", "atan2Dy" -> "y x";
          case "clamp", "clampDv", "clampDlow", "clampDhigh" -> "x low high";
          case "hypotD" -> "a h";
          case "powDy" -> "x y p";
          case "scalb" -> "x n";
          case "strongMultiply" -> "a b";
          default -> "x y z";
        };
    return List.of(names.split(" ")).subList(0, arity());
  }

  private Object[] boxes(double... at) {
    return IntStream.range(0, arity()).mapToObj(i -> box(parameters.get(i), at[i])).toArray();
  }

  private static Object box(PrimitiveType type, double number) {
    return switch (type) {
      case DOUBLE -> number;
      case FLOAT -> (float) number;
      case LONG -> (long) number;
      case INT -> (int) number;
      case SHORT, BYTE, CHAR, BOOLEAN -> throw new AssertionError(type);
    };
  }

  private static double run(Function function, Object... arguments) {
    return ((Number) Interpreter.run(function, arguments)[0]).doubleValue();
  }

  @Override
  public String toString() {
    return name + parameters;
  }
}
