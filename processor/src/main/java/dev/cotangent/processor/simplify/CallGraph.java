package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Who calls whom in a program, call site by call site, and whom its derivatives will call where a
 * callee has rules.
 */
final class CallGraph {
  private final Map<String, List<String>> callees = new LinkedHashMap<>();
  private final Map<String, Set<String>> rules = new LinkedHashMap<>();

  static CallGraph of(Program program) {
    CallGraph graph = new CallGraph();
    for (Function function : program.functions()) {
      Site site = new Site(new ArrayList<>(), new LinkedHashSet<>());
      site.collect(function.body());
      graph.callees.put(function.name(), site.calls);
      graph.rules.put(function.name(), site.rules);
    }
    return graph;
  }

  /** The calls of one function. */
  private record Site(List<String> calls, Set<String> rules) {
    void collect(Region region) {
      for (Op op : region.ops()) {
        if (op instanceof Call call) {
          calls.add(call.callee());
        } else if (op instanceof Derive derive) {
          calls.add(derive.what().callee());
        } else if (op instanceof Invoke invoke) {
          if (invoke.callee().body() instanceof Callee.Helper helper) {
            calls.add(helper.name());
          }
          collect(invoke.callee(), Collections.newSetFromMap(new IdentityHashMap<>()));
        }
        op.regions().forEach(this::collect);
      }
    }

    private void collect(Callee callee, Set<Callee> seen) {
      if (callee instanceof Callee.Helper helper) {
        rules.add(helper.name());
      } else if (callee instanceof Custom custom && seen.add(custom)) {
        collect(custom.body(), seen);
        custom.differential().callees().forEach(rule -> collect(rule, seen));
      }
    }
  }

  /**
   * The functions that calling this one, or its derivative, may run, in order of discovery; itself
   * if it recurs.
   */
  Set<String> reachable(String function) {
    Set<String> found = new LinkedHashSet<>();
    collect(function, found, true);
    return found;
  }

  private void collect(String function, Set<String> found, boolean withRules) {
    List<String> next = new ArrayList<>(callees.getOrDefault(function, List.of()));
    if (withRules) {
      next.addAll(rules.getOrDefault(function, Set.of()));
    }
    for (String callee : next) {
      if (found.add(callee)) {
        collect(callee, found, withRules);
      }
    }
  }

  /** Whether a run of the function may call it again. */
  boolean isRecursive(String function) {
    Set<String> found = new LinkedHashSet<>();
    collect(function, found, false);
    return found.contains(function);
  }

  /** At how many places the program calls the function. */
  long callSites(String function) {
    return callees.values().stream().flatMap(List::stream).filter(function::equals).count();
  }
}
