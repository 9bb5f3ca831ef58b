package dev.cotangent.lbfgs4j;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.lbfgs4j.LbfgsMinimizer;
import dev.cotangent.DifferentiableFunction;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class LbfgsFunctionTest {
  @Test
  void findsTheMinimumInAThousandDimensions() {
    double[] start = new double[1000];
    Arrays.setAll(start, i -> i % 2 == 0 ? -1.2 : 1);
    LbfgsFunction function = new LbfgsFunction(ProblemsRosenbrock.bind(start));
    assertEquals(1000, function.getDimension());
    double[] minimum = new LbfgsMinimizer(false).minimize(function, start);
    double[] ones = new double[1000];
    Arrays.fill(ones, 1);
    assertArrayEquals(ones, minimum, 1e-4);
  }

  @Test
  void valueAndGradientAtAPointAreComputedOnce() {
    Counter counter = new Counter(ProblemsRosenbrock.bind(new double[2]));
    LbfgsFunction function = new LbfgsFunction(counter);
    double[] x = {2, 3};
    assertEquals(101, function.valueAt(x));
    assertArrayEquals(new double[] {802, -200}, function.gradientAt(x));
    assertEquals(1, counter.calls);
    // The minimiser writes to the array that it has handed out.
    x[0] = 1;
    assertArrayEquals(new double[] {-800, 400}, function.gradientAt(x));
    assertEquals(2, counter.calls);
  }

  private static final class Counter implements DifferentiableFunction {
    private final DifferentiableFunction function;
    private int calls;

    Counter(DifferentiableFunction function) {
      this.function = function;
    }

    @Override
    public int dimension() {
      return function.dimension();
    }

    @Override
    public double[] initialPoint() {
      return function.initialPoint();
    }

    @Override
    public double value(double[] point) {
      return function.value(point);
    }

    @Override
    public double valueAndGradient(double[] point, double[] gradient) {
      calls++;
      return function.valueAndGradient(point, gradient);
    }
  }
}
