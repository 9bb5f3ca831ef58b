package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** What stands for a value once records are scattered: itself, or its parts. */
sealed interface RecordParts {
  /** A value that is no record. */
  record Leaf(Value value) implements RecordParts {}

  /**
   * A record.
   *
   * @param witness tells whether it is null: the caller's object itself, or a boolean that is true
   *     for null; {@code null} for a record that never is
   * @param components its components in order
   */
  record Group(Value witness, List<RecordParts> components) implements RecordParts {
    /** Whether the record is null, as a boolean. */
    Value isNull(Builder out) {
      if (witness == null) {
        return out.constant(false);
      }
      return witness.type().isReference()
          ? out.binary(BinaryOperator.EQUAL, witness, out.zero(witness.type()))
          : witness;
    }
  }

  /** What tells whether records are null. */
  enum Witness {
    /** Nothing: they never are. */
    NONE,
    /** A boolean before the components. */
    FLAG,
    /** The object before the components. */
    OBJECT
  }

  /** New values for a record or a component of that type and name. */
  static RecordParts fresh(Type type, String name, SourceRange place, Witness witness) {
    if (!(type instanceof RecordType record)) {
      return new Leaf(new Value(type, name, place));
    }
    Value own =
        switch (witness) {
          case NONE -> null;
          case FLAG -> new Value(PrimitiveType.BOOLEAN, RecordType.nameOf(name, "isNull"), place);
          case OBJECT -> new Value(record.asObject(), name, place);
        };
    List<RecordParts> components = new ArrayList<>();
    for (RecordType.Component component : record.components()) {
      String inner = RecordType.nameOf(name, component.name());
      components.add(fresh(component.type(), inner, place, witness));
    }
    return new Group(own, components);
  }

  /** Zeros of that type. */
  static RecordParts zeros(Type type, Builder out) {
    if (!(type instanceof RecordType record)) {
      return new Leaf(out.zero(type));
    }
    List<RecordParts> components = new ArrayList<>();
    record.components().forEach(component -> components.add(zeros(component.type(), out)));
    return new Group(null, components);
  }

  /** The values, as they were made. */
  default List<Value> values() {
    List<Value> all = new ArrayList<>();
    if (this instanceof Group group) {
      if (group.witness() != null) {
        all.add(group.witness());
      }
      group.components().forEach(component -> all.addAll(component.values()));
    } else {
      all.add(((Leaf) this).value());
    }
    return all;
  }

  /** The values, with or without a boolean before the components of each record. */
  default List<Value> values(boolean flagged, Builder out) {
    List<Value> all = new ArrayList<>();
    if (this instanceof Group group) {
      if (flagged) {
        all.add(group.isNull(out));
      }
      group.components().forEach(component -> all.addAll(component.values(flagged, out)));
    } else {
      all.add(((Leaf) this).value());
    }
    return all;
  }
}
