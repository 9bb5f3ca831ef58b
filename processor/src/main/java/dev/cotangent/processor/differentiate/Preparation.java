package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.analysis.Writes;
import dev.cotangent.processor.ir.Function;
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
    return of(function, new Wish(inputs, function.results(), true, helpers), manner, tape, tape);
  }

  /**
   * A helper with sweeps of its own: everything floating counts, whether it goes in or comes out.
   */
  static Preparation ofHelper(Function function, Manner manner, HelperEffects helpers) {
    Value tape = tape();
    Value reverseTape = tape();
    List<Value> inputs =
        function.parameters().stream().filter(p -> TangentHelpers.isDual(p.type())).toList();
    Set<Value> outputs = new LinkedHashSet<>(function.results());
    inputs.stream().filter(input -> input.type().isReference()).forEach(outputs::add);
    Wish wish = new Wish(inputs, List.copyOf(outputs), false, helpers);
    return of(function, wish, manner, tape, reverseTape);
  }

  /**
   * What is differentiated with respect to what, and whether array arguments are known to be
   * distinct.
   */
  private record Wish(
      List<Value> inputs, List<Value> outputs, boolean main, HelperEffects helpers) {}

  private static Preparation of(
      Function function, Wish wish, Manner manner, Value tape, Value reverseTape) {
    Aliases before = Aliases.of(function, wish.main(), wish.helpers());
    Activity wanted = Activity.of(function, wish.inputs(), wish.outputs(), before);
    OpaqueDerivatives.refuse(function, wanted, wish.helpers());
    Set<Value> passed = new LinkedHashSet<>();
    wish.inputs().stream().filter(input -> input.type().isReference()).forEach(passed::add);
    AddShadows.Shadowed shadowed = AddShadows.to(function, wanted, passed);
    Function ready = shadowed.function();
    List<Value> inputs = renewed(wish.inputs(), function, ready);
    List<Value> outputs = renewedOutputs(wish, function, ready);
    Aliases aliases = Aliases.of(ready, wish.main(), wish.helpers());
    Structure structure = Structure.of(ready);
    Facts facts =
        new Facts(
            structure,
            aliases,
            wish.main()
                ? Writes.of(ready, structure, aliases, wish.helpers())
                : Writes.ofHelper(ready, structure, aliases, wish.helpers()),
            wish.helpers(),
            Activity.of(ready, inputs, outputs, aliases),
            shadowed.shadows(),
            new Contribution(structure, manner.convention()),
            tape,
            reverseTape,
            manner.strategy());
    return new Preparation(ready, inputs, facts);
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
