package dev.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.QRDecomposer;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.optim.nonlinear.vector.leastsquares.GaussNewtonOptimizer;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresBuilder;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresOptimizer.Optimum;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LeastSquaresProblem;
import org.hipparchus.optim.nonlinear.vector.leastsquares.LevenbergMarquardtOptimizer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * NIST's reference problems in nonlinear regression, fitted with generated Jacobians from both
 * published starting points to the certified parameters and standard deviations. They run where the
 * folder is that the property {@code nist.folder} names.
 */
class NistTest {
  private static final Path FOLDER = Path.of(System.getProperty("nist.folder", "nist"));

  static Stream<Arguments> problems() {
    return NistProblem.MODELS.keySet().stream()
        .sorted()
        .flatMap(name -> Stream.of(Arguments.of(name, 0), Arguments.of(name, 1)));
  }

  @ParameterizedTest
  @MethodSource("problems")
  void fitsAreTheCertifiedOnes(String name, int start) throws IOException {
    assumeTrue(Files.isDirectory(FOLDER), () -> "no " + FOLDER);
    NistProblem problem = NistProblem.read(FOLDER, name);
    RealVector from = new ArrayRealVector(problem.starts().get(start));
    // The one comes near from afar, the other finds the last digits.
    Optimum near = new LevenbergMarquardtOptimizer().optimize(problem(problem, from));
    GaussNewtonOptimizer gaussNewton = new GaussNewtonOptimizer(new QRDecomposer(1e-20), false);
    Optimum found = gaussNewton.optimize(problem(problem, near.getPoint()));

    double[] deviations = deviations(found, problem);
    for (int i = 0; i < deviations.length; i++) {
      close(problem.certified()[i], found.getPoint().getEntry(i), "b" + (i + 1));
      close(problem.deviations()[i], deviations[i], "deviation of b" + (i + 1));
    }
  }

  private static LeastSquaresProblem problem(NistProblem problem, RealVector start) {
    return new LeastSquaresBuilder()
        .model(new FittedModel(problem.rows()))
        .target(problem.observed())
        .start(start)
        .checker(
            (iteration, previous, current) ->
                previous.getPoint().getDistance(current.getPoint())
                    <= 1e-13 * current.getPoint().getNorm())
        .maxEvaluations(10_000)
        .maxIterations(10_000)
        .build();
  }

  /**
   * The diagonal of s²(JᵀJ)⁻¹, by the inverse of R of a Jacobian whose columns have length one, so
   * that parameters of different sizes cost no digits.
   */
  private static double[] deviations(Optimum found, NistProblem problem) {
    RealMatrix jacobian = found.getJacobian();
    int n = jacobian.getColumnDimension();
    double[] lengths = new double[n];
    for (int j = 0; j < n; j++) {
      RealVector column = jacobian.getColumnVector(j);
      lengths[j] = column.getNorm();
      jacobian.setColumnVector(j, column.mapDivide(lengths[j]));
    }
    RealMatrix r = new QRDecomposition(jacobian).getR().getSubMatrix(0, n - 1, 0, n - 1);
    RealMatrix inverse = new LUDecomposition(r, 1e-30).getSolver().getInverse();
    double scale = found.getCost() / Math.sqrt(problem.observations().size() - n);
    double[] deviations = new double[n];
    for (int i = 0; i < n; i++) {
      deviations[i] = scale * inverse.getRowVector(i).getNorm() / lengths[i];
    }
    return deviations;
  }

  /** To eight digits. */
  private static void close(double certified, double found, String what) {
    assertEquals(certified, found, 1e-8 * Math.abs(certified), what);
  }
}
