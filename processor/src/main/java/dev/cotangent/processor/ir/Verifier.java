package dev.cotangent.processor.ir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Checks that a program is well formed: every value is defined once and before its use, in a region
 * that the use can see; every operation's operands and results have the types that Java gives them
 * ({@link VerifierTypes}); regions yield what their operation promises; calls fit the helpers that
 * they name. A function that passes is one that the interpreter runs and the emitter writes without
 * asking again.
 *
 * <p>That pushes and pops match is a property of runs, not of the text, and is not checked.
 */
public final class Verifier {
  private final Function function;
  private final VerifierTypes types;
  private final Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> visible = Collections.newSetFromMap(new IdentityHashMap<>());

  private Verifier(Program program, Function function) {
    this.function = function;
    this.types = new VerifierTypes(program);
  }

  /**
   * Checks every function of the program and gives the program back.
   *
   * @throws IllegalStateException if something is wrong; the message names the function, the
   *     operation and the reason, and ends with the function's text
   */
  public static Program verify(Program program) {
    program
        .helpers()
        .forEach(
            (name, helper) -> {
              if (!name.equals(helper.name())) {
                throw new IllegalStateException(
                    "the helper " + helper.name() + " is filed under the name " + name);
              }
            });
    for (Function function : program.functions()) {
      new Verifier(program, function).region(function.body());
    }
    return program;
  }

  /** Checks a program that consists of one function. */
  public static Function verify(Function function) {
    return verify(Program.of(function)).main();
  }

  private void region(Region region) {
    List<Value> scope = new ArrayList<>();
    define(region.parameters(), scope, null);
    for (Op op : region.ops()) {
      use(op.operands(), op);
      String complaint = op.accept(types);
      if (!complaint.isEmpty()) {
        throw failure(complaint, op);
      }
      op.regions().forEach(this::region);
      define(op.results(), scope, op);
    }
    use(region.yields(), null);
    scope.forEach(visible::remove);
  }

  private void define(List<Value> values, List<Value> scope, Op op) {
    for (Value value : values) {
      if (!defined.add(value)) {
        throw failure("the value " + value + " is defined twice", op);
      }
      visible.add(value);
      scope.add(value);
    }
  }

  private void use(List<Value> values, Op op) {
    for (Value value : values) {
      if (!visible.contains(value)) {
        String reason = defined.contains(value) ? "is out of scope" : "is not defined before";
        throw failure("the value " + value + " " + reason, op);
      }
    }
  }

  private IllegalStateException failure(String complaint, Op op) {
    String place = op == null ? "at a region's border" : "at " + describe(op);
    return new IllegalStateException(
        "in the function " + function.name() + ": " + complaint + ", " + place + "\n" + function);
  }

  private static String describe(Op op) {
    return op.regions().isEmpty()
        ? op.toString()
        : op.getClass().getSimpleName() + " " + op.operands() + " -> " + op.results();
  }
}
