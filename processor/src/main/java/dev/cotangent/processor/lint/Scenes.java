package dev.cotangent.processor.lint;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Aliases;
import dev.cotangent.processor.analysis.BitFlow;
import dev.cotangent.processor.analysis.HelperEffects;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * Makes the {@link Scene}s of a program. A helper's parameter carries a derivative in if any call
 * passes one, and its result carries one out if any caller uses it: calls and helpers are looked at
 * until nothing new is found, so that nobody is warned of a helper that only passive values reach.
 */
public final class Scenes {
  private final Program program;
  private final HelperEffects helpers;
  private final Set<Value> inputs = identitySet();
  private final Set<Value> outputs = identitySet();
  private boolean changed;

  private Scenes(Program program) {
    this.program = program;
    this.helpers = HelperEffects.of(program);
  }

  /** The method first; then the helpers that active values reach. */
  public static List<Scene> of(Program program, List<Boolean> wrt) {
    Scenes scenes = new Scenes(program);
    List<Value> parameters = program.main().parameters();
    for (int i = 0; i < parameters.size(); i++) {
      if (wrt.get(i)) {
        scenes.inputs.add(parameters.get(i));
      }
    }
    scenes.outputs.addAll(program.main().results());
    return scenes.settled();
  }

  private List<Scene> settled() {
    List<Scene> all = new ArrayList<>();
    do {
      changed = false;
      all.clear();
      program.functions().stream().filter(this::isReached).map(this::scene).forEach(all::add);
      all.forEach(
          scene ->
              scene.forEach(
                  op -> {
                    if (op instanceof Call call) {
                      follow(call, scene.activity());
                    }
                  }));
    } while (changed);
    return all;
  }

  private boolean isReached(Function function) {
    return function == program.main() || function.parameters().stream().anyMatch(inputs::contains);
  }

  private Scene scene(Function function) {
    boolean main = function == program.main();
    Aliases aliases = Aliases.of(function, main, helpers);
    List<Value> in = function.parameters().stream().filter(inputs::contains).toList();
    List<Value> out =
        new ArrayList<>(function.results().stream().filter(outputs::contains).toList());
    function.parameters().stream().filter(outputs::contains).forEach(out::add);
    Activity activity = Activity.of(function, in, out, aliases);
    Structure structure = Structure.of(function);
    BitFlow bits = BitFlow.of(function, structure, aliases);
    return new Scene(function, main, in, activity, structure, aliases, helpers, bits);
  }

  private void follow(Call call, Activity activity) {
    Function callee = program.helper(call.callee());
    for (int i = 0; i < call.arguments().size(); i++) {
      Value argument = call.arguments().get(i);
      Value parameter = callee.parameters().get(i);
      changed |= activity.isVaried(argument) && inputs.add(parameter);
      boolean filled = argument.type().isReference() && activity.isUseful(argument);
      changed |= filled && outputs.add(parameter);
    }
    for (int i = 0; i < call.results().size(); i++) {
      boolean used = activity.isUseful(call.results().get(i));
      changed |= used && outputs.add(callee.results().get(i));
    }
  }

  private static Set<Value> identitySet() {
    return Collections.newSetFromMap(new IdentityHashMap<>());
  }
}
