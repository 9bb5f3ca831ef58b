/** The run-time side of Cotangent: the user's API, and what generated code calls. */
module dev.cotangent {
  exports dev.cotangent;
  exports dev.cotangent.runtime;
}
