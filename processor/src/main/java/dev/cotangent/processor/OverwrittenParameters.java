package dev.cotangent.processor;

import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Set;

/** Finds the arrays among a method's inputs that it may overwrite. */
final class OverwrittenParameters {
  private OverwrittenParameters() {}

  /** The places of the arrays among the main function's parameters that it may overwrite. */
  static Set<Integer> of(Program primal) {
    Function main = primal.main();
    HelperEffects helpers = HelperEffects.of(primal);
    Aliases aliases = Aliases.of(main, true, helpers);
    Set<Value> classes = Collections.newSetFromMap(new IdentityHashMap<>());
    Structure.forEach(
        main.body(),
        op -> helpers.written(op).forEach(w -> classes.add(aliases.classOf(w.array()))));
    Set<Integer> places = new HashSet<>();
    for (int i = 0; i < main.parameters().size(); i++) {
      Value parameter = main.parameters().get(i);
      if (parameter.type() instanceof ArrayType && classes.contains(aliases.classOf(parameter))) {
        places.add(i);
      }
    }
    return places;
  }
}
