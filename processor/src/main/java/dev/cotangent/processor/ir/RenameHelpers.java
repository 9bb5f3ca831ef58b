package dev.cotangent.processor.ir;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Gives those helpers of a program other names that are named like functions which it is going to
 * join. Helpers that stand behind a {@link Custom} keep theirs: they are the same in both programs.
 * Input and output: a program.
 */
public final class RenameHelpers {
  private final Set<String> taken;

  /** The renaming that avoids these names. */
  public RenameHelpers(Set<String> taken) {
    this.taken = Set.copyOf(taken);
  }

  /** The program with its new names. */
  public Program run(Program program) {
    Map<String, String> names = new LinkedHashMap<>();
    Set<String> fixed = new CustomHelpers().in(program);
    for (String name : program.helpers().keySet()) {
      String free = name;
      for (int i = 2; !fixed.contains(name) && isTaken(free, names); i++) {
        free = name + i;
      }
      names.put(name, free);
    }
    Map<String, Function> helpers = new LinkedHashMap<>();
    program
        .helpers()
        .forEach((name, helper) -> helpers.put(names.get(name), renamed(helper, names)));
    return new Program(renamed(program.main(), names), renamedKeys(helpers));
  }

  private boolean isTaken(String name, Map<String, String> names) {
    return taken.contains(name) || names.containsValue(name);
  }

  private static Function renamed(Function function, Map<String, String> names) {
    return new Calls(names).rewrite(function);
  }

  private static Map<String, Function> renamedKeys(Map<String, Function> helpers) {
    Map<String, Function> all = new LinkedHashMap<>();
    helpers.forEach((name, helper) -> all.put(name, new Function(name, helper.body())));
    return all;
  }

  /** Finds the helpers that are called by what a {@link Custom} says. */
  private static final class CustomHelpers extends Rewriter {
    private final Set<String> found = new LinkedHashSet<>();
    private final Set<Custom> seen = Collections.newSetFromMap(new IdentityHashMap<>());

    Set<String> in(Program program) {
      rewrite(program);
      return found;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Invoke invoke) {
        add(invoke.callee());
      }
      copy(op, out);
    }

    private void add(Callee callee) {
      if (callee instanceof Callee.Helper helper) {
        found.add(helper.name());
      } else if (callee instanceof Custom custom && seen.add(custom)) {
        add(custom.body());
        custom.differential().callees().forEach(this::add);
      }
    }
  }

  /** Makes the calls follow. */
  private static final class Calls extends Rewriter {
    private final Map<String, String> names;

    Calls(Map<String, String> names) {
      this.names = names;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      copy(
          op instanceof Call call
              ? new Call(
                  names.getOrDefault(call.callee(), call.callee()),
                  call.arguments(),
                  call.results(),
                  call.source())
              : op,
          out);
    }
  }
}
