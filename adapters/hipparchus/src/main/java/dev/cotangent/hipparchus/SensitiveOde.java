package dev.cotangent.hipparchus;

import java.util.List;
import org.hipparchus.ode.ODEJacobiansProvider;

/**
 * A differential equation y′ = f(t, y, p) with the partials of f, for a {@link
 * org.hipparchus.ode.VariationalEquation}: its solution comes with the partials with respect to the
 * initial state and to the parameters.
 *
 * <pre>{@code
 * @Differentiable(value = JACOBIAN, wrt = {"y", "p"})
 * static double[] decay(double t, double[] y, double[] p) {
 *   return new double[] {-p[0] * y[0]};
 * }
 *
 * SensitiveOde ode =
 *     new SensitiveOde(
 *         1,
 *         List.of("rate"),
 *         new double[] {0.5},
 *         (t, y, p) -> {
 *           ChemistryDecay.Jacobian j = ChemistryDecay.jacobian(t, y, p);
 *           return new SensitiveOde.Linearization(j.value(), j.dY(), j.dP());
 *         });
 * }</pre>
 */
public final class SensitiveOde implements ODEJacobiansProvider {
  private final int dimension;
  private final List<String> names;
  private final double[] parameters;
  private final RightHandSide rightHandSide;

  /** The right-hand side f with its partials. */
  @FunctionalInterface
  public interface RightHandSide {
    /**
     * What f gives, and how it changes.
     *
     * @param t the time
     * @param y the state; read only
     * @param p the parameters; read only
     * @return f(t, y, p) and its partials there
     */
    Linearization at(double t, double[] y, double[] p);
  }

  /** What a right-hand side gives, and its partials. */
  public static final class Linearization {
    private final double[] rates;
    private final double[][] byState;
    private final double[][] byParameter;

    /**
     * Keeps the arrays.
     *
     * @param rates y′, one component for each of the state
     * @param byState a row for each component of y′, a column for each of the state
     * @param byParameter a row for each component of y′, a column for each parameter
     */
    public Linearization(double[] rates, double[][] byState, double[][] byParameter) {
      this.rates = rates;
      this.byState = byState;
      this.byParameter = byParameter;
    }
  }

  /**
   * An equation with named parameters.
   *
   * @param dimension the number of components of the state
   * @param names the parameters' names, in the order of {@code parameters}
   * @param parameters their values, which are copied
   * @param rightHandSide f with its partials
   * @throws IllegalArgumentException if there are not as many names as values
   */
  public SensitiveOde(
      int dimension, List<String> names, double[] parameters, RightHandSide rightHandSide) {
    if (names.size() != parameters.length) {
      throw new IllegalArgumentException(
          names.size() + " names for " + parameters.length + " parameters");
    }
    this.dimension = dimension;
    this.names = List.copyOf(names);
    this.parameters = parameters.clone();
    this.rightHandSide = rightHandSide;
  }

  @Override
  public int getDimension() {
    return dimension;
  }

  @Override
  public double[] computeDerivatives(double t, double[] y) {
    return at(t, y).rates;
  }

  @Override
  public double[][] computeMainStateJacobian(double t, double[] y, double[] rates) {
    return at(t, y).byState;
  }

  @Override
  public List<String> getParametersNames() {
    return names;
  }

  @Override
  public boolean isSupported(String name) {
    return names.contains(name);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalArgumentException if there is no parameter of that name
   */
  @Override
  public double[] computeParameterJacobian(double t, double[] y, double[] rates, String name) {
    int column = names.indexOf(name);
    if (column < 0) {
      throw new IllegalArgumentException("there is no parameter '" + name + "'");
    }
    double[][] byParameter = at(t, y).byParameter;
    double[] partials = new double[dimension];
    for (int i = 0; i < dimension; i++) {
      partials[i] = byParameter[i][column];
    }
    return partials;
  }

  private Linearization at(double t, double[] y) {
    return rightHandSide.at(t, y, parameters);
  }
}
