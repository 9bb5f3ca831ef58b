package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Convert;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/** Numbers that are computed in one way and differentiated in another. */
final class Ties {
  private Ties() {}

  /**
   * A number, double or float, with the value's bits and the derivative of the carrier, a double.
   */
  static Value tied(Value value, Value carrier, Builder out) {
    Value tied = out.value(PrimitiveType.DOUBLE, value.name());
    List<Value> arguments = List.of(exact(value, PrimitiveType.DOUBLE, out), carrier);
    out.append(new MathCall(MathCall.STREAMS, "valued", arguments, true, tied));
    return exact(tied, (PrimitiveType) value.type(), out);
  }

  /** One of the runtime's slopes, of the bits of numbers. */
  static Value slope(String name, List<Value> bits, Builder out) {
    Value slope = out.value(PrimitiveType.DOUBLE, "");
    out.append(new MathCall(MathCall.SLOPES, name, bits, false, slope));
    return slope;
  }

  private static Value exact(Value value, PrimitiveType type, Builder out) {
    if (value.type() == type) {
      return value;
    }
    Value converted = out.value(type, value.name());
    out.append(new Convert(value, true, converted));
    return converted;
  }
}
