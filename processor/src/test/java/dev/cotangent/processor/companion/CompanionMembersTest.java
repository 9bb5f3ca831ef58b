package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.Scalar;
import dev.cotangent.processor.companion.Companion.Holder;
import java.lang.reflect.Modifier;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each member of a companion gives, and how holders behave from call to call. */
class CompanionMembersTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              final class C {
                @Differentiable(value = {Derivative.GRADIENT, Derivative.JVP, Derivative.HVP})
                static double cubic(double a, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += a * v * v * v;
                  }
                  return sum;
                }

                @Differentiable
                static float mixed(float a, float[] x, int k, String label) {
                  return a * x[k] * x[k];
                }

                @Differentiable(value = Derivative.JVP, wrt = {"s", "x"})
                static double scale(double s, double[] x, double[] out) {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    out[i] = s * x[i];
                    sum += out[i] * out[i];
                  }
                  return sum;
                }

                @Differentiable
                static double inPlace(double[] x) {
                  for (int i = 1; i < x.length; i++) {
                    x[i] = x[i] * x[i - 1];
                  }
                  return x[x.length - 1];
                }

                @Differentiable
                static double either(double[] x, double[] y, boolean first) {
                  return first ? x[0] * x[0] : y[0] * x[0];
                }

                @Differentiable
                static double nullable(double a, double[] x) {
                  return x == null ? a * a : a * x[0];
                }

                @Differentiable
                static double power(double x, int n) {
                  return n == 0 ? 1 : x * power(x, n - 1);
                }

                @Differentiable
                static double into(double into, double tape, double value, double[] holder) {
                  return into * tape * value * holder[0];
                }

                @Differentiable
                static double many(double... x) {
                  return x[0] * x[1];
                }

                @Differentiable
                static double logistic(double r, double x0, int n) {
                  double x = x0;
                  int i = 0;
                  while (i < n) {
                    x = r * x * (1 - x);
                    i++;
                  }
                  return x;
                }
              }
              """)
          .orThrow();

  private static Companion of(String name) {
    return COMPILED.companion("p.C" + name);
  }

  @Test
  void gradientHoldsValueAndPartials() {
    Holder g = of("Cubic").gradient(2.0, new double[] {1, 3});
    assertEquals(56, g.value());
    assertEquals(28, g.partial("a"));
    assertArrayEquals(new double[] {6, 54}, g.partials("x"));
  }

  @Test
  void valueCallsTheMethod() {
    assertEquals(56, of("Cubic").value(2.0, new double[] {1, 3}));
  }

  @Test
  void tangentIsTheDirectionalDerivative() {
    Holder t = of("Cubic").jvp(2.0, new double[] {1, 3}, 1.0, new double[] {10, 100});
    assertEquals(56, t.value());
    assertEquals(28 + 60 + 5400, t.tangent());
  }

  @Test
  void hvpHoldsTheDirectionalDerivativeAndItsGradient() {
    double[] direction = {1, -1};
    Holder h = of("Cubic").hvp(2.0, new double[] {1, 3}, 0.5, direction);
    assertEquals(0.5 * 28 + 6 - 54, h.value());
    assertEquals(3 - 27, h.partial("a"));
    assertArrayEquals(new double[] {1.5 + 12, 0.5 * 27 - 36}, h.partials("x"));
    assertArrayEquals(new double[] {1, -1}, direction);
  }

  @Test
  void hvpGivesTheGradientAtTheSamePointToo() {
    Companion cubic = of("Cubic");
    Holder h = cubic.holder();
    Holder g = cubic.holder();
    double[] direction = {1, -1};
    assertEquals(-34, cubic.hvpBeside(h, g, 2.0, new double[] {1, 3}, 0.5, direction));
    assertEquals(0.5 * 28 + 6 - 54, h.value());
    assertEquals(3 - 27, h.partial("a"));
    assertArrayEquals(new double[] {1.5 + 12, 0.5 * 27 - 36}, h.partials("x"));
    assertEquals(56, g.value());
    assertEquals(28, g.partial("a"));
    assertArrayEquals(new double[] {6, 54}, g.partials("x"));

    // The direction may be what one of the holders gave out: it stays what it is.
    double[] downhill = g.partials("x");
    cubic.hvpBeside(h, g, 2.0, new double[] {1, 3}, 0.0, downhill);
    assertArrayEquals(new double[] {6, 54}, downhill);
    assertArrayEquals(new double[] {12 * 6, 36 * 54}, h.partials("x"));
    assertArrayEquals(new double[] {6, 54}, g.partials("x"));
  }

  @Test
  void hvpRefusesOneHolderForBoth() {
    Holder h = of("Cubic").holder();
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> of("Cubic").hvpBeside(h, h, 2.0, new double[] {1, 3}, 0.5, new double[2]));
    assertTrue(refused.getMessage().startsWith("[COT109]"), refused.getMessage());
  }

  @Test
  void floatPartialsAreFloats() {
    Holder g = of("Mixed").gradient(2f, new float[] {1, 0.1f}, 1, "any");
    assertEquals(Float.class, g.get("value").getClass());
    assertEquals(0.1f * 0.1f * 2f, (float) g.get("value"), 1e-9);
    assertEquals(0.1f * 0.1f, (float) g.get("dA"), 1e-9);
    assertArrayEquals(new float[] {0, 0.4f}, (float[]) g.get("dX"), 1e-7f);
  }

  @Test
  void holderIsReusedWhileLengthsMatch() {
    Companion cubic = of("Cubic");
    Holder g = cubic.holder();
    cubic.gradientInto(g, 2.0, new double[] {1, 3});
    double[] first = g.partials("x");
    cubic.gradientInto(g, 1.0, new double[] {2, 2});
    assertSame(first, g.partials("x"));
    assertArrayEquals(new double[] {12, 12}, first);
    cubic.gradientInto(g, 1.0, new double[] {1, 1, 1});
    assertNotSame(first, g.partials("x"));
    assertArrayEquals(new double[] {3, 3, 3}, g.partials("x"));
    cubic.gradientInto(g, 1.0, new double[] {1});
    assertArrayEquals(new double[] {3}, g.partials("x"));
  }

  @Test
  void nullArrayHasNullPartials() {
    Companion nullable = of("Nullable");
    Holder g = nullable.holder();
    assertEquals(9, nullable.gradientInto(g, 3.0, null));
    assertEquals(6, g.partial("a"));
    assertNull(g.get("dX"));
    nullable.gradientInto(g, 3.0, new double[] {5, 7});
    assertArrayEquals(new double[] {3, 0}, g.partials("x"));
  }

  @Test
  void holderIsUsableAfterAnException() {
    Companion scale = of("Scale");
    Holder g = scale.holder();
    double[] tooShort = {0};
    assertThrows(
        ArrayIndexOutOfBoundsException.class,
        () -> scale.gradientInto(g, 2.0, new double[] {1, 2}, tooShort));
    assertEquals(2, tooShort[0], "what the primal wrote before it threw stays");
    assertEquals(20, scale.gradientInto(g, 2.0, new double[] {1, 2}, new double[2]));
    assertEquals(20, g.partial("s"));
    assertArrayEquals(new double[] {8, 16}, g.partials("x"));
  }

  @Test
  void arraysAreLeftAsThePrimalLeavesThem() {
    double[] x = {2, 3, 4};
    Holder g = of("InPlace").gradient((Object) x);
    assertArrayEquals(new double[] {2, 6, 24}, x);
    assertArrayEquals(new double[] {12, 8, 6}, g.partials("x"), "partials at entry");
  }

  @Test
  void writtenArraysMustBeDistinct() {
    double[] x = {1, 2};
    double[] before = x.clone();
    IllegalArgumentException refused =
        assertThrows(IllegalArgumentException.class, () -> of("Scale").gradient(2.0, x, x));
    assertTrue(refused.getMessage().startsWith("[COT101]"), refused.getMessage());
    assertArrayEquals(before, x, "refused before any side effect");
    assertThrows(
        IllegalArgumentException.class, () -> of("Scale").jvp(2.0, x, x, 1.0, new double[] {0, 0}));
  }

  @Test
  void arraysThatNobodyWritesMayBeOne() {
    double[] x = {3};
    Holder g = of("Either").gradient(x, x, false);
    assertArrayEquals(new double[] {3}, g.partials("x"));
    assertArrayEquals(new double[] {3}, g.partials("y"));
  }

  @Test
  void tangentsAreReadOnlyAndHaveTheirArgumentsShape() {
    double[] tangent = {1, 1};
    Holder t = of("Scale").jvp(2.0, new double[] {1, 2}, new double[2], 1.0, tangent);
    assertEquals(20 + 8 + 16, t.tangent());
    assertArrayEquals(new double[] {1, 1}, tangent);
    IllegalArgumentException refused =
        assertThrows(
            IllegalArgumentException.class,
            () -> of("Cubic").jvp(2.0, new double[] {1, 3}, 1.0, new double[] {10}));
    assertTrue(refused.getMessage().startsWith("[COT103]"), refused.getMessage());
  }

  @Test
  void recursionIsDifferentiated() {
    Companion power = of("Power");
    Holder g = power.holder();
    for (int n = 0; n < 5; n++) {
      assertEquals(Math.pow(3, n), power.gradientInto(g, 3.0, n));
      assertEquals(n * Math.pow(3, n - 1), g.partial("x"), 1e-12);
    }
    assertTrue(power.check(1.5, 7).passed());
  }

  @Test
  void parametersMayHaveTheNamesOfGeneratedOnes() {
    Holder g = of("Into").gradient(2.0, 3.0, 5.0, new double[] {7});
    assertEquals(105, g.partial("into"));
    assertEquals(70, g.partial("tape"));
    assertEquals(42, g.partial("value"));
    assertArrayEquals(new double[] {30}, g.partials("holder"));
    assertTrue(of("Into").check(2.0, 3.0, 5.0, new double[] {7}).passed());
  }

  @Test
  void variableArityIsKept() throws NoSuchMethodException {
    assertTrue(of("Many").type().getDeclaredMethod("gradient", double[].class).isVarArgs());
    assertArrayEquals(
        new double[] {3, 2}, of("Many").gradient((Object) new double[] {2, 3}).partials("x"));
  }

  @Test
  void whileLoopRecordsGrowAndAreKept() {
    Companion logistic = of("Logistic");
    Holder g = logistic.holder();
    for (int n : new int[] {0, 3, 100, 2, 100}) {
      logistic.gradientInto(g, 2.9, 0.3, n);
      Holder fresh = logistic.gradient(2.9, 0.3, n);
      assertEquals(fresh.partial("r"), g.partial("r"));
      assertEquals(fresh.partial("x0"), g.partial("x0"));
    }
    assertTrue(logistic.check(2.9, 0.3, 5).passed(), logistic.check(2.9, 0.3, 5).toString());
  }

  @Test
  void scalarTwinIsTheSameFunction() {
    Scalar a = Scalar.of(2, "a");
    Scalar[] x = Scalar.inputs(new double[] {1, 3}, "x");
    Scalar result = of("Cubic").scalar(a, x);
    assertEquals(56, result.value());
    assertEquals(Map.of("a", 28.0, "x[0]", 6.0, "x[1]", 54.0), result.grad(1));
  }

  @Test
  void scalarTwinWritesPrimalValuesBack() {
    double[] out = {7, 7, 7};
    Scalar[] x = Scalar.inputs(new double[] {1, 2}, "x");
    Scalar result = of("Scale").scalar(Scalar.of(2, "s"), x, out);
    assertArrayEquals(new double[] {2, 4, 7}, out);
    assertEquals(20, result.grad(1).get("s"));
  }

  @Test
  void scalarTwinOverwritesItsOwnInputsInPlace() {
    Scalar[] x = Scalar.inputs(new double[] {2, 3, 4}, "x");
    Scalar result = of("InPlace").scalar((Object) x);
    assertArrayEquals(new double[] {2, 6, 24}, Scalar.values(x));
    assertEquals(Map.of("x[0]", 12.0, "x[1]", 8.0, "x[2]", 6.0), result.grad(1));
  }

  @Test
  void checkPassesAndLeavesTheArgumentsAlone() {
    double[] out = {7, 7};
    double[] x = {1, 2};
    assertTrue(of("Scale").check(2.0, x, out).passed());
    assertArrayEquals(new double[] {7, 7}, out);
    assertTrue(of("InPlace").check((Object) x).passed());
    assertArrayEquals(new double[] {1, 2}, x);
    assertTrue(of("Mixed").check(2f, new float[] {1, 0.5f}, 1, null).passed());
  }

  @Test
  void boundFunctionIsFlat() {
    double[] x = {1, 3};
    DifferentiableFunction f = of("Cubic").bind(2.0, x);
    assertEquals(3, f.dimension());
    assertArrayEquals(new double[] {2, 1, 3}, f.initialPoint());
    double[] gradient = new double[3];
    assertEquals(29, f.valueAndGradient(new double[] {1, 1, 2 + 1e-300 + 1}, gradient) + 1);
    assertArrayEquals(new double[] {28, 3, 27}, gradient);
    assertEquals(28, f.value(new double[] {1, 1, 3}));
    assertEquals(28, f.directionalDerivative(new double[] {1, 1, 3}, new double[] {1, 0, 0}));
    double[] product = new double[3];
    f.hessianVectorProduct(new double[] {1, 1, 3}, new double[] {0, 1, 0}, product);
    assertArrayEquals(new double[] {3, 6, 0}, product);
    assertArrayEquals(new double[] {1, 3}, x);
    assertThrows(IllegalArgumentException.class, () -> f.value(new double[2]));
  }

  @Test
  void boundFunctionStartsEachCallFromTheGivenArrays() {
    double[] out = {7, 7};
    DifferentiableFunction f = of("Scale").bind(2.0, new double[] {1, 2}, out);
    double first = f.value(f.initialPoint());
    assertEquals(first, f.value(f.initialPoint()));
    assertArrayEquals(new double[] {7, 7}, out);
    DifferentiableFunction g = of("InPlace").bind((Object) new double[] {2, 3, 4});
    assertEquals(24, g.value(g.initialPoint()));
    assertEquals(24, g.valueAndGradient(g.initialPoint(), new double[3]));
  }

  @Test
  void modesThatWereNotAskedForAreNotThere() {
    Class<?> mixed = of("Mixed").type();
    for (var method : mixed.getDeclaredMethods()) {
      assertFalse(method.getName().equals("jvp") || method.getName().equals("hvp"));
    }
    DifferentiableFunction f = of("Mixed").bind(2f, new float[] {1, 2}, 0, "");
    assertThrows(
        UnsupportedOperationException.class,
        () -> f.directionalDerivative(f.initialPoint(), new double[3]));
  }

  @Test
  void companionHasNoState() {
    for (var field : of("Cubic").type().getDeclaredFields()) {
      assertFalse(Modifier.isStatic(field.getModifiers()), field.toString());
    }
  }
}
