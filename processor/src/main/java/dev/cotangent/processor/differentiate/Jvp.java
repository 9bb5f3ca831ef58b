package dev.cotangent.processor.differentiate;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Forward mode: from a program to one that computes, beside each result, its derivatives along one
 * direction or several. The program runs once for all directions.
 *
 * <p>The new main function has the old parameters, then the tangents of each active parameter, one
 * for each direction ({@code double}, or an array of the same shape, null for null) and, if helpers
 * are called and there is none yet, a tape; its results are the old ones, then the tangents of each
 * floating one, be it a number or an array. Tangents travel in the same regions as their values, so
 * the operations and their order stay as they were.
 */
public final class Jvp {
  private final Program program;
  private final NonSmooth convention;
  private final HelperEffects effects;
  private final TangentHelpers helpers;

  private Jvp(Program program, NonSmooth convention, int width) {
    this.program = program;
    this.convention = convention;
    this.effects = HelperEffects.of(program);
    this.helpers = new TangentHelpers(program, width);
  }

  /**
   * Differentiates the main function, and what it calls, along a direction in its active
   * parameters.
   *
   * @param active one flag a parameter of the main function
   * @throws Refusal if it cannot be done exactly
   */
  public static Program differentiate(Program program, List<Boolean> active, NonSmooth convention) {
    return differentiate(program, active, convention, 1);
  }

  /**
   * The same along several directions at once. The tangents of a parameter, and those of a result,
   * stand side by side.
   *
   * @param width the number of directions; 1 if the program calls methods through other companions,
   *     see {@link #isLinked}
   */
  public static Program differentiate(
      Program program, List<Boolean> active, NonSmooth convention, int width) {
    return new Jvp(program, convention, width).run(active);
  }

  /** Whether the program calls methods through other companions, which take one direction. */
  public static boolean isLinked(Program program) {
    return program.functions().stream().anyMatch(function -> DualWriter.isLinked(function.body()));
  }

  /**
   * Differentiates a program that other programs call, along everything floating that it is given.
   * The tangent of a floating result is left on the tape, which comes behind everything else unless
   * the main function takes one itself.
   *
   * @throws Refusal if it cannot be done exactly
   */
  public static Program linked(Program program, NonSmooth convention) {
    Jvp jvp = new Jvp(program, convention, 1);
    Function dual = jvp.helperDual(program.main());
    String name = dual.name() + "Linked";
    return new Program(new Function(name, dual.body()), jvp.duals());
  }

  private Program run(List<Boolean> active) {
    List<Value> inputs = new ArrayList<>();
    for (int i = 0; i < active.size(); i++) {
      if (active.get(i)) {
        inputs.add(program.main().parameters().get(i));
      }
    }
    Function main = dual(program.main(), inputs, false);
    return new Program(main, duals());
  }

  /** The helpers, and the duals of those that were asked for. */
  private Map<String, Function> duals() {
    Map<String, Function> all = new LinkedHashMap<>(program.helpers());
    for (String name = helpers.next(); name != null; name = helpers.next()) {
      Function helper = name.equals(program.main().name()) ? program.main() : program.helper(name);
      all.put(helpers.dual(name), helperDual(helper));
    }
    return all;
  }

  private Function helperDual(Function helper) {
    List<Value> inputs =
        helper.parameters().stream().filter(p -> TangentHelpers.isDual(p.type())).toList();
    Function dual = dual(helper, inputs, true);
    return new Function(helpers.dual(helper.name()), dual.body());
  }

  /** The dual of one function; a helper's leaves the tangents of its results on the tape. */
  private Function dual(Function function, List<Value> inputs, boolean helper) {
    Aliases aliases = Aliases.of(function, !helper, effects);
    List<Value> varied = new ArrayList<>(inputs);
    function.parameters().stream().filter(TangentHelpers::isTape).forEach(varied::add);
    varied.addAll(TangentHelpers.kept(function));
    Activity activity = Activity.of(function, varied, function.results(), aliases);
    Contribution contribution = new Contribution(Structure.of(function), convention);
    return new DualWriter(activity, contribution, helpers, helper).write(function, inputs);
  }
}
