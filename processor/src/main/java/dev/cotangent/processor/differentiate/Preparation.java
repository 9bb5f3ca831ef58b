package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.analysis.Writes;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A function with shadows, and the facts about it, ready for its reverse sweep.
 *
 * @param function the function with shadows
 * @param inputs its parameters that are differentiated
 * @param facts what the sweep goes by
 */
record Preparation(Function function, List<Value> inputs, Facts facts) {

  /**
   * A main function: its array arguments are distinct where it writes them, and only its result
   * counts.
   */
  static Preparation ofMain(
      Function function, List<Value> inputs, Manner manner, HelperEffects helpers) {
    Value tape = tape();
    return ofMain(function, inputs, manner, helpers, List.of(tape, tape));
  }

  /** The same for two sweeps that are functions of their own. */
  static Preparation ofSplitMain(
      Function function, List<Value> inputs, Manner manner, HelperEffects helpers) {
    return ofMain(function, inputs, manner, helpers, List.of(tape(), tape()));
  }

  private static Preparation ofMain(
      Function function,
      List<Value> inputs,
      Manner manner,
      HelperEffects helpers,
      List<Value> tapes) {
    Wish wish = new Wish(inputs, List.of(), function.results(), true, helpers);
    return of(function, wish, manner, tapes.get(0), tapes.get(1));
  }

  /**
   * A helper with sweeps of its own: everything floating counts, whether it goes in or comes out,
   * and so does what lies on a tape.
   */
  static Preparation ofHelper(Function function, Manner manner, HelperEffects helpers) {
    return ofHelper(function, manner, helpers, tape(), tape());
  }

  /** The same for both sweeps in one. */
  static Preparation inOne(Function function, Manner manner, HelperEffects helpers) {
    Value tape = tape();
    return ofHelper(function, manner, helpers, tape, tape);
  }

  private static Preparation ofHelper(
      Function function, Manner manner, HelperEffects helpers, Value tape, Value reverseTape) {
    List<Value> inputs =
        function.parameters().stream().filter(p -> TangentHelpers.isDual(p.type())).toList();
    Set<Value> outputs = new LinkedHashSet<>(function.results());
    inputs.stream().filter(input -> input.type().isReference()).forEach(outputs::add);
    List<Value> tapes = function.parameters().stream().filter(TangentHelpers::isTape).toList();
    outputs.addAll(tapes);
    Wish wish = new Wish(inputs, tapes, List.copyOf(outputs), false, helpers);
    return of(function, wish, manner, tape, reverseTape);
  }

  /**
   * What is differentiated with respect to what, which tapes bring numbers from elsewhere, and
   * whether array arguments are known to be distinct.
   */
  private record Wish(
      List<Value> inputs,
      List<Value> tapes,
      List<Value> outputs,
      boolean main,
      HelperEffects helpers) {}

  private static Preparation of(
      Function function, Wish wish, Manner manner, Value tape, Value reverseTape) {
    Aliases before = Aliases.of(function, wish.main(), wish.helpers());
    List<Value> varied = varied(function, wish.inputs(), wish.tapes());
    Activity wanted = Activity.of(function, varied, wish.outputs(), before);
    OpaqueDerivatives.refuse(function, wanted, before, wish.helpers());
    Set<Value> passed = new LinkedHashSet<>();
    wish.inputs().stream().filter(input -> input.type().isReference()).forEach(passed::add);
    AddShadows.Shadowed shadowed = AddShadows.to(function, wanted, passed, tape, manner.repeats());
    Function ready = shadowed.function();
    List<Value> inputs = renewed(wish.inputs(), function, ready);
    List<Value> outputs = renewedOutputs(wish, function, ready);
    Aliases aliases = Aliases.of(ready, wish.main(), wish.helpers(), shadowed.together());
    List<Value> alsoVaried = varied(ready, inputs, renewed(wish.tapes(), function, ready));
    Structure structure = Structure.of(ready);
    Facts facts =
        new Facts(
            structure,
            aliases,
            tape == reverseTape
                ? Writes.of(ready, structure, aliases, wish.helpers())
                : Writes.ofHelper(ready, structure, aliases, wish.helpers()),
            wish.helpers(),
            Activity.of(ready, alsoVaried, outputs, aliases),
            shadowed.shadows(),
            shadowed.rows(),
            new Contribution(structure, manner.convention()),
            tape,
            reverseTape,
            manner.strategy(),
            new StandIns(),
            manner.repeats());
    return new Preparation(ready, inputs, facts);
  }

  /** What depends on the inputs from the start. */
  private static List<Value> varied(Function function, List<Value> inputs, List<Value> tapes) {
    List<Value> kept = tapes.isEmpty() ? List.of() : TangentHelpers.kept(function);
    return Lists.concat(Lists.concat(inputs, tapes), kept);
  }

  private static List<Value> renewedOutputs(Wish wish, Function old, Function ready) {
    Set<Value> outputs = new LinkedHashSet<>(ready.results());
    List<Value> arrays =
        wish.outputs().stream().filter(output -> old.parameters().contains(output)).toList();
    outputs.addAll(renewed(arrays, old, ready));
    return List.copyOf(outputs);
  }

  private static List<Value> renewed(List<Value> parameters, Function old, Function ready) {
    return parameters.stream()
        .map(parameter -> ready.parameters().get(old.parameters().indexOf(parameter)))
        .toList();
  }

  /** A fresh tape. */
  private static Value tape() {
    return new Value(ReferenceType.TAPE, "tape", SourceRange.NONE);
  }
}
