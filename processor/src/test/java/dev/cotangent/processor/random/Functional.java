package dev.cotangent.processor.random;

import java.util.List;

/**
 * An interface with one method.
 *
 * @param name the sort of the variables that hold one
 * @param result what its method returns; null if nothing
 */
record Functional(Sort sort, Sort name, String method, Sort result, List<Sort> parameters) {
  static final List<Functional> ALL =
      List.of(
          of(Sort.FUNCTION, Sort.FUNCTION_NAME, "applyAsDouble", Sort.DOUBLE),
          of(Sort.OPERATOR, Sort.OPERATOR_NAME, "applyAsDouble", Sort.DOUBLE, Sort.DOUBLE),
          of(Sort.INDEXED, Sort.INDEXED_NAME, "applyAsDouble", Sort.INT),
          of(Sort.SUPPLIER, Sort.SUPPLIER_NAME, "getAsDouble"),
          of(Sort.LAW, Sort.LAW_NAME, "at", Sort.DOUBLES, Sort.INT, Sort.DOUBLE),
          new Functional(Sort.TEST, Sort.TEST_NAME, "test", Sort.BOOLEAN, List.of(Sort.DOUBLE)),
          new Functional(Sort.ACTION, Sort.ACTION_NAME, "accept", null, List.of(Sort.INT)));

  private static Functional of(Sort sort, Sort name, String method, Sort... parameters) {
    return new Functional(sort, name, method, Sort.DOUBLE, List.of(parameters));
  }
}
