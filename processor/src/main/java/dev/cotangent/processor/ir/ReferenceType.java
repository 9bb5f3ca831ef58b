package dev.cotangent.processor.ir;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A class or interface type, by its qualified source name and its type arguments; opaque to every
 * stage. Without arguments it is not generic, or raw.
 */
public record ReferenceType(String qualifiedName, List<TypeArgument> arguments) implements Type {
  /** The stack of the runtime that recursive helpers keep their reverse sweep's values on. */
  public static final ReferenceType TAPE = new ReferenceType("dev.cotangent.runtime.Tape");

  /** What came out of the effects of a method that is gone through again. */
  public static final ReferenceType TRANSCRIPT =
      new ReferenceType("dev.cotangent.runtime.Transcript");

  /** The define-by-run scalar of the runtime. */
  public static final ReferenceType SCALAR = new ReferenceType("dev.cotangent.Scalar");

  /**
   * As many doubles as the machine computes with at once. A load of this type reads that many
   * elements, from its index on, and a store writes them; operators work on each.
   */
  public static final ReferenceType VECTOR = new ReferenceType("jdk.incubator.vector.DoubleVector");

  /** Any object. */
  public static final ReferenceType OBJECT = new ReferenceType("java.lang.Object");

  /** Text. */
  public static final ReferenceType STRING = new ReferenceType("java.lang.String");

  private static final Set<String> IMMUTABLE =
      Set.of(
          "java.lang.String",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean",
          "java.lang.Class");

  /** Copies the list. */
  public ReferenceType {
    arguments = List.copyOf(arguments);
  }

  /** A type without type arguments. */
  public ReferenceType(String qualifiedName) {
    this(qualifiedName, List.of());
  }

  /** The class alone. */
  public ReferenceType erasure() {
    return new ReferenceType(qualifiedName);
  }

  /** Whether its objects can never change, nor lead to one that can: text and boxes. */
  public boolean isImmutable() {
    return IMMUTABLE.contains(qualifiedName);
  }

  @Override
  public String toString() {
    return arguments.isEmpty()
        ? qualifiedName
        : arguments.stream()
            .map(TypeArgument::toString)
            .collect(Collectors.joining(", ", qualifiedName + "<", ">"));
  }
}
