package dev.cotangent.sample;

/** Where gradients come from. */
enum Engine {
  /** The companion classes that the annotation processor wrote when this program was compiled. */
  GENERATED("gradient generated at compile time") {
    @Override
    CostFunction on(DataSet data) {
      return data.width() == 1 ? new GeneratedLine(data) : new GeneratedPlane(data);
    }
  },

  /** Define-by-run values, differentiated anew at every step. */
  SCALAR("gradient by Scalar, define by run") {
    @Override
    CostFunction on(DataSet data) {
      return new ScalarCost(data);
    }
  };

  private final String description;

  Engine(String description) {
    this.description = description;
  }

  String description() {
    return description;
  }

  /** The cost of a data set, differentiated by this engine. */
  abstract CostFunction on(DataSet data);
}
