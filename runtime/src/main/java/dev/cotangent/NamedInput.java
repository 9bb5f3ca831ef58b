package dev.cotangent;

import java.util.Objects;

/** A leaf of the graph that derivatives are taken with respect to. */
final class NamedInput extends Scalar {
  private final String name;

  NamedInput(double value, String name) {
    super(Operation.INPUT, value, null, null, null);
    this.name = Objects.requireNonNull(name, "name");
  }

  @Override
  String name() {
    return name;
  }

  @Override
  public String toString() {
    return name + "=" + value();
  }
}
