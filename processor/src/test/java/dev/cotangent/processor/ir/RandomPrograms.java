package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random well-formed programs for property tests: arithmetic on doubles and ints, conversions, math
 * calls, arrays that are read and written (parameters, which may be one array, and local ones),
 * {@code If}, {@code For} and {@code While} nested, and calls of a helper. The same seed gives the
 * same program. Runs end; a few throw (an index out of bounds, a division by zero), as users'
 * programs do.
 *
 * <p>The main function has the parameters {@code double x, double y, int n, double[] a, double[] b}
 * and a few double results and an int one.
 */
public final class RandomPrograms {
  /** The least length of an array argument for which masked indices stay inside. */
  static final int MASK = 3;

  private static final double[] LITERALS = {0, 1, -1, 2, 0.5, -0.0, 3.25};
  private static final double[] DIVISORS = {1, -1, 2, 3};
  private static final String[] FUNCTIONS = {"sin", "cos", "tanh", "abs", "sqrt"};

  private final Random random;
  private double freeShare;
  private boolean calls;

  /** A generator whose floating operations are exact. */
  public RandomPrograms(long seed) {
    random = new Random(seed);
  }

  /** From now on about this share of the floating operations is free. */
  public RandomPrograms freeShare(double share) {
    freeShare = share;
    return this;
  }

  /** The next program. */
  public Program next() {
    Map<String, Function> helpers = new LinkedHashMap<>();
    calls = false;
    helpers.put("helper", helper());
    calls = true;
    Scope scope = new Scope();
    List<Value> parameters = new ArrayList<>();
    for (String name : List.of("x", "y")) {
      parameters.add(scope.add(new Value(PrimitiveType.DOUBLE, name, SourceRange.NONE)));
    }
    parameters.add(scope.add(new Value(PrimitiveType.INT, "n", SourceRange.NONE)));
    for (String name : List.of("a", "b")) {
      parameters.add(scope.add(new Value(ArrayType.DOUBLES, name, SourceRange.NONE)));
    }
    Builder out = new Builder();
    block(out, scope, 3, 6 + random.nextInt(10));
    List<Value> results =
        List.of(pick(scope.doubles), pick(scope.doubles), pick(scope.doubles), pick(scope.ints));
    return new Program(new Function("main", out.region(parameters, results)), helpers);
  }

  /** {@code double helper(double p, double[] q)}. */
  private Function helper() {
    Scope scope = new Scope();
    Value p = scope.add(new Value(PrimitiveType.DOUBLE, "p", SourceRange.NONE));
    Value q = scope.add(new Value(ArrayType.DOUBLES, "q", SourceRange.NONE));
    Builder out = new Builder();
    scope.add(out.constant(random.nextInt(4)));
    block(out, scope, 1, 4);
    return new Function("helper", out.region(List.of(p, q), List.of(pick(scope.doubles))));
  }

  /** The values that the next operation may use. */
  private static final class Scope {
    final List<Value> doubles = new ArrayList<>();
    final List<Value> ints = new ArrayList<>();
    final List<Value> booleans = new ArrayList<>();
    final List<Value> arrays = new ArrayList<>();

    Value add(Value value) {
      if (value.type() == PrimitiveType.DOUBLE) {
        doubles.add(value);
      } else if (value.type() == PrimitiveType.INT) {
        ints.add(value);
      } else if (value.type() == PrimitiveType.BOOLEAN) {
        booleans.add(value);
      } else {
        arrays.add(value);
      }
      return value;
    }

    Scope copy() {
      Scope copy = new Scope();
      copy.doubles.addAll(doubles);
      copy.ints.addAll(ints);
      copy.booleans.addAll(booleans);
      copy.arrays.addAll(arrays);
      return copy;
    }
  }

  private <T> T pick(List<T> list) {
    // Recent values are more likely, so that chains grow and little is dead.
    int a = random.nextInt(list.size());
    int b = random.nextInt(list.size());
    return list.get(Math.max(a, b));
  }

  private void block(Builder out, Scope scope, int depth, int size) {
    for (int k = 0; k < size; k++) {
      int kind = random.nextInt(depth > 0 ? 22 : 16);
      if (kind < 6) {
        arithmetic(out, scope);
      } else if (kind < 11) {
        small(out, scope, kind);
      } else if (kind < 16) {
        memory(out, scope, kind);
      } else if (kind < 18) {
        branch(out, scope, depth);
      } else if (kind < 20) {
        loop(out, scope, depth);
      } else if (kind < 21) {
        repeat(out, scope, depth);
      } else if (calls) {
        call(out, scope);
      }
    }
  }

  private boolean exact() {
    return random.nextDouble() >= freeShare;
  }

  private void arithmetic(Builder out, Scope scope) {
    BinaryOperator[] operators = {
      BinaryOperator.ADD, BinaryOperator.SUBTRACT, BinaryOperator.MULTIPLY, BinaryOperator.MULTIPLY
    };
    boolean divide = random.nextInt(12) == 0;
    BinaryOperator operator = divide ? BinaryOperator.DIVIDE : operators[random.nextInt(4)];
    Value result = new Value(PrimitiveType.DOUBLE);
    Value left = floating(out, scope);
    // A zero divisor would turn the sign of a zero, which free operations may change, into more.
    Value right =
        divide && freeShare > 0
            ? out.constant(DIVISORS[random.nextInt(DIVISORS.length)])
            : floating(out, scope);
    out.append(new Binary(operator, left, right, exact(), result));
    scope.add(result);
  }

  private Value floating(Builder out, Scope scope) {
    return random.nextInt(4) == 0
        ? out.constant(LITERALS[random.nextInt(LITERALS.length)])
        : pick(scope.doubles);
  }

  private Value integer(Builder out, Scope scope) {
    return random.nextInt(3) == 0 ? out.constant(random.nextInt(7) - 2) : pick(scope.ints);
  }

  private void small(Builder out, Scope scope, int kind) {
    switch (kind) {
      case 6 -> scope.add(unary(out, scope));
      case 7 -> scope.add(integral(out, scope));
      case 8 -> scope.add(comparison(out, scope));
      case 9 -> scope.add(function(out, scope));
      default -> {
        Value result = new Value(PrimitiveType.DOUBLE);
        out.append(new Convert(integer(out, scope), exact(), result));
        scope.add(result);
      }
    }
  }

  private Value unary(Builder out, Scope scope) {
    Value result = new Value(PrimitiveType.DOUBLE);
    if (freeShare > 0 && random.nextInt(3) == 0) {
      return out.strongMultiply(floating(out, scope), floating(out, scope));
    }
    out.append(new Unary(UnaryOperator.NEGATE, floating(out, scope), exact(), result));
    return result;
  }

  private Value integral(Builder out, Scope scope) {
    BinaryOperator[] operators = {
      BinaryOperator.ADD,
      BinaryOperator.SUBTRACT,
      BinaryOperator.MULTIPLY,
      BinaryOperator.AND,
      BinaryOperator.XOR,
      BinaryOperator.SHIFT_LEFT
    };
    int choice = random.nextInt(25);
    BinaryOperator operator =
        choice == 0 ? BinaryOperator.DIVIDE : operators[choice % operators.length];
    Value left = integer(out, scope);
    return out.binary(operator, left, integer(out, scope));
  }

  private Value comparison(Builder out, Scope scope) {
    if (random.nextBoolean()) {
      Value left = integer(out, scope);
      return out.binary(BinaryOperator.GREATER_EQUAL, left, integer(out, scope));
    }
    if (!scope.booleans.isEmpty() && random.nextInt(3) == 0) {
      return out.not(pick(scope.booleans));
    }
    Value left = floating(out, scope);
    return out.binary(BinaryOperator.LESS, left, floating(out, scope));
  }

  private Value function(Builder out, Scope scope) {
    Value result = new Value(PrimitiveType.DOUBLE);
    boolean two = random.nextInt(4) == 0;
    Value first = floating(out, scope);
    List<Value> arguments = two ? List.of(first, floating(out, scope)) : List.of(first);
    String name = two ? "max" : FUNCTIONS[random.nextInt(FUNCTIONS.length)];
    out.append(new MathCall(MathCall.MATH, name, arguments, exact(), result));
    return result;
  }

  /** Mostly an index inside; the derivative's own arrays are never accessed outside. */
  private Value index(Builder out, Scope scope, Value array) {
    Value index = integer(out, scope);
    boolean parameter = array.name().length() == 1;
    return parameter && random.nextInt(12) == 0
        ? index
        : out.binary(BinaryOperator.AND, index, out.constant(MASK));
  }

  private void memory(Builder out, Scope scope, int kind) {
    Value array = pick(scope.arrays);
    switch (kind) {
      case 11, 12 -> scope.add(out.load(array, index(out, scope, array)));
      case 13 -> {
        Value index = index(out, scope, array);
        out.store(array, index, floating(out, scope));
      }
      case 14 -> scope.add(out.length(array));
      default -> scope.add(allocation(out, array));
    }
  }

  private Value allocation(Builder out, Value array) {
    if (random.nextInt(3) == 0) {
      Value copy = new Value(ArrayType.DOUBLES);
      out.append(new CloneArray(array, copy));
      return copy;
    }
    return random.nextInt(3) == 0
        ? out.shadowOf(array, "shadow")
        : out.alloc(
            ArrayType.DOUBLES,
            out.constant(MASK + 1 + random.nextInt(3)),
            random.nextBoolean() ? Alloc.Purpose.PRIMAL : Alloc.Purpose.SHADOW,
            "local");
  }

  private void branch(Builder out, Scope scope, int depth) {
    Value condition =
        scope.booleans.isEmpty() || random.nextInt(3) == 0
            ? comparison(out, scope)
            : pick(scope.booleans);
    List<Region> regions = new ArrayList<>();
    boolean arrays = random.nextInt(4) == 0;
    for (int k = 0; k < 2; k++) {
      Scope inner = scope.copy();
      Builder body = new Builder();
      block(body, inner, depth - 1, random.nextInt(5));
      List<Value> yields = new ArrayList<>();
      yields.add(pick(inner.doubles));
      yields.add(random.nextInt(4) == 0 ? body.constant(1.0) : pick(inner.doubles));
      if (arrays) {
        yields.add(pick(inner.arrays));
      }
      regions.add(body.region(List.of(), yields));
    }
    List<Value> results = fresh(regions.get(0).yields());
    out.append(new If(condition, regions.get(0), regions.get(1), results, SourceRange.NONE));
    results.forEach(scope::add);
  }

  private static List<Value> fresh(List<Value> values) {
    return values.stream().map(v -> new Value(v.type())).toList();
  }

  private List<Value> initial(Builder out, Scope scope) {
    List<Value> initial = new ArrayList<>();
    initial.add(random.nextBoolean() ? out.constant(0.0) : pick(scope.doubles));
    initial.add(random.nextBoolean() ? initial.get(0) : pick(scope.doubles));
    if (random.nextInt(3) == 0) {
      initial.add(pick(scope.ints));
    }
    if (random.nextInt(5) == 0) {
      initial.add(pick(scope.arrays));
    }
    return initial;
  }

  private List<Value> yields(Builder body, List<Value> carried, Scope inner) {
    List<Value> yields = new ArrayList<>();
    Value term = pick(inner.doubles);
    for (Value value : carried) {
      if (value.type() == PrimitiveType.DOUBLE) {
        yields.add(random.nextInt(5) == 0 ? value : sum(body, value, term));
      } else {
        yields.add(pick(value.type() == PrimitiveType.INT ? inner.ints : inner.arrays));
      }
    }
    return yields;
  }

  private Value sum(Builder body, Value value, Value term) {
    Value sum = new Value(PrimitiveType.DOUBLE);
    body.append(new Binary(BinaryOperator.ADD, value, term, exact(), sum));
    return sum;
  }

  private void loop(Builder out, Scope scope, int depth) {
    boolean down = random.nextInt(4) == 0;
    Value bound =
        random.nextInt(3) == 0 ? out.length(pick(scope.arrays)) : out.constant(random.nextInt(6));
    List<Value> initial = initial(out, scope);
    List<Value> carried = fresh(initial);
    Value index = new Value(PrimitiveType.INT, "i", SourceRange.NONE);
    Scope inner = scope.copy();
    inner.add(index);
    carried.forEach(inner::add);
    Builder body = new Builder();
    block(body, inner, depth - 1, 2 + random.nextInt(6));
    List<Value> yields = yields(body, carried, inner);
    List<Value> parameters = Lists.concat(List.of(index), carried);
    List<Value> results = fresh(initial);
    Value low = out.constant(down ? -1 : 0);
    out.append(
        new For(
            down ? bound : low,
            down ? low : bound,
            down ? -1 : 1,
            down ? BinaryOperator.GREATER : BinaryOperator.LESS,
            initial,
            body.region(parameters, yields),
            results,
            SourceRange.NONE));
    results.forEach(scope::add);
  }

  /** A {@code While} that counts down a carried value of its own. */
  private void repeat(Builder out, Scope scope, int depth) {
    Value times = out.constant(random.nextInt(5));
    List<Value> initial = Lists.concat(List.of(times), initial(out, scope));
    List<Value> tested = fresh(initial);
    Builder test = new Builder();
    Value more = test.binary(BinaryOperator.GREATER, tested.get(0), test.constant(0));
    List<Value> carried = fresh(initial);
    Scope inner = scope.copy();
    carried.forEach(inner::add);
    Builder body = new Builder();
    block(body, inner, depth - 1, 2 + random.nextInt(4));
    Value left = body.binary(BinaryOperator.SUBTRACT, carried.get(0), body.constant(1));
    List<Value> others = yields(body, carried.subList(1, carried.size()), inner);
    List<Value> results = fresh(initial);
    out.append(
        new While(
            initial,
            test.region(tested, List.of(more)),
            body.region(carried, Lists.concat(List.of(left), others)),
            results,
            SourceRange.NONE));
    results.forEach(scope::add);
  }

  private void call(Builder out, Scope scope) {
    Value result = new Value(PrimitiveType.DOUBLE, "called", SourceRange.NONE);
    List<Value> arguments = List.of(pick(scope.doubles), pick(scope.arrays));
    out.append(new Call("helper", arguments, List.of(result), SourceRange.NONE));
    scope.add(result);
  }
}
