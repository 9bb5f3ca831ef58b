package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

/** What holds for all expressions: algebra, and agreement between the ways to differentiate. */
class ScalarPropertiesTest {
  /** A random smooth expression over x and y with values of moderate size. */
  private static Scalar expression(long seed, int size, Scalar x, Scalar y) {
    Random random = new Random(seed);
    List<Scalar> nodes = new ArrayList<>(List.of(x, y, Scalar.of(0.5)));
    for (int i = 0; i < size; i++) {
      Scalar a = nodes.get(random.nextInt(nodes.size()));
      Scalar b = nodes.get(nodes.size() - 1 - random.nextInt(2));
      nodes.add(
          switch (random.nextInt(9)) {
            case 0 -> a.add(b);
            case 1 -> a.subtract(b);
            case 2 -> a.multiply(b).sin();
            case 3 -> a.divide(b.square().add(1));
            case 4 -> a.tanh().exp();
            case 5 -> a.square().add(1).log();
            case 6 -> Scalar.hypot(a, b.add(3)).sqrt();
            case 7 -> Scalar.atan2(a, b.square().add(0.5));
            default -> Scalar.pow(a.square().add(0.5), b.cos());
          });
    }
    return nodes.get(nodes.size() - 1);
  }

  private static double get(Map<String, Double> partials, String name) {
    return partials.getOrDefault(name, 0.0);
  }

  @Property(tries = 300)
  void partialsAsScalarsHaveTheValuesOfThePartials(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double y) {
    Scalar f = expression(seed, size, Scalar.of(x, "x"), Scalar.of(y, "y"));
    Map<String, Double> partials = f.grad(1);
    Map<String, Scalar> scalars = f.gradScalars(1);
    assertEquals(List.copyOf(partials.keySet()), List.copyOf(scalars.keySet()));
    for (String name : partials.keySet()) {
      double p = partials.get(name);
      assertEquals(p, scalars.get(name).value(), 1e-12 * Math.abs(p) + 1e-13);
    }
  }

  @Property(tries = 300)
  void partialsAgreeWithDifferences(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int size,
      @ForAll @DoubleRange(min = -3, max = 3) double x,
      @ForAll @DoubleRange(min = -3, max = 3) double y) {
    Scalar f = expression(seed, size, Scalar.of(x, "x"), Scalar.of(y, "y"));
    double expected =
        Differences.derivative(
            v -> expression(seed, size, Scalar.of(v, "x"), Scalar.of(y)).value(), x, 0.01);
    double found = get(f.grad(1), "x");
    assertEquals(expected, found, 1e-7 * Math.max(1, Math.abs(expected)));
  }

  @Property(tries = 200)
  void secondDerivativesAreSymmetric(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 25) int size,
      @ForAll @DoubleRange(min = -2, max = 2) double x,
      @ForAll @DoubleRange(min = -2, max = 2) double y) {
    Scalar f =
        expression(seed, size, Scalar.of(x, "x"), Scalar.of(y, "y"))
            .multiply(Scalar.of(x, "x"))
            .multiply(Scalar.of(y, "y"));
    Map<String, Scalar> first = f.gradScalars(1);
    double xy = first.get("x").grad(1).get("y");
    double yx = first.get("y").grad(1).get("x");
    double size2 = Math.abs(xy) + Math.abs(first.get("x").value()) + Math.abs(f.value()) + 1;
    assertEquals(xy, yx, 1e-9 * size2);
  }

  @Property(tries = 200)
  void gradientIsLinearInTheSeed(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 40) int size,
      @ForAll @IntRange(min = -20, max = 20) int exponent) {
    Scalar f = expression(seed, size, Scalar.of(0.7, "x"), Scalar.of(-1.3, "y"));
    double factor = Math.scalb(1.0, exponent);
    Map<String, Double> once = f.grad(1);
    f.grad(factor).forEach((name, p) -> assertEquals(factor * once.get(name), p));
  }

  @Property(tries = 200)
  void sumAndProductRulesHold(
      @ForAll long seedF, @ForAll long seedG, @ForAll @DoubleRange(min = -3, max = 3) double v) {
    Scalar x = Scalar.of(v, "x");
    Scalar f = expression(seedF, 10, x, x).add(x);
    Scalar g = expression(seedG, 10, x, x).add(x);
    double df = f.grad(1).get("x");
    double dg = g.grad(1).get("x");
    assertEquals(df + dg, f.add(g).grad(1).get("x"), 1e-11 * (1 + Math.abs(df) + Math.abs(dg)));
    double product = f.value() * dg + g.value() * df;
    double size = 1 + Math.abs(f.value() * dg) + Math.abs(g.value() * df);
    assertEquals(product, f.multiply(g).grad(1).get("x"), 1e-11 * size);
  }

  @Property(tries = 200)
  void inverseFunctionsCancel(@ForAll @DoubleRange(min = 0.05, max = 0.95) double v) {
    Scalar x = Scalar.of(v, "x");
    List<Scalar> identities =
        List.of(
            x.exp().log(),
            x.log().exp(),
            x.sqrt().square(),
            x.square().sqrt(),
            x.cbrt().pow(3),
            x.expm1().log1p(),
            x.sin().asin(),
            x.cos().acos(),
            x.tan().atan(),
            Scalar.atan2(x.sin(), x.cos()),
            x.toDegrees().toRadians(),
            Scalar.pow(10, x.log10()),
            x.sinh().add(x.square().multiply(0).add(x.cosh())).log(),
            x.negate().negate().abs());
    for (Scalar identity : identities) {
      assertEquals(v, identity.value(), 1e-14);
      assertEquals(1, identity.grad(1).get("x"), 1e-12);
      assertEquals(0, identity.gradScalars(1).get("x").grad(1).get("x"), 1e-9);
    }
  }
}
