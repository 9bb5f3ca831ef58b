package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.LongSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * With a reused holder and arrays no longer than before, a call allocates no more than the primal
 * does.
 */
class AllocationTest {
  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Derivative;
              import dev.cotangent.Differentiable;
              final class C {
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double accumulation(double[] x, double[] out) {
                  double sum = 0;
                  for (double v : x) { sum += Math.tanh(v) * v; }
                  return Math.sqrt(sum);
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double carried(double[] x, double[] out) {
                  double s = x[0];
                  for (double v : x) { s = Math.sin(s) * v; }
                  return s;
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double whileLoop(double[] x, double[] out) {
                  double s = 0.9;
                  int i = 0;
                  while (i < x.length && s > 1e-300) { s = s * Math.cos(x[i]); i++; }
                  return s;
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double written(double[] x, double[] out) {
                  for (int i = 0; i < x.length; i++) { out[i] = x[i] * x[i]; x[i] = out[i] * 0.5; }
                  return out[x.length - 1] * x[0];
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double local(double[] x, double[] out) {
                  double[] t = new double[x.length];
                  for (int i = 0; i < x.length; i++) { t[i] = x[i] * x[i]; }
                  double[] copy = t.clone();
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) { sum += t[i] * copy[0]; }
                  return sum;
                }
                @Differentiable({Derivative.GRADIENT, Derivative.HVP, Derivative.HESSIAN})
                static double recursive(double[] x, double[] out) { return product(x, 0); }
                private static double product(double[] x, int i) {
                  return i == x.length ? 1 : x[i] * product(x, i + 1);
                }
              }
              """,
              AllocatedBytes.SOURCE,
              driver("accumulation"),
              driver("carried"),
              driver("whileLoop"),
              driver("written"),
              driver("local"),
              driver("recursive"))
          .orThrow();

  /** Calls without reflection, which allocates. */
  private static String driver(String method) {
    String name = Character.toUpperCase(method.charAt(0)) + method.substring(1);
    return """
    package p;
    public final class DriveNAME implements java.util.function.LongSupplier {
      private final CNAME.Gradient g = new CNAME.Gradient();
      private final CNAME.Hessian h = new CNAME.Hessian();
      private final double[] few = new double[9];
      private final double[] fewOut = new double[9];
      private final double[] x = new double[200];
      private final double[] out = new double[200];
      private final double[] v = new double[200];
      public DriveNAME() { java.util.Arrays.fill(v, 0.1); }
      private void fill() { java.util.Arrays.fill(x, 0.7); java.util.Arrays.fill(few, 0.7); }
      private void run() {
        fill(); CNAME.gradient(x, out, g);
        fill(); CNAME.hvp(x, out, v, v, g);
        fill(); CNAME.hessian(few, fewOut, h);
      }
      @Override public long getAsLong() { return AllocatedBytes.of(this::run); }
    }
    """
        .replace("NAME", name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Accumulation", "Carried", "WhileLoop", "Written", "Local", "Recursive"})
  void reusedHolderAllocatesNothing(String name) throws ReflectiveOperationException {
    LongSupplier driver =
        (LongSupplier) COMPILED.load("p.Drive" + name).getDeclaredConstructor().newInstance();
    long withFreshPools = driver.getAsLong();
    long again = driver.getAsLong();
    assertEquals(0, again, "first: " + withFreshPools);
  }

  @Test
  void poolsAndTapesLiveInTheHolder() {
    String source = COMPILED.source("p.CRecursive");
    assertTrue(source.contains("private final Tape tape = new Tape();"), source);
    assertTrue(source.contains("into.tape.reset();"), source);
  }
}
