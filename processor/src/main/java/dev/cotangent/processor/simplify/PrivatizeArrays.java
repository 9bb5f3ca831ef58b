package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.PrivateArrays.Found;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Gives each iteration of a loop work arrays of its own, where it writes them whole before it reads
 * them: then nothing goes from one iteration to the next but sums, each can be reversed as soon as
 * it has run, and nothing is recorded for all of them.
 *
 * <p>That an iteration writes them whole may depend on lengths that only the caller knows. The
 * question for it is asked at the function's entry.
 */
public final class PrivatizeArrays {
  private final Function function;
  private final List<Found> found;
  private final Map<Value, Op> definitions;
  private final Memory memory;

  private PrivatizeArrays(
      Function function, List<Found> found, Map<Value, Op> definitions, Memory memory) {
    this.function = function;
    this.found = found;
    this.definitions = definitions;
    this.memory = memory;
  }

  /** What can be done with a function; empty if there is nothing, or nobody could ask. */
  public static Optional<PrivatizeArrays> of(Function function) {
    Map<Value, Op> definitions = new IdentityHashMap<>();
    Structure.forEach(
        function.body(), op -> op.results().forEach(result -> definitions.put(result, op)));
    List<Found> found = PrivateArrays.of(function, definitions);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    PrivatizeArrays all =
        new PrivatizeArrays(function, found, definitions, Memory.of(function, Set.of()));
    return Optional.of(all).filter(it -> it.question(function.parameters()).isPossible());
  }

  /** The function with the arrays made in the loops. */
  public Function function() {
    Set<Op> moved = Collections.newSetFromMap(new IdentityHashMap<>());
    found.forEach(loop -> moved.addAll(loop.arrays()));
    List<Op> ops = new ArrayList<>();
    for (Op op : function.body().ops()) {
      if (!moved.contains(op)) {
        ops.add(
            found.stream()
                .filter(it -> it.loop() == op)
                .findFirst()
                .map(PrivatizeArrays::withItsOwn)
                .orElse(op));
      } else if (!(definitions.get(((Alloc) op).length()) instanceof Length)) {
        // A length below zero throws here, though the loop may not run.
        ops.add(op.rebuild(op.operands(), List.of(op.results().get(0).fresh()), List.of()));
      }
    }
    return function.withBody(function.body().withOps(ops));
  }

  private static Op withItsOwn(Found found) {
    For loop = found.loop();
    List<Alloc> arrays = found.arrays();
    return loop.withRegions(body -> body.withOps(Lists.concat(arrays, body.ops())));
  }

  /**
   * Writes the question whether the function may be taken for the old one.
   *
   * @param parameters what its parameters are where the question stands
   * @return the answer; empty if it is always yes
   */
  public Optional<Value> ask(List<Value> parameters, Builder out) {
    boolean always = found.stream().allMatch(loop -> loop.conditions().isEmpty());
    return always ? Optional.empty() : Optional.of(question(parameters).write(out));
  }

  private EntryQuestion question(List<Value> parameters) {
    Map<Value, Value> known = new IdentityHashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      known.put(function.parameters().get(i), parameters.get(i));
    }
    EntryQuestion question = new EntryQuestion(definitions, this::isStable, known);
    for (Found loop : found) {
      if (!loop.conditions().isEmpty()) {
        question.inEach(loop.loop(), loop.conditions());
      }
    }
    return question;
  }

  private boolean isStable(Value array) {
    Region body = function.body();
    return body.ops().stream().noneMatch(op -> memory.mayWrite(op, array));
  }
}
