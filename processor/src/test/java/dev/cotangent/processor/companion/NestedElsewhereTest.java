package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.DifferentiableFunction;
import java.lang.reflect.Array;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Derivatives of methods of other files inside a method, differentiated again. */
class NestedElsewhereTest {
  private static final String KERNEL =
      """
      package lib;
      import dev.cotangent.*;
      import static dev.cotangent.Derivative.*;
      public final class Kernel {
        private Kernel() {}
        @Differentiable({GRADIENT, JVP, HVP})
        public static double wave(double x, double y) { return Math.sin(x * y) * x; }
        @Differentiable(value = {GRADIENT, JVP, HVP}, wrt = {"w", "b"}, companion = "Loss")
        public static double loss(double[] w, float b, int power, double[][] rows) {
          double sum = 0;
          for (double[] row : rows) {
            double e = b;
            for (int i = 0; i < w.length; i++) { e += w[i] * row[i]; }
            double p = 1;
            for (int k = 0; k < power; k++) { p *= e; }
            sum += p;
          }
          return sum;
        }
        @Differentiable({GRADIENT, JVP, HVP})
        public static double swept(double[] x, double h) {
          double sum = 0;
          for (int i = 0; i < x.length; i++) {
            x[i] = Math.sin(x[i]) * h;
            sum += x[i] * x[i] * x[(i + 1) % x.length];
          }
          return sum;
        }
        public static final java.util.List<Double> LOG = new java.util.ArrayList<>();
        @Differentiable({GRADIENT, JVP, HVP})
        public static double told(double x) { LOG.add(x); return x * x * x; }
        @Differentiable({GRADIENT, JVP, HVP})
        public static double narrow(float[] x, double h) {
          double sum = h;
          for (float e : x) { sum += Math.sin(e * h) * e; }
          return sum;
        }
        @Differentiable
        public static double counted(double x, int[] left) { left[0]--; return x * x; }
        @Differentiable public static double first(double x) { return x * x; }
        @Differentiable({GRADIENT, JVP}) public static double both(double x) { return x * x; }
      }
      """;

  private static final String HEAD =
      """
      package p;
      import dev.cotangent.*;
      import lib.*;
      import static dev.cotangent.Derivative.*;
      class C {
      """;

  private static final String CALLERS =
      HEAD
          + """
            @Differentiable({GRADIENT, JVP})
            static double slope(double x, double y) {
              KernelWave.Gradient g = KernelWave.gradient(x * x, y);
              return g.dX() * y + g.value() * g.dY();
            }
            @Differentiable({GRADIENT, JVP})
            static double along(double x, double y) {
              var t = KernelWave.jvp(x, y, y * y, x);
              return t.tangent() * x + t.value();
            }
            @Differentiable({GRADIENT, JVP})
            static double descend(double[] w, float b, double[][] rows, double rate) {
              double[] at = w.clone();
              double offset = b;
              for (int k = 0; k < 4; k++) {
                Loss.Gradient g = Loss.gradient(at, (float) 0.25, 2, rows);
                for (int i = 0; i < at.length; i++) { at[i] -= rate * g.dW()[i]; }
                offset -= rate * g.dB() * b;
              }
              return Loss.value(at, b, 3, rows) + offset;
            }
            @Differentiable({GRADIENT, JVP})
            static double directions(double[] w, double[] v, float b, double[][] rows) {
              return Loss.jvp(w, b, 3, rows, v, b).tangent() + Kernel.loss(v, b, 2, rows);
            }
            @Differentiable({GRADIENT, JVP})
            static double overwritten(double[] x, double h) {
              double[] y = x.clone();
              lib.KernelSwept.Gradient g = lib.KernelSwept.gradient(y, h * h);
              double sum = g.dH() * h;
              for (int i = 0; i < y.length; i++) { sum += y[i] * g.dX()[i] * x[i]; }
              return sum + g.value();
            }
            @Differentiable({GRADIENT, JVP})
            static double overwrittenAlong(double[] x, double h) {
              double[] y = x.clone();
              double[] v = {h, 2, h * h};
              return KernelSwept.jvp(y, h, v, 3).tangent() * h + y[0] * v[1] * y[1];
            }
            @Differentiable({GRADIENT, JVP})
            static double narrowAlong(float[] x, float[] v, double h) {
              return KernelNarrow.jvp(x, h, v, h * h).tangent() * h + Kernel.narrow(v, h);
            }
            @Differentiable({GRADIENT, JVP, HVP})
            static double here(double x, double y) { return Kernel.wave(x, y) * Kernel.wave(y, 1) * x; }
            @Differentiable({GRADIENT, JVP})
            static double through(double x, double y) {
              var g = CHere.gradient(x, y * x);
              return g.dX() * g.value() + CHere.jvp(x, y, y, 2).tangent();
            }
          }
          """;

  private static final Compiled LIBRARY = CompanionHarness.compile(KERNEL).orThrow();

  private static Stream<Compiled> compilations() {
    return Stream.of(
        CompanionHarness.compile(KERNEL, CALLERS).orThrow(),
        CompanionHarness.compile(CALLERS, KERNEL).orThrow(),
        CompanionHarness.strict().withLibrary(LIBRARY).run(CALLERS).orThrow());
  }

  @ParameterizedTest
  @MethodSource("compilations")
  void bothModesAgreeWithTheTwinAndWithDifferences(Compiled compiled) {
    double[][] rows = {{0.3, -0.7, 1.1}, {0.9, 0.2, -0.4}};
    agree(compiled, "Slope", new Object[] {0.7, 1.3}, 1.0, -0.5);
    agree(compiled, "Along", new Object[] {0.7, 1.3}, 1.0, -0.5);
    double[] w = {0.4, -0.3, 0.8};
    double[] v = {0.1, 0.7, -0.6};
    double[][] zeros = {{0.1, 0.2, -0.3}, {0.4, 0.0, 0.5}};
    agree(compiled, "Descend", new Object[] {w, 0.6f, rows, 0.05}, v, 0f, zeros, 0.3);
    agree(compiled, "Directions", new Object[] {w, v, 0.6f, rows}, v, w, 0f, zeros);
    agree(compiled, "Overwritten", new Object[] {w, 1.2}, v, 0.4);
    agree(compiled, "OverwrittenAlong", new Object[] {w, 1.2}, v, 0.4);
    float[] x = {0.4f, -0.3f, 0.8f};
    float[] along = {0.1f, 0.7f, -0.6f};
    agree(compiled, "NarrowAlong", new Object[] {x, along, 1.2}, along, x, 0.4);
    agree(compiled, "Through", new Object[] {0.7, 1.3}, 1.0, -0.5);
  }

  /** Check compares reverse mode with the twin and with differences; forward mode joins here. */
  private static void agree(Compiled compiled, String name, Object[] at, Object... direction) {
    Companion companion = compiled.companion("p.C" + name);
    assertTrue(companion.check(at).passed(), () -> name + ": " + companion.check(at));
    Companion.Holder gradient = companion.gradient(at);
    assertEquals(companion.value(at), gradient.value(), name);
    Object[] all = Stream.concat(Stream.of(at), Stream.of(direction)).toArray();
    assertEquals(companion.value(at), companion.jvp(all).value(), name);
    DifferentiableFunction function = companion.bind(at);
    double[] partials = new double[function.dimension()];
    function.valueAndGradient(function.initialPoint(), partials);
    List<Number> along = flat(direction).toList();
    double dot = 0;
    double bound = 0;
    for (int i = 0; i < along.size(); i++) {
      double term = along.get(i).doubleValue() * partials[i];
      dot += term;
      // The partial of a float is a float.
      bound += Math.abs(term) * (along.get(i) instanceof Float ? 0x1p-24 : 1e-14);
    }
    assertEquals(dot, companion.jvp(all).tangent(), bound, name);
  }

  private static Stream<Number> flat(Object value) {
    return value instanceof Number number
        ? Stream.of(number)
        : IntStream.range(0, Array.getLength(value))
            .boxed()
            .flatMap(i -> flat(Array.get(value, i)));
  }

  private static Compiled against(String body) {
    return CompanionHarness.strict().withLibrary(LIBRARY).run(HEAD + body + "\n}\n");
  }

  /** The bound of the loop is read again each time, since the call changes it. */
  @Test
  void whatTheOtherMethodWritesIsNoBoundOfALoop() {
    Companion companion =
        against(
                """
                @Differentiable static double f(double x, int[] left) {
                double sum = 0;
                for (int i = 0; i < left[0]; i++) { sum += Kernel.counted(x, left) * (i + 1); }
                return sum;
                }\
                """)
            .orThrow()
            .companion("p.CF");
    Companion.Holder gradient = companion.gradient(3.0, new int[] {5});
    assertEquals(9 + 18 + 27, gradient.value());
    assertEquals(6 + 12 + 18, gradient.partial("x"));
    assertTrue(companion.check(3.0, new int[] {5}).passed());
  }

  @Test
  void theOtherMethodNeedsSecondDerivatives() {
    Compiled compiled =
        against(
            "@Differentiable static double f(double x) {\nreturn KernelFirst.gradient(x).dX(); }");
    assertEquals(List.of("COT035@7"), compiled.codes(), compiled.messages());
    assertTrue(compiled.messages().contains("Add HVP to the modes"), compiled.messages());
    Compiled jvp =
        against(
            "@Differentiable static double f(double x) {\n"
                + "return KernelBoth.jvp(x, 2).tangent(); }");
    assertEquals(List.of("COT035@7"), jvp.codes(), jvp.messages());
  }

  @Test
  void thirdDerivativesAcrossFilesAreRefused() {
    Compiled product =
        against(
            "@Differentiable(HVP) static double f(double x) {\n"
                + "return KernelWave.gradient(x, 2).dX(); }");
    assertEquals(List.of("COT073@7"), product.codes(), product.messages());
    Compiled bend =
        against(
            "@Differentiable static double f(double x) {\n"
                + "return KernelWave.hvp(x, 2, 1, 0).dX(); }");
    assertEquals(List.of("COT073@7"), bend.codes(), bend.messages());
    Compiled nested =
        against(
            "@Differentiable static double f(double x) {\n"
                + "return KernelWave.gradient(x, 2).dX(); }\n"
                + "@Differentiable static double g(double x) { return CF.gradient(x).dX(); }");
    assertEquals(List.of("COT073@7"), nested.codes(), nested.messages());
  }

  @Test
  void rowsMustStayWhereTheyAre() {
    Compiled exchanged =
        against(
            "@Differentiable static double f(double[] w, double[][] m) {\n"
                + "double s = Loss.gradient(w, 1f, 2, m).dB();\n"
                + "double[] r = m[0]; m[0] = m[1]; m[1] = r; return s * m[0][0]; }");
    assertEquals(List.of("COT073@7"), exchanged.codes(), exchanged.messages());
    assertTrue(exchanged.messages().contains("rows are exchanged"), exchanged.messages());
  }

  @Test
  void whatNoDerivativePassesThroughNeedsNoMode() {
    Compiled compiled =
        against(
            "@Differentiable(wrt = \"x\") static double f(double x, double y) {\n"
                + "return x * KernelWave.hvp(y, 2, 1, 0).dX(); }");
    double bend = compiled.orThrow().companion("p.CF").gradient(3.0, 0.5).partial("x");
    assertEquals(2 * Math.cos(1) * 2 - 4 * 0.5 * Math.sin(1), bend, 1e-14);
  }

  private static final String SQUARES =
      """
      @Differentiable({HESSIAN, HVP}) static double f(double[] x, double y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) { sum += Kernel.wave(x[i] * x[0], y); }
        return sum + Kernel.swept(x, y * y);
      }
      """;

  @Test
  void aHessianGoesThroughMethodsOfOtherFilesAgain() {
    Companion f = against(SQUARES).orThrow().companion("p.CF");
    double[] x = {0.4, -0.3, 0.8};
    double[] swept = x.clone();
    Companion.Matrix hessian = f.hessian(swept, 0.7);
    double[] once = x.clone();
    assertEquals(f.value(once, 0.7), hessian.value());
    assertEquals(once[1], swept[1]);
    for (int i = 0; i < 4; i++) {
      double[] unit = new double[3];
      if (i < 3) {
        unit[i] = 1;
      }
      Companion.Holder column = f.hvp(x.clone(), 0.7, unit, i == 3 ? 1.0 : 0.0);
      for (int k = 0; k < 4; k++) {
        double entry = k < 3 ? column.partials("x")[k] : column.partial("y");
        assertEquals(entry, hessian.matrix()[i][k], 1e-14, i + ", " + k);
      }
    }
  }

  @Test
  void whatMustHappenOnceIsNotRepeated() {
    String hessian =
        "@Differentiable(HESSIAN) static double f(double x) {\nreturn Kernel.told(x); }";
    String nested =
        "@Differentiable static double f(double x) {\nreturn KernelTold.gradient(x).dX(); }";
    String source = HEAD + hessian + "\n}\n";
    assertEquals(List.of("COT078@7"), against(hessian).codes());
    assertEquals(List.of("COT078@7"), CompanionHarness.strict().run(source, KERNEL).codes());
    assertEquals(List.of("COT078@7"), CompanionHarness.strict().run(KERNEL, source).codes());
    assertEquals(List.of("COT078@7"), against(nested).codes());
    source = HEAD + nested + "\n}\n";
    assertEquals(List.of("COT078@7"), CompanionHarness.strict().run(source, KERNEL).codes());
  }

  @Test
  void whatMustHappenOnceIsSeenThroughYetAnotherFile() {
    String between =
        HEAD.replace("class C", "public class B")
            + "@Differentiable({JVP, HVP}) public static double b(double x) {\n"
            + "return Kernel.told(x) * x; }}";
    String source =
        HEAD + "@Differentiable(HESSIAN) static double f(double x) {\nreturn B.b(x); }}";
    assertEquals(
        List.of("COT078@7"), CompanionHarness.strict().run(source, between, KERNEL).codes());
    Compiled library = CompanionHarness.compile(KERNEL, between).orThrow();
    Compiled compiled = CompanionHarness.strict().withLibrary(library).run(source);
    assertEquals(List.of("COT078@7"), compiled.codes());
  }

  @Test
  void ownEffectsAreNotRepeatedWithinAMethod() {
    Compiled compiled =
        against(
            "static final java.util.List<String> LOG = new java.util.ArrayList<>();\n"
                + "@Differentiable static double h(double x) {\n"
                + "LOG.add(\"h\"); return Kernel.wave(x, 2); }\n"
                + "@Differentiable static double f(double x) {\nreturn CH.gradient(x).dX(); }");
    assertEquals(List.of("COT078@10"), compiled.codes(), compiled.messages());
  }
}
