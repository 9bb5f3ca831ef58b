package dev.cotangent.processor.ir;

/**
 * How the Vector API is asked for what no operator is: templates of {@link Opaque}s without effect.
 * Each companion decides once how many numbers a vector has, and keeps that in a constant.
 */
public final class VectorForms {
  /** The companion's constant. */
  public static final String SPECIES = "species$";

  /** How many numbers a vector has. */
  public static final String LENGTH = SPECIES + ".length()";

  private static final String VECTOR = "{" + ReferenceType.VECTOR.qualifiedName() + "}";

  /** A vector of zeros. */
  public static final String ZERO = VECTOR + ".zero(" + SPECIES + ")";

  /** A vector of which each number is {@code $0}. */
  public static final String SPREAD = VECTOR + ".broadcast(" + SPECIES + ", $0)";

  /** The sum of a vector's numbers. */
  public static final String SUM = "$0.reduceLanes({jdk.incubator.vector.VectorOperators}.ADD)";

  private VectorForms() {}
}
