package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import java.util.Map;

/** Small programs by hand, one for each shape that differentiation treats on its own. */
final class Functions {
  private Functions() {}

  private static Value number(String name) {
    return new Value(PrimitiveType.DOUBLE, name, SourceRange.NONE);
  }

  private static Value integer(String name) {
    return new Value(PrimitiveType.INT, name, SourceRange.NONE);
  }

  private static Value array(String name) {
    return new Value(ArrayType.DOUBLES, name, SourceRange.NONE);
  }

  private static Program program(Builder b, List<Value> parameters, Value result) {
    return Program.of(new Function("f", b.region(parameters, List.of(result))));
  }

  private static For loop(
      Value bound,
      Builder around,
      List<Value> initial,
      Builder body,
      List<Value> parameters,
      List<Value> yields,
      List<Value> results) {
    return new For(
        around.constant(0),
        bound,
        1,
        BinaryOperator.LESS,
        initial,
        body.region(parameters, yields),
        results,
        SourceRange.NONE);
  }

  /** {@code sin(a * b) / a}. */
  static Program straightLine() {
    Value a = number("a");
    Value c = number("b");
    Builder b = new Builder();
    Value t = b.math("sin", b.multiply(a, c));
    return program(b, List.of(a, c), b.divide(t, a));
  }

  /** A function that no table knows. */
  static Program unknownFunction() {
    Value x = number("x");
    Builder b = new Builder();
    Value result = number("y");
    b.append(new MathCall("nowhere.Functions", "f", List.of(x), true, result));
    return program(b, List.of(x), result);
  }

  /** {@code sum of (b + x[i] * w - y[i])² over x.length}, the mean. */
  static Program regression() {
    Value w = number("w");
    Value c = number("b");
    Value x = array("x");
    Value y = array("y");
    Builder b = new Builder();
    Value n = b.length(x);
    Value zero = b.constant(0.0);
    Value i = integer("i");
    Value sum = number("sum");
    Builder body = new Builder();
    Value e = body.subtract(body.add(c, body.multiply(body.load(x, i), w)), body.load(y, i));
    Value next = body.add(sum, body.multiply(e, e));
    Value total = number("sum");
    b.append(loop(n, b, List.of(zero), body, List.of(i, sum), List.of(next), List.of(total)));
    return program(b, List.of(w, c, x, y), b.divide(total, b.widen(n)));
  }

  /** {@code x = r * x * (1 - x)}, n times. */
  static Program logistic() {
    Value r = number("r");
    Value x0 = number("x");
    Value n = integer("n");
    Builder b = new Builder();
    Value i = integer("i");
    Value x = number("x");
    Builder body = new Builder();
    Value next = body.multiply(body.multiply(r, x), body.subtract(body.constant(1.0), x));
    Value end = number("x");
    b.append(loop(n, b, List.of(x0), body, List.of(i, x), List.of(next), List.of(end)));
    return program(b, List.of(r, x0, n), end);
  }

  /** {@code t = a * b; if (t > 1) { t = log(t) * a; } return t * t}. */
  static Program branch() {
    Value a = number("a");
    Value c = number("b");
    Builder b = new Builder();
    Value t = b.multiply(a, c);
    Value above = b.binary(BinaryOperator.GREATER, t, b.constant(1.0));
    Builder then = new Builder();
    Value log = then.multiply(then.math("log", t), a);
    Value result = number("t");
    b.append(
        new If(
            above,
            then.region(List.of(), List.of(log)),
            new Builder().region(List.of(), List.of(t)),
            List.of(result),
            SourceRange.NONE));
    return program(b, List.of(a, c), b.multiply(result, result));
  }

  /** {@code for i: for j: x[j] = sin(x[j]) * a + x[i]; return x[0] * x[n - 1]}, in place. */
  static Program nest() {
    Value a = number("a");
    Value x = array("x");
    Builder b = new Builder();
    Value n = b.length(x);
    Value i = integer("i");
    Value j = integer("j");
    Builder inner = new Builder();
    Value term = inner.multiply(inner.math("sin", inner.load(x, j)), a);
    inner.store(x, j, inner.add(term, inner.load(x, i)));
    Builder outer = new Builder();
    Value m = outer.length(x);
    outer.append(loop(m, outer, List.of(), inner, List.of(j), List.of(), List.of()));
    b.append(loop(n, b, List.of(), outer, List.of(i), List.of(), List.of()));
    Value last = b.load(x, b.subtract(n, b.constant(1)));
    return program(b, List.of(a, x), b.multiply(b.load(x, b.constant(0)), last));
  }

  /**
   * {@code for i: for (j = 0; j < i; j++) s = s * cos(x[j]) + a}: an inner loop of changing length.
   */
  static Program triangle() {
    Value a = number("a");
    Value x = array("x");
    Builder b = new Builder();
    Value n = b.length(x);
    Value i = integer("i");
    Value j = integer("j");
    Value s = number("s");
    Value s1 = number("s");
    Builder inner = new Builder();
    Value next = inner.add(inner.multiply(s1, inner.math("cos", inner.load(x, j))), a);
    Builder outer = new Builder();
    Value s2 = number("s");
    outer.append(loop(i, outer, List.of(s), inner, List.of(j, s1), List.of(next), List.of(s2)));
    Value end = number("s");
    b.append(loop(n, b, List.of(a), outer, List.of(i, s), List.of(s2), List.of(end)));
    return program(b, List.of(a, x), b.multiply(end, end));
  }

  /** {@code while (s < 10) s = s * a + 1; return log(s)}. */
  static Program whileLoop() {
    Value a = number("a");
    Builder b = new Builder();
    Value test = number("s");
    Builder condition = new Builder();
    Value below = condition.binary(BinaryOperator.LESS, test, condition.constant(10.0));
    Value s = number("s");
    Builder body = new Builder();
    Value next = body.add(body.multiply(s, a), body.constant(1.0));
    Value end = number("s");
    b.append(
        new While(
            List.of(a),
            condition.region(List.of(test), List.of(below)),
            body.region(List.of(s), List.of(next)),
            List.of(end),
            SourceRange.NONE));
    return program(b, List.of(a), b.math("log", end));
  }

  /** {@code f(x, a, n) = n == 0 ? x * a : f(sin(x) * a, a, n - 1) * x}, by recursion. */
  static Program recursion() {
    Value x = number("x");
    Value a = number("a");
    Value n = integer("n");
    Builder g = new Builder();
    Value done = g.binary(BinaryOperator.EQUAL, n, g.constant(0));
    Builder then = new Builder();
    Value product = then.multiply(x, a);
    Builder other = new Builder();
    Value inner = other.multiply(other.math("sin", x), a);
    Value less = other.subtract(n, other.constant(1));
    Value called = number("rest");
    other.append(new Call("g", List.of(inner, a, less), List.of(called), SourceRange.NONE));
    Value times = other.multiply(called, x);
    Value result = number("result");
    g.append(
        new If(
            done,
            then.region(List.of(), List.of(product)),
            other.region(List.of(), List.of(times)),
            List.of(result),
            SourceRange.NONE));
    Function helper = new Function("g", g.region(List.of(x, a, n), List.of(result)));
    Value u = number("u");
    Value v = number("v");
    Builder b = new Builder();
    Value out = number("out");
    b.append(new Call("g", List.of(u, v, b.constant(3)), List.of(out), SourceRange.NONE));
    Function main = new Function("f", b.region(List.of(u, v), List.of(b.multiply(out, u))));
    return new Program(main, Map.of("g", helper));
  }

  /** {@code sum of tanh(s * x[i])², then its root}: an accumulation with a nonlinear tail. */
  static Program rootOfSum() {
    Value s = number("s");
    Value x = array("x");
    Builder b = new Builder();
    Value n = b.length(x);
    Value zero = b.constant(0.0);
    Value i = integer("i");
    Value sum = number("sum");
    Builder body = new Builder();
    Value t = body.math("tanh", body.multiply(s, body.load(x, i)));
    Value next = body.add(sum, body.multiply(t, t));
    Value total = number("sum");
    b.append(loop(n, b, List.of(zero), body, List.of(i, sum), List.of(next), List.of(total)));
    return program(b, List.of(s, x), b.math("sqrt", total));
  }

  /** Two arrays that change places each iteration: {@code b[0] = sin(a[0]) * w; swap(a, b)}. */
  static Program swap() {
    Value w = number("w");
    Value x = array("x");
    Value n = integer("n");
    Builder b = new Builder();
    Value second =
        b.alloc(
            ArrayType.DOUBLES, b.length(x), dev.cotangent.processor.ir.Alloc.Purpose.PRIMAL, "y");
    Value i = integer("i");
    Value p = array("p");
    Value q = array("q");
    Builder body = new Builder();
    Value zero = body.constant(0);
    body.store(q, zero, body.multiply(body.math("sin", body.load(p, zero)), w));
    Value endP = array("p");
    Value endQ = array("q");
    b.append(
        loop(n, b, List.of(x, second), body, List.of(i, p, q), List.of(q, p), List.of(endP, endQ)));
    Value at = b.constant(0);
    return program(b, List.of(w, x, n), b.multiply(b.load(endP, at), b.load(endQ, at)));
  }
}
