package dev.cotangent.benchmarks.measure;

/** A way to a function's derivative, or the function itself. */
public enum Way {
  /** The user's method alone. */
  PRIMAL("primal"),
  /** What the annotation processor wrote, with a reused holder. */
  GENERATED("generated"),
  /** What a person wrote. */
  HAND_WRITTEN("hand-written"),
  /** The define-by-run twin. */
  SCALAR("Scalar"),
  /** The method over Hipparchus's {@code Gradient}. */
  HIPPARCHUS_GRADIENT("Hipparchus Gradient"),
  /** The method over Hipparchus's {@code DerivativeStructure}. */
  HIPPARCHUS_STRUCTURE("Hipparchus DerivativeStructure"),
  /** Central differences. */
  DIFFERENCES("differences");

  private final String title;

  Way(String title) {
    this.title = title;
  }

  /** The name in tables. */
  public String title() {
    return title;
  }
}
