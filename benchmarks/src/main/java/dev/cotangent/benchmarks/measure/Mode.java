package dev.cotangent.benchmarks.measure;

/** A kind of derivative in the table of costs, or the method itself. */
enum Mode {
  /** The user's method alone. */
  PRIMAL("primal"),
  /** The companion's {@code gradient}. */
  GRADIENT("gradient"),
  /** The companion's {@code jvp}. */
  JVP("jvp"),
  /** The companion's {@code hvp}. */
  HVP("hvp"),
  /** The companion's {@code hessian}. */
  HESSIAN("hessian"),
  /** The method whose results the Jacobian is of. */
  RESULTS("primal, all results"),
  /**
   * The companion's {@code jvps}, of those results, along {@link ModeSubject#SEVERAL} directions.
   */
  JVPS("jvps, 8 directions"),
  /** The companion's {@code jacobian}. */
  JACOBIAN("jacobian"),
  /** The method over Hipparchus's {@code Gradient}. */
  HIPPARCHUS_GRADIENT("Hipparchus Gradient"),
  /** The method over Hipparchus's {@code DerivativeStructure} of the second order. */
  HIPPARCHUS_STRUCTURE("Hipparchus DerivativeStructure, order 2");

  private final String title;

  Mode(String title) {
    this.title = title;
  }

  /** The name in tables. */
  String title() {
    return title;
  }

  /** What its time is divided by. */
  Mode base() {
    return this == JACOBIAN || this == JVPS ? RESULTS : PRIMAL;
  }
}
