package dev.cotangent.sample;

/**
 * How the cost bends around its minimum: the extreme eigenvalues of its Hessian. They decide which
 * rates of gradient descent are stable and how many steps it takes.
 */
record Curvature(double smallest, double largest) {
  /** Gradient descent converges for rates below this and diverges above. */
  double largestStableRate() {
    return 2 / largest;
  }

  /** A quarter of the largest stable rate: safe, and smooth to look at. */
  double suggestedRate() {
    return largestStableRate() / 4;
  }

  /** The number of steps that convergence takes grows in proportion to this. */
  double condition() {
    return largest / smallest;
  }
}
