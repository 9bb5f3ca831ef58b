package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.emit.ResultSink.Delivery;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Stage 7: where the method's value goes at the end of a member: into a place, to the caller, or
 * both. Nowhere if the method fills several arrays.
 *
 * @param names the companion's names
 * @param place what it is assigned to, if it is kept
 * @param returns whether it is returned
 */
record ValueSink(CompanionNames names, Optional<CodeBlock> place, boolean returns) {
  /** Keeps it. */
  static ValueSink kept(CompanionNames names, CodeBlock place) {
    return new ValueSink(names, Optional.of(place), false);
  }

  /** Keeps and returns it. */
  static ValueSink keptAndReturned(CompanionNames names, CodeBlock place) {
    return new ValueSink(names, Optional.of(place), true);
  }

  /** Returns it. */
  static ValueSink returned(CompanionNames names) {
    return new ValueSink(names, Optional.empty(), true);
  }

  /** Behind other results. */
  ResultSink behind(List<Delivery> others, MemberBody body) {
    List<Delivery> deliveries = new ArrayList<>(others);
    if (!names.givesValue()) {
      return new ResultSink(deliveries, List.of(), List.of());
    }
    if (names.returnedParts().isEmpty()) {
      deliveries.add(new Delivery(0, target()));
      return new ResultSink(deliveries, List.of(), List.of());
    }
    ReturnedRecord record = ReturnedRecord.delivered(names, body);
    deliveries.addAll(record.deliveries());
    CodeBlock made = record.made(RecordClasses::own, record::value);
    return new ResultSink(
        deliveries, record.read(), List.of(CodeBlock.of("$L $L", target(), made)));
  }

  /** What stands before the expression. */
  private CodeBlock target() {
    CodeBlock assigned = place.map(at -> CodeBlock.of("$L =", at)).orElse(CodeBlock.of(""));
    if (!returns) {
      return assigned;
    }
    return place.isPresent() ? CodeBlock.of("return $L", assigned) : CodeBlock.of("return");
  }
}
