package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import org.junit.jupiter.api.Test;

/** A few programs in full: what the later stages see. */
class LoweredFormTest {
  private static Program lower(String method) {
    return Lowering.of(
            """
            package demo;
            import dev.cotangent.Differentiable;
            class Form {
              @Differentiable
            %s
            }
            """
                .formatted(method))
        .program("f");
  }

  @Test
  void regressionIsACountedLoopWithNamedValues() {
    Program program =
        lower(
            """
              static double f(double w, double b, double[] x, double[] y) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                  double e = b + x[i] * w - y[i];
                  sum += e * e;
                }
                return sum / x.length;
              }
            """);
    assertEquals(
        """
        function f(%0_w: double, %1_b: double, %2_x: double[], %3_y: double[]) {
          %4_sum: double = constant 0.0
          %5_i: int = constant 0
          %6: int = length %2_x
          %16_sum: double = for < step 1 %5_i, %6, %4_sum (%7_i: int, %8_sum: double) {
            %9: double = load %2_x, %7_i
            %10: double = exact multiply %9, %0_w
            %11: double = exact add %1_b, %10
            %12: double = load %3_y, %7_i
            %13_e: double = exact subtract %11, %12
            %14: double = exact multiply %13_e, %13_e
            %15_sum: double = exact add %8_sum, %14
            yield %15_sum
          }
          %17: int = length %2_x
          %18: double = exact convert %17
          %19: double = exact divide %16_sum, %18
          yield %19
        }

        """,
        program.toString());
  }

  @Test
  void earlyReturnMovesTheRestIntoTheOtherBranch() {
    Program program =
        lower(
            """
              static double f(double x) {
                if (x < 0) {
                  return -x;
                }
                double y = x * 2;
                return y;
              }
            """);
    assertEquals(
        """
        function f(%0_x: double) {
          %1: double = constant 0.0
          %2: boolean = exact less %0_x, %1
          %6_result: double = if %2 () {
            %3: double = exact negate %0_x
            yield %3
          }
          () {
            %4: double = constant 2.0
            %5_y: double = exact multiply %0_x, %4
            yield %5_y
          }
          yield %6_result
        }

        """,
        program.toString());
  }

  @Test
  void variableChangedByABranchIsYielded() {
    Program program =
        lower(
            """
              static double f(double x) {
                double t = x;
                if (t > 1) {
                  t = t * x;
                }
                return t;
              }
            """);
    assertEquals(
        """
        function f(%0_x: double) {
          %1: double = constant 1.0
          %2: boolean = exact greater %0_x, %1
          %4_t: double = if %2 () {
            %3_t: double = exact multiply %0_x, %0_x
            yield %3_t
          }
          () {
            yield %0_x
          }
          yield %4_t
        }

        """,
        program.toString());
  }

  @Test
  void everyOperationKnowsItsLine() {
    Program program =
        lower(
            """
              static double f(double x, double[] a) {
                double y = Math.sin(x)
                    * a[0];
                a[1] = y;
                return y > 0
                    ? y
                    : x;
              }
            """);
    for (Op op : program.main().body().ops()) {
      assertTrue(op.source().isKnown(), op.toString());
    }
    Value y =
        program.main().body().ops().stream()
            .flatMap(op -> op.results().stream())
            .filter(value -> value.name().equals("y"))
            .findFirst()
            .orElseThrow();
    assertEquals(6, y.source().line());
    assertEquals(16, y.source().column());
  }

  private static long count(Program program, String kind) {
    return program.main().toString().lines().filter(line -> line.contains(kind)).count();
  }

  @Test
  void continueLeavesACountedLoopCounted() {
    Program program =
        lower(
            """
              static double f(double[] x) {
                double sum = 0;
                for (int i = 0; i < x.length; i++) {
                  if (x[i] < 0) continue;
                  if (x[i] > 9) throw new IllegalStateException();
                  sum += x[i];
                }
                return sum;
              }
            """);
    assertEquals(1, count(program, "for <"));
    assertEquals(0, count(program, "while"));
  }

  @Test
  void returnsNeedNoFlagWhereOnePathGoesOn() {
    Program program =
        lower(
            """
              static double f(double x, int k) {
                if (x < 0) return 1;
                switch (k) {
                  case 0: return x;
                  case 1: x = x * x; break;
                  default: throw new IllegalStateException();
                }
                return x + 1;
              }
            """);
    assertEquals(0, count(program, "done"));
    assertEquals(0, count(program, "exit"));
  }

  @Test
  void breakCarriesAFlag() {
    Program program =
        lower(
            """
              static double f(double x) {
                double y = x;
                while (true) {
                  y *= x;
                  if (y > 9) break;
                }
                return y;
              }
            """);
    assertEquals(1, count(program, "while"));
    assertTrue(program.main().toString().contains("done"), program::toString);
  }
}
