package dev.cotangent;

import java.util.Map;

/**
 * A number that knows how it was computed, so that its derivatives can be had: define-by-run
 * automatic differentiation. An ordinary calculation is written with these methods; the result is
 * the root of a graph whose leaves are constants and named inputs.
 *
 * <pre>{@code
 * Scalar a = Scalar.of(1, "a");
 * Scalar b = Scalar.of(3, "b");
 * Scalar d = b.square().multiply(a).add(1).square();
 * d.value();   // 100
 * d.grad(1);   // {b=120.0, a=180.0}
 * }</pre>
 *
 * <p>Each value is what the plain Java expression gives, to the last bit. Operations on constants
 * alone give constants: the graph holds what depends on an input. Derivatives at singular points
 * follow the same conventions as generated code; the descriptions of the functions state them, with
 * r for the result.
 *
 * <p>Scalars are immutable and may be used by several threads. {@code equals} is identity: two
 * scalars of one value differ in how they were computed. {@link #compareTo} compares values, so
 * that it is not consistent with {@code equals}.
 */
public sealed class Scalar extends ScalarFunctions implements Comparable<Scalar>
    permits NamedInput {
  /** The constant zero. */
  static final Scalar ZERO = new Scalar(Operation.CONSTANT, 0, null, null, null);

  /**
   * Where a traversal of the graph that holds {@link GraphOrder}'s permission has put this node. It
   * is a hint, checked on use, and no part of the value.
   */
  int slot;

  private final Operation operation;
  private final double value;
  private final Scalar first;
  private final Scalar second;
  private final Scalar third;

  /** A node of the graph; the operands that the operation does not have are null. */
  Scalar(Operation operation, double value, Scalar first, Scalar second, Scalar third) {
    this.operation = operation;
    this.value = value;
    this.first = first;
    this.second = second;
    this.third = third;
  }

  /** A constant. */
  public static Scalar of(double value) {
    return new Scalar(Operation.CONSTANT, value, null, null, null);
  }

  /** An input, which derivatives are taken with respect to. Inputs of one name add up. */
  public static Scalar of(double value, String name) {
    return new NamedInput(value, name);
  }

  /** The result of an operation: a node, or a constant if all its operands are constants. */
  static Scalar result(Operation operation, double value, Scalar x, Scalar y, Scalar z) {
    boolean constant =
        x.isConstant() && (y == null || y.isConstant()) && (z == null || z.isConstant());
    return constant ? of(value) : new Scalar(operation, value, x, y, z);
  }

  /** The value. */
  public double value() {
    return value;
  }

  /** Whether no input takes part in it, so that its derivatives are zero. */
  public boolean isConstant() {
    return operation == Operation.CONSTANT;
  }

  /** How it was computed. */
  Operation operation() {
    return operation;
  }

  /** The operand k, counted from zero; null from the operation's number of operands on. */
  Scalar operand(int k) {
    return k == 0 ? first : k == 1 ? second : k == 2 ? third : null;
  }

  /** An input's name, null for others. */
  String name() {
    return null;
  }

  /**
   * The partial derivatives with respect to the named inputs, times a seed.
   *
   * @param seed what each partial is multiplied by: the derivative of some final result with
   *     respect to this scalar; 1 for the partials of this scalar itself
   * @return an unmodifiable map from name to partial, in the order in which the names first occur
   *     when the expression is read from left to right; empty for a constant
   */
  public Map<String, Double> grad(double seed) {
    return grad(seed, NonSmooth.STRONG_ZERO);
  }

  /**
   * The partial derivatives with respect to the named inputs, times a seed.
   *
   * @param seed see {@link #grad(double)}
   * @param nonSmooth what a zero seed contributes through an infinite partial
   * @return see {@link #grad(double)}
   */
  public Map<String, Double> grad(double seed, NonSmooth nonSmooth) {
    return GraphOrder.of(this, order -> new ReverseSweep(order, seed, nonSmooth).byName());
  }

  /**
   * The partial derivatives with respect to given scalars of the graph, times a seed.
   *
   * @param seed see {@link #grad(double)}
   * @param nonSmooth what a zero seed contributes through an infinite partial
   * @param wrt inputs or intermediate results
   * @return one partial for each; 0 for a scalar that this one was not computed from
   */
  public double[] partials(double seed, NonSmooth nonSmooth, Scalar... wrt) {
    return GraphOrder.of(this, order -> new ReverseSweep(order, seed, nonSmooth).of(wrt));
  }

  /**
   * The same partial derivatives as {@link #grad(double)}, as scalars over the same inputs, which
   * can be differentiated again. The second derivative at a kink is the derivative of the first
   * derivative's rule. Derivatives of the partials name every input of this scalar, with zeros
   * where a partial does not depend on it.
   *
   * @param seed see {@link #grad(double)}
   * @return see {@link #grad(double)}
   */
  public Map<String, Scalar> gradScalars(double seed) {
    return gradScalars(seed, NonSmooth.STRONG_ZERO);
  }

  /**
   * The same partial derivatives as {@link #grad(double, NonSmooth)}, as scalars over the same
   * inputs, which can be differentiated again.
   *
   * @param seed see {@link #grad(double)}
   * @param nonSmooth what a zero seed contributes through an infinite partial
   * @return see {@link #grad(double)}
   */
  public Map<String, Scalar> gradScalars(double seed, NonSmooth nonSmooth) {
    return GraphOrder.of(this, order -> new ScalarSweep(order, seed, nonSmooth).byName());
  }

  /** The graph with its values, as text in Graphviz's DOT language. */
  public String toDot() {
    return new GraphDrawing(this).toDot();
  }

  /** The graph with its values and its adjoints for a seed, in Graphviz's DOT language. */
  public String toDot(double seed) {
    return new GraphDrawing(this, seed).toDot();
  }

  /** The graph with its values, as the text of a Mermaid flowchart. */
  public String toMermaid() {
    return new GraphDrawing(this).toMermaid();
  }

  /** The graph with its values and its adjoints for a seed, as the text of a Mermaid flowchart. */
  public String toMermaid(double seed) {
    return new GraphDrawing(this, seed).toMermaid();
  }

  /** Compares the values, as {@link Double#compare}. */
  @Override
  public int compareTo(Scalar other) {
    return Double.compare(value, other.value);
  }

  /** The value, after its name if it is an input. */
  @Override
  public String toString() {
    return Double.toString(value);
  }

  /** {@code this} + y. The partials are 1 and 1. */
  public Scalar add(Scalar y) {
    return Operation.ADD.of(this, y);
  }

  /** {@code this} + y. */
  public Scalar add(double y) {
    return add(of(y));
  }

  /** {@code this} − y. The partials are 1 and −1. */
  public Scalar subtract(Scalar y) {
    return Operation.SUBTRACT.of(this, y);
  }

  /** {@code this} − y. */
  public Scalar subtract(double y) {
    return subtract(of(y));
  }

  /** {@code this} × y. The partials are the other factor. */
  public Scalar multiply(Scalar y) {
    return Operation.MULTIPLY.of(this, y);
  }

  /** {@code this} × y. */
  public Scalar multiply(double y) {
    return multiply(of(y));
  }

  /** {@code this} ÷ y. The partials are 1/y and −x/y², plain IEEE arithmetic. */
  public Scalar divide(Scalar y) {
    return Operation.DIVIDE.of(this, y);
  }

  /** {@code this} ÷ y. */
  public Scalar divide(double y) {
    return divide(of(y));
  }

  /** {@code this} % y. The partials are 1 and −trunc(x/y). */
  public Scalar remainder(Scalar y) {
    return Operation.REMAINDER.of(this, y);
  }

  /** {@code this} % y. */
  public Scalar remainder(double y) {
    return remainder(of(y));
  }

  /** As {@link #IEEEremainder(Scalar, Scalar)}. */
  public Scalar ieeeRemainder(Scalar y) {
    return IEEEremainder(this, y);
  }

  /** As {@link #pow(Scalar, Scalar)}. */
  public Scalar pow(Scalar exponent) {
    return pow(this, exponent);
  }

  /** As {@link #pow(Scalar, Scalar)}. */
  public Scalar pow(double exponent) {
    return pow(this, of(exponent));
  }

  /** As {@link #max(Scalar, Scalar)}. */
  public Scalar max(Scalar y) {
    return max(this, y);
  }

  /** As {@link #min(Scalar, Scalar)}. */
  public Scalar min(Scalar y) {
    return min(this, y);
  }

  /** The negative. The partial is −1. */
  public Scalar negate() {
    return Operation.NEGATE.of(this);
  }

  /** The square. The partial is 2x. */
  public Scalar square() {
    return Operation.SQUARE.of(this);
  }

  /** The value rounded to float. The partial is 1. */
  public Scalar toFloat() {
    return Operation.TO_FLOAT.of(this);
  }

  /** As {@link #sqrt(Scalar)}. */
  public Scalar sqrt() {
    return sqrt(this);
  }

  /** As {@link #cbrt(Scalar)}. */
  public Scalar cbrt() {
    return cbrt(this);
  }

  /** As {@link #exp(Scalar)}. */
  public Scalar exp() {
    return exp(this);
  }

  /** As {@link #expm1(Scalar)}. */
  public Scalar expm1() {
    return expm1(this);
  }

  /** As {@link #log(Scalar)}. */
  public Scalar log() {
    return log(this);
  }

  /** As {@link #log10(Scalar)}. */
  public Scalar log10() {
    return log10(this);
  }

  /** As {@link #log1p(Scalar)}. */
  public Scalar log1p() {
    return log1p(this);
  }

  /** As {@link #sin(Scalar)}. */
  public Scalar sin() {
    return sin(this);
  }

  /** As {@link #cos(Scalar)}. */
  public Scalar cos() {
    return cos(this);
  }

  /** As {@link #tan(Scalar)}. */
  public Scalar tan() {
    return tan(this);
  }

  /** As {@link #asin(Scalar)}. */
  public Scalar asin() {
    return asin(this);
  }

  /** As {@link #acos(Scalar)}. */
  public Scalar acos() {
    return acos(this);
  }

  /** As {@link #atan(Scalar)}. */
  public Scalar atan() {
    return atan(this);
  }

  /** As {@link #sinh(Scalar)}. */
  public Scalar sinh() {
    return sinh(this);
  }

  /** As {@link #cosh(Scalar)}. */
  public Scalar cosh() {
    return cosh(this);
  }

  /** As {@link #tanh(Scalar)}. */
  public Scalar tanh() {
    return tanh(this);
  }

  /** As {@link #toRadians(Scalar)}. */
  public Scalar toRadians() {
    return toRadians(this);
  }

  /** As {@link #toDegrees(Scalar)}. */
  public Scalar toDegrees() {
    return toDegrees(this);
  }

  /** As {@link #abs(Scalar)}. */
  public Scalar abs() {
    return abs(this);
  }

  /** As {@link #signum(Scalar)}. */
  public Scalar signum() {
    return signum(this);
  }

  /** As {@link #floor(Scalar)}. */
  public Scalar floor() {
    return floor(this);
  }

  /** As {@link #ceil(Scalar)}. */
  public Scalar ceil() {
    return ceil(this);
  }

  /** As {@link #rint(Scalar)}. */
  public Scalar rint() {
    return rint(this);
  }

  /** As {@link #ulp(Scalar)}. */
  public Scalar ulp() {
    return ulp(this);
  }
}
