package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Puts a helper's body where it is called, with fresh values that keep their names and places. The
 * arguments are values already, so that nothing changes its order. Helpers that call themselves,
 * directly or not, stay; so do big ones that are called at several places. Helpers that nobody
 * calls any more are left for {@link RemoveUnusedHelpers}.
 */
public final class InlineCalls implements Pass {
  /** A helper with no more operations than this is inlined wherever it is called. */
  private static final int SMALL = 60;

  /**
   * A function does not grow beyond this many operations: its derivative has a few times as many,
   * and HotSpot compiles no method of more than 8,000 bytecodes.
   */
  private static final int LARGEST = 400;

  /** The same where a derivative has hardly more operations than the function. */
  private static final int LARGEST_IN_LANES = 4 * LARGEST;

  private final int small;
  private final int largest;

  /** For whatever comes behind. */
  public InlineCalls() {
    this(SMALL, LARGEST);
  }

  private InlineCalls(int small, int largest) {
    this.small = small;
    this.largest = largest;
  }

  /** For a program along one direction, which then gets lanes: those do not go through calls. */
  public static InlineCalls forLanes() {
    return new InlineCalls(LARGEST_IN_LANES, LARGEST_IN_LANES);
  }

  @Override
  public Program run(Program program) {
    CallGraph graph = CallGraph.of(program);
    Map<String, Function> done = new LinkedHashMap<>();
    program.helpers().keySet().forEach(name -> helper(name, program, graph, done));
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().keySet().forEach(name -> helpers.put(name, done.get(name)));
    return new Program(new Inliner(program, graph, done).rewrite(program.main()), helpers);
  }

  /** The helper with its own calls inlined; those that it calls come first. */
  private void helper(String name, Program program, CallGraph graph, Map<String, Function> done) {
    if (done.containsKey(name) || !program.helpers().containsKey(name)) {
      return;
    }
    Function original = program.helper(name);
    done.put(name, original);
    graph.reachable(name).forEach(callee -> helper(callee, program, graph, done));
    done.put(name, new Inliner(program, graph, done).rewrite(original));
  }

  private static int size(Region region) {
    int size = region.ops().size();
    for (Op op : region.ops()) {
      size += op.regions().stream().mapToInt(InlineCalls::size).sum();
    }
    return size;
  }

  private final class Inliner extends Simplifier {
    private final Program program;
    private final CallGraph graph;
    private final Map<String, Function> helpers;
    private int room = largest;

    Inliner(Program program, CallGraph graph, Map<String, Function> helpers) {
      this.program = program;
      this.graph = graph;
      this.helpers = helpers;
    }

    @Override
    public Function rewrite(Function function) {
      room = largest - size(function.body());
      return super.rewrite(function);
    }

    @Override
    protected boolean simplify(Op op, Builder out) {
      if (!(op instanceof Call call) || !isInlined(call.callee())) {
        return false;
      }
      Function callee = helpers.get(call.callee());
      room -= size(callee.body());
      return substitute(call, new Copier().copy(callee, map(call.arguments()), out));
    }

    private boolean isInlined(String callee) {
      if (!program.helpers().containsKey(callee) || graph.isRecursive(callee)) {
        return false;
      }
      int size = size(helpers.get(callee).body());
      return size <= room && (size <= small || graph.callSites(callee) == 1);
    }
  }

  /** Copies a function's body. */
  private static final class Copier extends Rewriter {
    List<Value> copy(Function function, List<Value> arguments, Builder out) {
      for (int i = 0; i < arguments.size(); i++) {
        replace(function.parameters().get(i), arguments.get(i));
      }
      rewriteOps(function.body(), out);
      return map(function.results());
    }
  }
}
