package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.GradientCheck.Row;
import dev.cotangent.GradientCheck.Verdict;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

class GradientCheckTest {
  /** A method, its twin, and an adjoint that is the twin's unless {@link #adjoint} spoils it. */
  private static class Example implements GradientCheck.Subject {
    private final double[] point;
    private final ToDoubleFunction<double[]> method;
    private final Function<Scalar[], Scalar> scalar;

    Example(ToDoubleFunction<double[]> method, Function<Scalar[], Scalar> scalar, double... point) {
      this.method = method;
      this.scalar = scalar;
      this.point = point;
    }

    @Override
    public String method() {
      return "Example.method";
    }

    @Override
    public int dimension() {
      return point.length;
    }

    @Override
    public String label(int k) {
      return "x[" + k + "]";
    }

    @Override
    public boolean single(int k) {
      return false;
    }

    @Override
    public double[] point() {
      return point.clone();
    }

    @Override
    public double value(double[] p) {
      return method.applyAsDouble(p);
    }

    @Override
    public double gradient(double[] p, double[] out) {
      double value = twin(p, out);
      adjoint(out);
      return value;
    }

    void adjoint(double[] unused) {}

    @Override
    public double twin(double[] p, double[] out) {
      Scalar[] x = Scalar.inputs(p, "x");
      Scalar result = scalar.apply(x);
      double[] partials = result.partials(1, NonSmooth.STRONG_ZERO, x);
      System.arraycopy(partials, 0, out, 0, out.length);
      return result.value();
    }
  }

  private static Verdict onlyVerdict(GradientCheck check) {
    assertEquals(1, check.rows().size(), check::toString);
    return check.rows().get(0).verdict();
  }

  @Test
  void smoothFunctionPasses() {
    Example example =
        new Example(
            p -> Math.exp(p[0]) * Math.sin(p[1]) / p[2],
            x -> x[0].exp().multiply(x[1].sin()).divide(x[2]),
            0.3,
            1e-9,
            4e7);
    GradientCheck check = GradientCheck.run(example);
    assertTrue(check.passed(), check::toString);
    assertSame(check, check.orThrow());
    for (Row row : check.rows()) {
      assertEquals(Verdict.AGREES, row.verdict(), check::toString);
      assertEquals(row.adjoint(), row.difference(), 1e-7 * Math.abs(row.adjoint()));
    }
  }

  @Test
  void wrongAdjointIsNamedInTheTable() {
    Example example =
        new Example(p -> p[0] * p[0] * p[1], x -> x[0].square().multiply(x[1]), 3, 5) {
          @Override
          void adjoint(double[] out) {
            out[1] *= 1 + 1e-6;
          }
        };
    GradientCheck check = GradientCheck.run(example);
    assertFalse(check.passed());
    assertEquals(Verdict.AGREES, check.rows().get(0).verdict());
    assertEquals(Verdict.TWIN_DIFFERS, check.rows().get(1).verdict());
    AssertionError error = assertThrows(AssertionError.class, check::orThrow);
    assertTrue(error.getMessage().contains("x[1]"));
    assertTrue(error.getMessage().contains("FAILED"));
  }

  @Test
  void errorCommonToAdjointAndTwinIsFoundByDifferences() {
    Example example = new Example(p -> p[0] * p[0] * p[0], x -> cubeWithoutSlope(x[0]), 2);
    assertEquals(Verdict.DIFFERENCES_DIFFER, onlyVerdict(GradientCheck.run(example)));
  }

  /** The value x³, the derivative x². */
  private static Scalar cubeWithoutSlope(Scalar x) {
    double v = x.value();
    return x.multiply(v * v).add(v * v * v - v * (v * v));
  }

  @Test
  void periodOfAFunctionIsNotTakenForItsSlope() {
    for (double x : new double[] {39.944463217539905, 68.95668066278705, -250.3}) {
      Example wave =
          new Example(
              p -> p[0] * Math.sin(Math.PI * p[0]),
              s -> s[0].multiply(s[0].multiply(Math.PI).sin()),
              x);
      GradientCheck check = GradientCheck.run(wave);
      assertTrue(check.passed(), check::toString);
    }
  }

  @Test
  void teethOfASawAreNotTakenForItsSlope() {
    double turn = 2 * Math.PI;
    for (double center : new double[] {97.36776293419658, 68.2076956832119, 55.374304266095656}) {
      Example saw =
          new Example(
              p -> p[0] - turn * Math.floor((p[0] + Math.PI - center) / turn),
              s ->
                  s[0].subtract(
                      s[0].add(Math.PI).subtract(center).divide(turn).floor().multiply(turn)),
              67.97912933969643);
      GradientCheck check = GradientCheck.run(saw);
      assertTrue(check.passed(), check::toString);
    }
  }

  @Test
  void digitsOfFloatsAreNotTakenForTheSlope() {
    ToDoubleFunction<double[]> variance =
        p -> {
          float x = (float) p[0];
          float y = (float) p[1];
          double sum = (double) x + y;
          return (double) (x * x) + (double) (y * y) - sum / 2 * sum;
        };
    Function<Scalar[], Scalar> twin =
        s -> {
          Scalar sum = s[0].add(s[1]);
          Scalar x = FloatScalar.multiply(s[0], s[0]);
          Scalar y = FloatScalar.multiply(s[1], s[1]);
          return x.add(y).subtract(sum.divide(2).multiply(sum));
        };
    Example floats =
        new Example(variance, twin, 8.674567f, 1.5541555f) {
          @Override
          public boolean single(int k) {
            return true;
          }
        };
    GradientCheck check = GradientCheck.run(floats);
    assertTrue(check.passed(), check::toString);
  }

  @Test
  void slopeOfAStaircaseIsThatOfItsSteps() {
    for (double x : new double[] {43.31533805392161, -28.555977225313814, 1021.9031716043459}) {
      Example stairs = new Example(p -> Math.floor(p[0]), s -> s[0].floor(), x);
      GradientCheck check = GradientCheck.run(stairs);
      assertTrue(check.passed(), check::toString);
    }
  }

  @Test
  void kinksAndJumpsAreRecognisedByTheirSides() {
    Example kink = new Example(p -> Math.max(p[0], 0), x -> x[0].max(Scalar.of(0)), 0);
    assertEquals(Verdict.KINK, onlyVerdict(GradientCheck.run(kink)));
    Example shifted =
        new Example(p -> Math.max(p[0] - 3, 0), x -> x[0].subtract(3).max(Scalar.of(0)), 3);
    assertEquals(Verdict.KINK, onlyVerdict(GradientCheck.run(shifted)));
    Example jump = new Example(p -> Math.floor(p[0]), x -> x[0].floor(), 2);
    assertEquals(Verdict.KINK, onlyVerdict(GradientCheck.run(jump)));
    Example smooth = new Example(p -> Math.abs(p[0]), x -> x[0].abs(), 1e-3);
    assertEquals(Verdict.AGREES, onlyVerdict(GradientCheck.run(smooth)));
  }

  @Test
  void smoothPointIsNoKinkHoweverWrongTheAdjoint() {
    // −x written with two kinks: the rules' one-sided choices do not add up, and that is reported.
    Example example =
        new Example(
            p -> Math.abs(p[0]) - 2 * Math.max(p[0], 0),
            x -> x[0].abs().subtract(x[0].max(Scalar.of(0)).multiply(2)),
            0);
    assertEquals(Verdict.DIFFERENCES_DIFFER, onlyVerdict(GradientCheck.run(example)));
  }

  @Test
  void infinitePartialsMustBeTheSame() {
    Example example = new Example(p -> Math.sqrt(p[0]), x -> x[0].sqrt(), 0);
    assertEquals(Verdict.NOT_FINITE, onlyVerdict(GradientCheck.run(example)));
    Example spoiled =
        new Example(p -> Math.sqrt(p[0]), x -> x[0].sqrt(), 0) {
          @Override
          void adjoint(double[] out) {
            out[0] = Double.NaN;
          }
        };
    assertEquals(Verdict.TWIN_DIFFERS, onlyVerdict(GradientCheck.run(spoiled)));
  }

  @Test
  void edgeOfTheDomainIsSeenFromInside() {
    Example example = new Example(p -> Math.pow(p[0], 2.5), x -> x[0].pow(2.5), 0);
    assertEquals(Verdict.AGREES, onlyVerdict(GradientCheck.run(example)));
  }

  @Test
  void methodThatThrowsNearbyIsStillChecked() {
    Example example =
        new Example(
            p -> {
              if (p[0] < 1) {
                throw new IllegalArgumentException("below one");
              }
              return p[0] * p[0];
            },
            x -> x[0].square(),
            1);
    assertEquals(Verdict.AGREES, onlyVerdict(GradientCheck.run(example)));
  }

  @Test
  void otherValueFailsWhateverThePartials() {
    Example example = new Example(p -> p[0] * p[0] + Math.ulp(9.0), x -> x[0].square(), 3);
    GradientCheck check = GradientCheck.run(example);
    assertFalse(check.passed());
    assertEquals(2, check.notes().size());
  }

  @Test
  void floatCoordinatesMoveInFloats() {
    Example example =
        new Example(
            p -> (float) p[0] * (float) p[0] * (float) p[0],
            x -> FloatScalar.multiply(FloatScalar.multiply(x[0], x[0]), x[0]),
            0.1f) {
          @Override
          public boolean single(int k) {
            return true;
          }

          @Override
          void adjoint(double[] out) {
            out[0] = (float) out[0];
          }
        };
    GradientCheck check = GradientCheck.run(example);
    assertEquals(Verdict.AGREES, onlyVerdict(check), check::toString);
    assertEquals(0.03, check.rows().get(0).difference(), 1e-5);
  }

  @Test
  void manyPartialsAreSampledAndTheRestSeenInDirections() {
    double[] point = new double[500];
    Arrays.setAll(point, i -> Math.sin(i) * Math.scalb(1.0, i % 7));
    GradientCheck good = GradientCheck.run(new SumOfSines(point, -1));
    assertTrue(good.passed(), good::toString);
    assertEquals(64 + 8, good.rows().size());
    assertEquals(1, good.notes().size());
    assertTrue(good.notes().get(0).startsWith("436 of 500 partials"));
    GradientCheck bad = GradientCheck.run(new SumOfSines(point, 123));
    assertFalse(bad.passed());
    assertEquals(
        8,
        bad.rows().stream().filter(row -> row.verdict() == Verdict.DIFFERENCES_DIFFER).count(),
        bad::toString);
  }

  /** One partial is wrong in adjoint and twin alike; it is not in the sample. */
  private static final class SumOfSines extends Example {
    private final int wrong;

    SumOfSines(double[] point, int wrong) {
      super(
          p -> Arrays.stream(p).reduce(0, (sum, v) -> sum + Math.sin(v)),
          x -> Arrays.stream(x).map(v -> v.sin()).reduce(Scalar.of(0), Scalar::add),
          point);
      this.wrong = wrong;
    }

    @Override
    public double twin(double[] p, double[] out) {
      double value = super.twin(p, out);
      if (wrong >= 0) {
        out[wrong] += 0.5;
      }
      return value;
    }
  }

  @Test
  void tableIsAligned() {
    Example example = new Example(p -> p[0] * p[1], x -> x[0].multiply(x[1]), 3, -5);
    List<String> lines = GradientCheck.run(example).toString().lines().toList();
    assertEquals("gradient check of Example.method: passed", lines.get(0));
    assertEquals(lines.get(1).indexOf("verdict"), lines.get(2).indexOf("ok"));
    assertEquals(lines.get(1).indexOf("verdict"), lines.get(3).indexOf("ok"));
    assertTrue(lines.get(2).startsWith("  x[0]     -5.00000000000"), lines.get(2));
  }
}
