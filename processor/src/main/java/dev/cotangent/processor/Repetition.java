package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.LinkedCalls.Call;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.emit.CompanionPrograms;
import dev.cotangent.processor.frontend.MethodModel;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.simplify.RemoveUnusedHelpers;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Which methods of other files run more often than the user's method calls them, and whether a
 * method may be such a one itself.
 */
final class Repetition {
  private Repetition() {}

  /**
   * The calls that derivatives repeat.
   *
   * @param asked the method's program, in which the derivatives that it asks for are asked for
   */
  static Set<Call> in(Program asked, MethodModel model) {
    Set<Call> repeated = new LinkedHashSet<>();
    if (model.offers(Derivative.HESSIAN)) {
      repeated.addAll(calls(asked, LinkedCalls.Runs.OF_ROWS));
    }
    asked
        .functions()
        .forEach(
            function ->
                Structure.forEach(
                    function.body(),
                    op -> {
                      if (op instanceof Derive derive) {
                        repeated.addAll(nested(asked, derive));
                      }
                    }));
    return repeated;
  }

  private static Set<Call> nested(Program asked, Derive derive) {
    Program callee = new Program(asked.helper(derive.what().callee()), asked.helpers());
    return calls(new RemoveUnusedHelpers().run(callee), LinkedCalls.Runs.NESTED);
  }

  private static Set<Call> calls(Program program, LinkedCalls.Runs runs) {
    Set<Call> calls = new LinkedHashSet<>();
    program
        .functions()
        .forEach(
            function ->
                Structure.forEach(
                    function.body(), op -> LinkedCalls.link(op, runs).ifPresent(calls::add)));
    return calls;
  }

  /** What callers must know who repeat a call of the method. */
  static CompanionPrograms.Repeats of(Program primal, Program asked) {
    List<String> links =
        calls(asked, LinkedCalls.Runs.ONCE).stream().map(Call::link).distinct().toList();
    return new CompanionPrograms.Repeats(!Transcription.isNeeded(primal), links);
  }
}
