package dev.cotangent.processor.companion;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.cotangent.GradientCheck;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Loops that only accumulate record nothing, whatever follows them: memory does not grow with the
 * length of the data. Loops that break one of the proof obligations must record, and are right.
 */
@Isolated("counts the bytes that are allocated")
class AccumulationLoopsTest {
  private static final int SHORT = 200;
  private static final int LONG = 20_000;

  private static final Compiled COMPILED =
      CompanionHarness.compile(
              """
              package p;
              import dev.cotangent.Differentiable;
              final class C {
                @Differentiable(wrt = "w")
                static double mean(double w, double[] x) {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    double e = w * x[i] - 1;
                    sum += e * e;
                  }
                  return sum / x.length;
                }

                @Differentiable(wrt = "w")
                static double rootTail(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += Math.exp(w * v);
                  }
                  return Math.sqrt(sum);
                }

                @Differentiable(wrt = "w")
                static double logTail(double w, double[] x) {
                  double sum = 1;
                  int i = 0;
                  while (i < x.length) {
                    sum += Math.exp(w * x[i]);
                    i++;
                  }
                  return Math.log(sum);
                }

                @Differentiable(wrt = "w")
                static double tailInABranch(double w, double[] x) {
                  if (w < 0) {
                    return w;
                  }
                  double sum = 0;
                  for (double v : x) {
                    sum += Math.exp(w * v);
                  }
                  return Math.log(sum);
                }

                @Differentiable
                static double dearTerms(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += Math.exp(w * v);
                  }
                  return Math.log(sum);
                }

                @Differentiable
                static double dearTermsThatNobodyNeeds(double w, double[] x) {
                  double sum = 1;
                  for (double v : x) {
                    sum += Math.log(w + v * v);
                  }
                  return Math.sqrt(sum * sum);
                }

                @Differentiable(wrt = "w")
                static double meanThenVariance(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += Math.sin(w * v);
                  }
                  double mean = sum / x.length;
                  double squares = 0;
                  for (double v : x) {
                    double d = Math.sin(w * v) - mean;
                    squares += d * d;
                  }
                  return squares / x.length;
                }

                @Differentiable(wrt = "w")
                static double conditional(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    if (w * v > 0.5) {
                      sum += w * v;
                    } else {
                      sum -= v;
                    }
                  }
                  return sum * sum;
                }

                @Differentiable(wrt = "w")
                static double ownArray(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    double[] h = new double[2];
                    h[0] = Math.sin(w * v);
                    h[1] = h[0] * v;
                    sum += h[1] * h[0];
                  }
                  return Math.sqrt(1 + sum * sum);
                }

                @Differentiable(wrt = "w")
                static double nested(double w, double[] x) {
                  double sum = 0;
                  for (int i = 0; i + 4 < x.length; i += 4) {
                    double inner = 0;
                    for (int j = 0; j < 4; j++) {
                      inner += Math.tanh(w * x[i + j]);
                    }
                    sum += inner * inner;
                  }
                  return Math.sqrt(1 + sum);
                }

                static double power(double x, double[] table, int n) {
                  return n == 0 ? table[0] : x * power(x, table, n - 1);
                }

                @Differentiable(wrt = "w")
                static double recursiveHelper(double w, double[] x) {
                  double sum = 0;
                  for (double v : x) {
                    sum += power(w * v, x, 3);
                  }
                  return Math.sqrt(1 + sum * sum);
                }

                @Differentiable(wrt = "w")
                static double looksAtItsSum(double w, double[] x) {
                  double sum = 0.1;
                  for (double v : x) {
                    sum += Math.sin(w * v * sum);
                  }
                  return sum;
                }

                @Differentiable(wrt = "w")
                static double doubles(double w, double[] x) {
                  double sum = w;
                  for (double v : x) {
                    sum = (sum + v) - 0.5 * sum;
                  }
                  return sum;
                }

                @Differentiable(wrt = "w")
                static double dataOverwrittenLater(double w, double[] x) {
                  double sum = 0;
                  for (int i = 0; i < x.length; i++) {
                    sum += Math.sin(w * x[i]);
                  }
                  for (int i = 0; i < x.length; i++) {
                    x[i] = 0.25;
                  }
                  return sum * sum;
                }

                @Differentiable(wrt = "w")
                static double dataOverwrittenInside(double w, double[] x) {
                  double sum = 0;
                  for (int i = 0; i + 1 < x.length; i++) {
                    sum += Math.sin(w * x[i]);
                    x[i + 1] = x[i] * 0.5;
                  }
                  return sum * sum;
                }

                @Differentiable(wrt = "w")
                static double secondSumLooksAtFirst(double w, double[] x) {
                  double a = 0;
                  double b = 0;
                  for (double v : x) {
                    a += w * v;
                    b += Math.sin(a);
                  }
                  return b;
                }
              }
              """)
          .orThrow();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mean",
        "RootTail",
        "LogTail",
        "TailInABranch",
        "MeanThenVariance",
        "Conditional",
        "OwnArray",
        "Nested"
      })
  void accumulationRecordsNothing(String name) {
    Companion companion = COMPILED.companion("p.C" + name);
    assertRight(companion);
    assertEquals(growth(companion), 0, "bytes that the longer data cost");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "LooksAtItsSum",
        "DataOverwrittenLater",
        "DataOverwrittenInside",
        "SecondSumLooksAtFirst"
      })
  void whatBreaksAnObligationIsRecorded(String name) {
    Companion companion = COMPILED.companion("p.C" + name);
    assertRight(companion);
    assertTrue(growth(companion) >= 8L * (LONG - SHORT), "nothing was recorded");
  }

  /** Its shadow of the data, which a helper is given, is all that grows. */
  @ParameterizedTest
  @ValueSource(strings = {"RecursiveHelper"})
  void helpersThatChangeNothingAreRepeated(String name) {
    Companion companion = COMPILED.companion("p.C" + name);
    assertRight(companion);
    assertEquals(growth(companion), 8L * (LONG - SHORT), "bytes that the longer data cost");
  }

  /** Where the partials grow, a dear function's results may be kept beside them. */
  @ParameterizedTest
  @CsvSource({"DearTerms, 2", "DearTermsThatNobodyNeeds, 1"})
  void dearTermsAreKeptWhereThePartialsTakeAsMuch(String name, int arrays) {
    Companion companion = COMPILED.companion("p.C" + name);
    assertRight(companion);
    assertEquals(growth(companion), 8L * arrays * (LONG - SHORT), "bytes");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Doubles"})
  void whatNeedsNoValueRecordsNoneAlthoughItIsNoAccumulation(String name) {
    Companion companion = COMPILED.companion("p.C" + name);
    assertRight(companion);
    assertEquals(growth(companion), 0, "bytes that the longer data cost");
  }

  private static void assertRight(Companion companion) {
    GradientCheck check = (GradientCheck) companion.call("check", 0.7, data(17));
    check.orThrow();
  }

  private static double[] data(int length) {
    Random random = new Random(5);
    return random.doubles(length, -1, 1).toArray();
  }

  /** How much more a first call, with a new holder, allocates for long data than for short data. */
  private static long growth(Companion companion) {
    double[] few = data(SHORT);
    double[] many = data(LONG);
    companion.gradient(0.7, few);
    long[] bytes = new long[5];
    Arrays.setAll(
        bytes,
        k ->
            allocated(() -> companion.gradient(0.7, many))
                - allocated(() -> companion.gradient(0.7, few)));
    Arrays.sort(bytes);
    return bytes[bytes.length / 2];
  }

  private static long allocated(Supplier<?> action) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    Object kept = action.get();
    long after = threads.getCurrentThreadAllocatedBytes();
    assertTrue(kept != null);
    return after - before;
  }
}
