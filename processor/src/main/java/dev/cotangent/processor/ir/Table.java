package dev.cotangent.processor.ir;

import java.util.List;

/**
 * The content of a {@link Constant} that is an array which nobody ever writes to or compares: it
 * may be made anew wherever it is read. Generated code keeps it in a field of its own.
 *
 * @param name the field's name, unique in a program
 * @param type the array's type, with primitive elements
 * @param elements a box for each element, of exactly the elements' type
 */
public record Table(String name, ArrayType type, List<Object> elements) {
  /** Copies the list. */
  public Table {
    elements = List.copyOf(elements);
  }

  /** The name, as the literal that it is. */
  @Override
  public String toString() {
    return name;
  }
}
