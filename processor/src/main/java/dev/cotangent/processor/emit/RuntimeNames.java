package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;

/** Stage 7: the classes of the runtime that companions name. */
final class RuntimeNames {
  private static final String API = "dev.cotangent";
  private static final String SUPPORT = "dev.cotangent.runtime";

  static final ClassName SCALAR = ClassName.get(API, "Scalar");
  static final ClassName GRADIENT_CHECK = ClassName.get(API, "GradientCheck");
  static final ClassName SUBJECT = GRADIENT_CHECK.nestedClass("Subject");
  static final ClassName FUNCTION = ClassName.get(API, "DifferentiableFunction");
  static final ClassName VECTOR_FUNCTION = ClassName.get(API, "DifferentiableVectorFunction");
  static final ClassName NON_SMOOTH = ClassName.get(API, "NonSmooth");
  static final ClassName SWEEP = ClassName.get(API, "Sweep");
  static final ClassName ARGUMENTS = ClassName.get(SUPPORT, "Arguments");
  static final ClassName SHADOWS = ClassName.get(SUPPORT, "Shadows");
  static final ClassName DOUBLE_PARTIALS = ClassName.get(SUPPORT, "DoublePartials");
  static final ClassName FLOAT_PARTIALS = ClassName.get(SUPPORT, "FloatPartials");
  static final ClassName NESTED_PARTIALS = ClassName.get(SUPPORT, "NestedPartials");
  static final ClassName NESTS = ClassName.get(SUPPORT, "Nests");
  static final ClassName SHADOW_POOL = ClassName.get(SUPPORT, "ShadowPool");
  static final ClassName REFERENCE_POOL = ClassName.get(SUPPORT, "ReferencePool");
  static final ClassName WEIGHING = ClassName.get(SUPPORT, "Weighing");
  static final ClassName FLAT_RESULTS = ClassName.get(SUPPORT, "FlatResults");
  static final ClassName COORDINATES = ClassName.get(SUPPORT, "Coordinates");
  static final ClassName SNAPSHOT = ClassName.get(SUPPORT, "Snapshot");
  static final ClassName TRANSCRIPT = ClassName.get(SUPPORT, "Transcript");
  static final ClassName LAYOUT = ClassName.get(SUPPORT, "Layout");
  static final ClassName DIRECTIONS = ClassName.get(SUPPORT, "Directions");
  static final ClassName HESSIAN_MATRIX = ClassName.get(SUPPORT, "HessianMatrix");
  static final ClassName JACOBIAN_BLOCKS = ClassName.get(SUPPORT, "JacobianBlocks");
  static final ClassName ABI = ClassName.get(SUPPORT, "Abi");
  static final ClassName TAPE = ClassName.get(SUPPORT, "Tape");
  static final ClassName FORWARD_SWEEP = ClassName.get(SUPPORT, "ForwardSweep");
  static final ClassName GENERATED = ClassName.get(SUPPORT, "CotangentGenerated");

  private RuntimeNames() {}
}
