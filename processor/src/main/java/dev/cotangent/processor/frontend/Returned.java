package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;

/**
 * What a method gives: what it returns or, if it is {@code void}, the arrays that it fills.
 *
 * @param type the type of what it returns; empty for {@code void}
 * @param outputs the names of the parameters that a {@code void} method fills, in the parameters'
 *     order
 */
public record Returned(Optional<Type> type, List<String> outputs) {
  /** Copies the list. */
  public Returned {
    outputs = List.copyOf(outputs);
  }

  /** A returned value of that type. */
  static Returned of(Type type) {
    return new Returned(Optional.of(type), List.of());
  }

  /** The record with floating values that is returned, if it is one. */
  public Optional<RecordType> record() {
    return type.filter(RecordType.class::isInstance).map(RecordType.class::cast);
  }

  /**
   * What the method's program gives for a record, in order: for the object whether it is null, and
   * what is in it behind. Nothing if it is none.
   */
  public List<Input> parts() {
    return record().map(Input::ofResult).orElse(List.of());
  }

  /** Whether it is one number, so that there is a gradient. */
  public boolean isNumber() {
    return type.isPresent() && type.get().isFloating();
  }
}
