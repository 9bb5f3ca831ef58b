package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A function: its name (unique in its {@link Program}) and its region, whose parameters are the
 * function's and whose yields are its results.
 */
public record Function(String name, Region body) {
  /** The parameters, in order. */
  public List<Value> parameters() {
    return body.parameters();
  }

  /** The results, in order. */
  public List<Value> results() {
    return body.yields();
  }

  /** The function with another body; itself if it is the same one. */
  public Function withBody(Region other) {
    return other == body ? this : new Function(name, other);
  }

  @Override
  public String toString() {
    return Printer.print(this);
  }
}
