package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stage 7: all decisions about a function that are made before anything is printed.
 *
 * @param plan which values fold into expressions
 * @param variables which values share a variable
 * @param scopes where the variables are declared
 * @param naming what they are called
 */
record Decisions(Plan plan, Variables variables, Scopes scopes, Naming naming) {
  /** Decides. What cannot be computed in the variable that it is for folds into the copy. */
  static Decisions of(Function function, Frame frame) {
    List<Value> delivered =
        function.results().isEmpty()
            ? List.of()
            : frame.results().needed().stream().map(function.results()::get).toList();
    Set<Value> released = new HashSet<>();
    Plan plan;
    Variables variables;
    do {
      plan = Folding.of(function, delivered, released);
      variables = Variables.of(function, plan, frame);
    } while (released.addAll(variables.copiedOnly(function)));
    Scopes scopes = Scopes.of(function, plan, variables);
    Naming naming = Naming.of(function, plan, scopes, frame);
    return new Decisions(plan, variables, scopes, naming);
  }
}
