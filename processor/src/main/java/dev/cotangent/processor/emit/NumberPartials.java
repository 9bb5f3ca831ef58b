package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import dev.cotangent.processor.frontend.Input;
import dev.cotangent.processor.ir.PrimitiveType;
import java.util.ArrayList;
import java.util.List;

/**
 * Stage 7: those results of a function that are the partials in numbers, one for each, in order.
 *
 * @param context the members' context
 * @param first which result is the first of them
 * @param holder the name of the holder that they go into
 */
record NumberPartials(MemberContext context, int first, String holder) {
  private List<Input> numbers() {
    return context.model().inputs().stream()
        .filter(input -> input.isWrt() && !input.isWrtArray())
        .toList();
  }

  /** How many there are. */
  int count() {
    return numbers().size();
  }

  /** The results that are partials in float numbers. */
  List<Integer> floats() {
    List<Integer> indices = new ArrayList<>();
    for (int i = 0; i < numbers().size(); i++) {
      if (numbers().get(i).type() == PrimitiveType.FLOAT) {
        indices.add(first + i);
      }
    }
    return indices;
  }

  /** Into the holder. */
  List<Delivery> deliveries() {
    List<Delivery> deliveries = new ArrayList<>();
    for (int i = 0; i < numbers().size(); i++) {
      String field = HolderEmitter.partial(numbers().get(i));
      CodeBlock place = CodeBlock.of("$L.$L", holder, field);
      deliveries.add(Delivery.assigned(first + i, place));
    }
    return deliveries;
  }
}
