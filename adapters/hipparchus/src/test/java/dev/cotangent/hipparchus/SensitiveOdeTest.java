package dev.cotangent.hipparchus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.hipparchus.ode.ExpandableODE;
import org.hipparchus.ode.ODEState;
import org.hipparchus.ode.ODEStateAndDerivative;
import org.hipparchus.ode.VariationalEquation;
import org.hipparchus.ode.nonstiff.DormandPrince853Integrator;
import org.junit.jupiter.api.Test;

/** Sensitivities of a damped oscillator against those of its closed form. */
class SensitiveOdeTest {
  private static final double[] PARAMETERS = {2, 0.3};
  private static final double[] START = {1, -0.5};
  private static final double END = 3;

  private static SensitiveOde oscillator() {
    return new SensitiveOde(
        2,
        List.of("stiffness", "damping"),
        PARAMETERS,
        (t, y, p) -> {
          ProblemsOscillator.Jacobian j = ProblemsOscillator.jacobian(t, y, p);
          return new SensitiveOde.Linearization(j.value(), j.dY(), j.dP());
        });
  }

  @Test
  void solutionComesWithItsPartials() {
    SensitiveOde ode = oscillator();
    ExpandableODE expandable = new ExpandableODE(ode);
    VariationalEquation variation = new VariationalEquation(expandable, ode);
    ODEState start = variation.setUpInitialState(new ODEState(0, START));
    ODEStateAndDerivative end =
        new DormandPrince853Integrator(1e-6, 1, 1e-12, 1e-12).integrate(expandable, start, END);

    double[][] byStart = variation.extractMainSetJacobian(end);
    for (int k = 0; k < 2; k++) {
      assertEquals(byStart(k), byStart[0][k], 1e-8);
      String name = ode.getParametersNames().get(k);
      assertEquals(byParameter(k), variation.extractParameterJacobian(end, name)[0], 1e-8);
    }
    assertEquals(position(START, PARAMETERS), end.getPrimaryState()[0], 1e-10);
  }

  @Test
  void parametersAreKnownByTheirNames() {
    SensitiveOde ode = oscillator();
    assertEquals(List.of("stiffness", "damping"), ode.getParametersNames());
    assertEquals(true, ode.isSupported("damping"));
    assertEquals(false, ode.isSupported("mass"));
    assertThrows(
        IllegalArgumentException.class,
        () -> ode.computeParameterJacobian(0, START, START, "mass"));
    assertThrows(
        IllegalArgumentException.class,
        () -> new SensitiveOde(1, List.of("a"), new double[2], (t, y, p) -> null));
  }

  private static double position(double[] start, double[] p) {
    double decay = p[1] / 2;
    double frequency = Math.sqrt(p[0] - decay * decay);
    double sine = (start[1] + decay * start[0]) / frequency;
    return Math.exp(-decay * END)
        * (start[0] * Math.cos(frequency * END) + sine * Math.sin(frequency * END));
  }

  private static double byStart(int k) {
    return slope(k, true);
  }

  private static double byParameter(int k) {
    return slope(k, false);
  }

  /** A central difference of the closed form, of the fourth order. */
  private static double slope(int k, boolean ofStart) {
    double h = 1e-3;
    return (8 * (moved(k, ofStart, h) - moved(k, ofStart, -h))
            - (moved(k, ofStart, 2 * h) - moved(k, ofStart, -2 * h)))
        / (12 * h);
  }

  private static double moved(int k, boolean ofStart, double h) {
    double[] start = START.clone();
    double[] p = PARAMETERS.clone();
    (ofStart ? start : p)[k] += h;
    return position(start, p);
  }
}
