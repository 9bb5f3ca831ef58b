package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.ConstantNumbers;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** Functions with a kink, and functions that jump, on their way from the inputs to the result. */
final class Kinks implements Check {
  /** Where each function has its kink, and which derivative is taken there. */
  private static final Map<String, String[]> KINKS =
      Map.of(
          "abs", new String[] {"at 0", "taken as 0"},
          "max", new String[] {"where its arguments are equal", "the first argument's"},
          "min", new String[] {"where its arguments are equal", "the first argument's"},
          "clamp", new String[] {"at its bounds", "the value's"},
          "IEEEremainder", new String[] {"where it jumps", "that of one side"});

  /** The functions that are constant between their jumps. */
  private static final Set<String> STEPS =
      Set.of("signum", "floor", "ceil", "rint", "ulp", "round", "getExponent");

  @Override
  public void examine(Scene scene, Consumer<Diagnostic> found) {
    scene.forEach(
        op -> {
          if (op instanceof MathCall call && KINKS.containsKey(call.name()) && scene.isActive(op)) {
            found.accept(kink(op, "'" + call.name() + "'", KINKS.get(call.name())));
          } else if (isRemainder(op) && scene.isActive(op)) {
            found.accept(kink(op, "'%'", KINKS.get("IEEEremainder")));
          } else if (isRounding(op, scene)) {
            found.accept(Diagnostic.of(Code.STEP, op.source(), "this sum, which is an integer,"));
          } else if (isStep(op, scene)) {
            found.accept(Diagnostic.of(Code.STEP, op.source(), Operations.describe(op)));
          }
        });
  }

  /** Whether the value is tied to a constant. */
  private static boolean isRounding(Op op, Scene scene) {
    return BitFlow.isTie(op)
        && scene.isActive(op)
        && ConstantNumbers.of(op.operands().get(1), scene.structure()).isPresent();
  }

  private static boolean isRemainder(Op op) {
    return op instanceof Binary binary && binary.operator() == BinaryOperator.REMAINDER;
  }

  private static boolean isStep(Op op, Scene scene) {
    boolean named = op instanceof MathCall call && STEPS.contains(call.name());
    boolean cut = Cuts.isCut(op, scene);
    return (named && scene.isActive(op))
        || (cut && IntegerFlow.of(scene, op.results().get(0)).reachesTheResult());
  }

  private static Diagnostic kink(Op op, String name, String[] where) {
    return Diagnostic.of(Code.KINK, op.source(), name, where[0], where[1]);
  }
}
