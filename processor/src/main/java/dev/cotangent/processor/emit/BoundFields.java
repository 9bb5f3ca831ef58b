package dev.cotangent.processor.emit;

/**
 * Stage 7: the fields of the class behind {@code bind}, by names that no parameter has.
 *
 * @param coordinates how the flat vector is divided
 * @param holder the holder that is used again
 * @param second the holder of the second partials, or of the Jacobian
 */
record BoundFields(String coordinates, String holder, String second) {
  static BoundFields of(CompanionNames names) {
    TakenNames taken = new TakenNames(names.parameters());
    return new BoundFields(taken.take("coordinates"), taken.take("holder"), taken.take("second"));
  }

  /** The holder where a parameter may have its name. */
  String thisHolder() {
    return "this." + holder;
  }

  /** The second holder likewise. */
  String thisSecond() {
    return "this." + second;
  }
}
