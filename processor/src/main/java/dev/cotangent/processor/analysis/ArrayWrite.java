package dev.cotangent.processor.analysis;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 4: elements that may be overwritten: those of all arrays of one type in the alias class of
 * {@code array}. An array of arrays and its rows are one class, but what overwrites numbers in a
 * row leaves the references to the rows alone.
 */
public record ArrayWrite(Value array, Type type) {
  private static final Type EVERY = new ReferenceType("java.lang.Object");

  /** The elements of all arrays in the class, and of whatever else is in it. */
  static ArrayWrite anythingIn(Value array) {
    return new ArrayWrite(array, EVERY);
  }

  /** Whether arrays of every type are meant. */
  boolean isOfEveryType() {
    return type.equals(EVERY);
  }

  /** The elements of a reference's array and those of its rows, of every rank. */
  static List<ArrayWrite> everywhereIn(Value array) {
    List<ArrayWrite> writes = new ArrayList<>();
    writes.add(new ArrayWrite(array, array.type()));
    Type type = array.type();
    while (type instanceof ArrayType outer && outer.element().isReference()) {
      type = outer.element();
      writes.add(new ArrayWrite(array, type));
    }
    return writes;
  }
}
