package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Who calls whom in a program, call site by call site. */
final class CallGraph {
  private final Map<String, List<String>> callees = new LinkedHashMap<>();

  static CallGraph of(Program program) {
    CallGraph graph = new CallGraph();
    for (Function function : program.functions()) {
      List<String> names = new ArrayList<>();
      collect(function.body(), names);
      graph.callees.put(function.name(), names);
    }
    return graph;
  }

  private static void collect(Region region, List<String> names) {
    for (Op op : region.ops()) {
      if (op instanceof Call call) {
        names.add(call.callee());
      }
      op.regions().forEach(inner -> collect(inner, names));
    }
  }

  /** The functions that calling this one may run, in order of discovery; itself if it recurs. */
  Set<String> reachable(String function) {
    Set<String> found = new LinkedHashSet<>();
    collect(function, found);
    return found;
  }

  private void collect(String function, Set<String> found) {
    for (String callee : callees.getOrDefault(function, List.of())) {
      if (found.add(callee)) {
        collect(callee, found);
      }
    }
  }

  /** Whether a run of the function may call it again. */
  boolean isRecursive(String function) {
    return reachable(function).contains(function);
  }

  /** At how many places the program calls the function. */
  long callSites(String function) {
    return callees.values().stream().flatMap(List::stream).filter(function::equals).count();
  }
}
