package dev.cotangent.processor.emit;

import static dev.cotangent.processor.emit.SampleBuilder.real;
import static dev.cotangent.processor.emit.SampleBuilder.reals;
import static dev.cotangent.processor.emit.SampleBuilder.whole;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts of small functions, to be read: would a person have written them? */
class GoldenTextTest {
  private final SampleBuilder out = new SampleBuilder().line(1);

  static String body(Function function, Frame frame) {
    return FunctionEmitter.body(function, frame).toString().replace("java.lang.", "");
  }

  private void assertBody(List<Value> parameters, List<Value> results, String expected) {
    Function function = new Function("f", out.region(parameters, results));
    Frame frame = Frame.of(FunctionEmitter.parameterNames(function)).withLineComments(false);
    if (results.size() > 1) {
      ResultSink sink =
          ResultSink.of(
              Delivery.assigned(1, CodeBlock.of("into.dA")),
              Delivery.assigned(2, CodeBlock.of("into.dB")),
              Delivery.assignedAndReturned(0, CodeBlock.of("into.value")));
      frame = frame.withResults(sink).withLineComments(true);
    }
    assertEquals(expected, body(function, frame));
  }

  @Test
  void affineTailNeedsOnePass() {
    Value w = real("w");
    Value b = real("b");
    Value x = reals("x");
    Value y = reals("y");
    Value n = out.line(12).widen(out.length(x));
    Value sumBar = out.as("sumBar", out.divide(out.constant(1.0), n));
    Value zero = out.constant(0.0);
    List<Value> sums =
        out.line(8)
            .count(
                out.below("i", out.length(x)),
                List.of(zero, zero, zero),
                List.of("sum", "wBar", "bBar"),
                (in, p) -> {
                  in.line(9);
                  Value i = p.get(0);
                  Value xi = in.load(x, i);
                  Value product = in.exact(BinaryOperator.MULTIPLY, xi, w, "");
                  Value h = in.exact(BinaryOperator.ADD, b, product, "");
                  Value e = in.exact(BinaryOperator.SUBTRACT, h, in.load(y, i), "e");
                  in.line(10);
                  Value square = in.exact(BinaryOperator.MULTIPLY, e, e, "");
                  Value sum = in.exact(BinaryOperator.ADD, p.get(1), square, "sum");
                  Value twice = in.multiply(in.constant(2.0), e);
                  Value eBar = in.as("eBar", in.multiply(twice, sumBar));
                  in.line(9);
                  Value bBar = in.as("bBar", in.add(p.get(3), eBar));
                  Value wBar = in.as("wBar", in.add(p.get(2), in.multiply(xi, eBar)));
                  return List.of(sum, wBar, bBar);
                });
    out.line(12);
    Value cost = out.exact(BinaryOperator.DIVIDE, sums.get(0), out.widen(out.length(x)), "");
    assertBody(
        List.of(w, b, x, y),
        List.of(cost, sums.get(1), sums.get(2)),
        """
        double sumBar = 1.0 / x.length;      // 12
        double sum = 0;
        double wBar = 0;
        double bBar = 0;
        for (int i = 0; i < x.length; i++) {
          double xi = x[i];                  //  9
          double e = b + xi * w - y[i];      //  9
          sum += e * e;                      // 10
          double eBar = 2 * e * sumBar;      // 10
          bBar += eBar;                      //  9
          wBar += xi * eBar;                 //  9
        }
        into.dA = wBar;
        into.dB = bBar;
        return into.value = sum / x.length;  // 12
        """);
  }

  @Test
  void branchWithoutRecord() {
    Value a = real("a");
    Value b = real("b");
    Value t0 = out.line(3).exact(BinaryOperator.MULTIPLY, a, b, "t");
    Value above = out.line(4).greater(t0, out.constant(1.0));
    List<Value> t =
        out.line(5)
            .choose(
                above,
                List.of("t", "log"),
                in -> {
                  Value log = in.as("log", in.math("log", t0));
                  return List.of(in.exact(BinaryOperator.MULTIPLY, log, a, "t"), log);
                },
                in -> List.of(t0, in.constant(0.0)));
    out.line(7);
    Value tBar = out.as("tBar", out.multiply(out.constant(2.0), t.get(0)));
    List<Value> bars =
        out.line(5)
            .choose(
                above,
                List.of("aBar", "tBar"),
                in -> {
                  Value aBar = in.multiply(t.get(1), tBar);
                  return List.of(aBar, in.multiply(in.divide(a, t0), tBar));
                },
                in -> List.of(in.constant(0.0), tBar));
    out.line(3);
    Value dA = out.add(bars.get(0), out.multiply(b, bars.get(1)));
    Value dB = out.multiply(a, bars.get(1));
    out.line(7);
    Value result = out.exact(BinaryOperator.MULTIPLY, t.get(0), t.get(0), "");
    assertBody(
        List.of(a, b),
        List.of(result, dA, dB),
        """
        double t = a * b;             // 3
        boolean above = t > 1;        // 4
        double t2 = t;
        double log = 0;
        if (above) {
          log = Math.log(t);          // 5
          t2 = log * a;               // 5
        }
        double tBar = 2 * t2;         // 7
        double aBar = 0;
        if (above) {
          aBar = log * tBar;          // 5
          tBar *= a / t;              // 5
        }
        into.dA = aBar + b * tBar;    // 3
        into.dB = a * tBar;           // 3
        return into.value = t2 * t2;  // 7
        """);
  }

  @Test
  void carriedValueIsRecorded() {
    Value r = real("r");
    Value x0 = real("x0");
    Value n = whole("n");
    Value xs = out.line(4).alloc(ArrayType.DOUBLES, n, Alloc.Purpose.RECORD, "xs");
    List<Value> x =
        out.count(
            out.below("i", n),
            List.of(x0),
            List.of("x"),
            (in, p) -> {
              in.line(5);
              in.store(xs, p.get(0), p.get(1));
              Value rx = in.exact(BinaryOperator.MULTIPLY, r, p.get(1), "");
              Value rest = in.exact(BinaryOperator.SUBTRACT, in.constant(1.0), p.get(1), "");
              return List.of(in.exact(BinaryOperator.MULTIPLY, rx, rest, "x"));
            });
    Value zero = out.constant(0.0);
    List<Value> bars =
        out.count(
            out.downFrom("i", n),
            List.of(zero, out.constant(1.0)),
            List.of("rBar", "xBar"),
            (in, p) -> {
              in.line(5);
              Value xi = in.load(xs, p.get(0));
              Value xBar = p.get(2);
              Value one = in.constant(1.0);
              Value dr = in.multiply(in.multiply(xi, in.subtract(one, xi)), xBar);
              Value rBar = in.as("rBar", in.add(p.get(1), dr));
              Value slope = in.subtract(one, in.multiply(in.constant(2.0), xi));
              return List.of(rBar, in.as("xBar", in.multiply(in.multiply(r, slope), xBar)));
            });
    assertBody(
        List.of(r, x0, n),
        List.of(x.get(0), bars.get(0), bars.get(1)),
        """
        double[] xs = new double[n];       // 4
        double x = x0;
        for (int i = 0; i < n; i++) {
          xs[i] = x;                       // 5
          x = r * x * (1 - x);             // 5
        }
        double rBar = 0;
        double xBar = 1;
        for (int i = n - 1; i >= 0; i--) {
          double xsI = xs[i];              // 5
          rBar += xsI * (1 - xsI) * xBar;  // 5
          xBar *= r * (1 - 2 * xsI);       // 5
        }
        into.dA = rBar;
        into.dB = xBar;
        return into.value = x;
        """);
  }

  @Test
  void swappedValuesNeedOneTemporary() {
    Value n = whole("n");
    List<Value> ab =
        out.count(
            out.below("i", n),
            List.of(out.constant(0.0), out.constant(1.0)),
            List.of("a", "b"),
            (in, p) -> List.of(p.get(2), in.exact(BinaryOperator.ADD, p.get(1), p.get(2), "b")));
    assertBody(
        List.of(n),
        List.of(ab.get(0)),
        """
        double a = 0;
        double b = 1;
        for (int i = 0; i < n; i++) {
          double next = a + b;
          a = b;
          b = next;
        }
        return a;
        """);
  }

  @Test
  void whileWithShortCircuitCondition() {
    Value x0 = real("x");
    Value a = reals("a");
    List<Value> found =
        out.loop(
            List.of(out.constant(0), x0),
            List.of("k", "x"),
            (in, p) ->
                in.choose(
                    in.less(p.get(0), in.length(a)),
                    List.of(""),
                    then -> List.of(then.greater(then.load(a, p.get(0)), p.get(1))),
                    otherwise -> List.of(otherwise.constant(false))),
            (in, p) ->
                List.of(
                    in.as("k", in.add(p.get(0), in.constant(1))),
                    in.exact(BinaryOperator.MULTIPLY, p.get(1), in.constant(0.5), "x")));
    assertBody(
        List.of(x0, a),
        List.of(found.get(1)),
        """
        int k = 0;
        while (k < a.length && a[k] > x) {
          k++;
          x *= 0.5;
        }
        return x;
        """);
  }

  @Test
  void elseIfChain() {
    Value x = real("x");
    Value zero = out.constant(0.0);
    Value y =
        out.choose(
                out.less(x, zero),
                List.of("y"),
                in -> List.of(in.exact(BinaryOperator.MULTIPLY, x, x, "y")),
                in ->
                    in.choose(
                        in.less(x, in.constant(1.0)),
                        List.of("y"),
                        then -> List.of(then.as("y", then.math("sin", x))),
                        otherwise -> List.of(otherwise.as("y", otherwise.math("log", x)))))
            .get(0);
    assertBody(
        List.of(x),
        List.of(y),
        """
        double y;
        if (x < 0) {
          y = x * x;
        } else {
          y = x < 1 ? Math.sin(x) : Math.log(x);
        }
        return y;
        """);
  }

  @Test
  void conditionalExpressions() {
    Value x = real("x");
    Value y = real("y");
    Value smaller =
        out.choose(out.less(x, y), List.of(""), in -> List.of(x), in -> List.of(in.multiply(y, y)))
            .get(0);
    assertBody(
        List.of(x, y),
        List.of(out.add(smaller, out.constant(1.0))),
        """
        return (x < y ? x : y * y) + 1;
        """);
  }

  @Test
  void adjointsOfElementsAreAccumulated() {
    Value x = reals("x");
    Value xBar = reals("xBar");
    Value w = real("w");
    Value wBar =
        out.count(
                out.below("i", out.length(x)),
                List.of(out.constant(0.0)),
                List.of("wBar"),
                (in, p) -> {
                  Value next = in.add(p.get(0), in.constant(1));
                  Value term = in.multiply(in.load(x, p.get(0)), w);
                  in.accumulate(xBar, next, term);
                  in.accumulate(xBar, p.get(0), in.negate(w));
                  return List.of(in.add(p.get(1), term));
                })
            .get(0);
    assertBody(
        List.of(x, xBar, w),
        List.of(wBar),
        """
        double wBar = 0;
        for (int i = 0; i < x.length; i++) {
          double t = x[i] * w;
          xBar[i + 1] += t;
          xBar[i] -= w;
          wBar += t;
        }
        return wBar;
        """);
  }
}
