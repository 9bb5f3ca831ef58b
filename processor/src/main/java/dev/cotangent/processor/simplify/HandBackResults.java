package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gives every helper at most one result, as Java's methods have: the others are handed back in an
 * array for each type, which the caller makes and the helper fills when it ends. Nobody else sees
 * these arrays. Main functions stay as they are.
 */
public final class HandBackResults implements Pass {
  private static final String NAME = "results";

  @Override
  public Program run(Program program) {
    return program.map(
        main -> new Callers(program).rewrite(main), helper -> helper(helper, program));
  }

  private static Function helper(Function helper, Program program) {
    Function rewritten = new Callers(program).rewrite(helper);
    if (helper.results().size() <= 1) {
      return rewritten;
    }
    Builder out = new Builder();
    rewritten.body().ops().forEach(out::append);
    List<Value> parameters = new ArrayList<>(rewritten.parameters());
    others(rewritten.results())
        .forEach(
            (type, results) -> {
              Value array = new Value(new ArrayType(type), NAME, results.get(0).source());
              parameters.add(array);
              for (int i = 0; i < results.size(); i++) {
                out.at(results.get(i).source()).store(array, out.constant(i), results.get(i));
              }
            });
    return new Function(helper.name(), out.region(parameters, rewritten.results().subList(0, 1)));
  }

  /** The results behind the first one, by type. */
  private static Map<Type, List<Value>> others(List<Value> results) {
    Map<Type, List<Value>> byType = new LinkedHashMap<>();
    for (Value result : results.subList(1, results.size())) {
      byType.computeIfAbsent(result.type(), type -> new ArrayList<>()).add(result);
    }
    return byType;
  }

  /** Makes the arrays where helpers with several results are called. */
  private static final class Callers extends Rewriter {
    private final Program program;

    Callers(Program program) {
      super(true);
      this.program = program;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Call call && program.helper(call.callee()).results().size() > 1) {
        call(call, out);
      } else {
        copy(op, out);
      }
    }

    private void call(Call call, Builder out) {
      List<Value> arguments = new ArrayList<>(map(call.arguments()));
      Map<Type, Value> arrays = new LinkedHashMap<>();
      Map<Type, List<Value>> others = others(call.results());
      others.forEach(
          (type, results) -> {
            Value length = out.constant(results.size());
            ArrayType array = new ArrayType(type);
            arrays.put(type, out.alloc(array, length, Alloc.Purpose.PRIMAL, NAME));
            arguments.add(arrays.get(type));
          });
      Value first = call.results().get(0).fresh();
      replace(call.results().get(0), first);
      out.append(new Call(call.callee(), arguments, List.of(first), call.source()));
      others.forEach((type, results) -> read(arrays.get(type), results, out));
    }

    private void read(Value array, List<Value> results, Builder out) {
      for (int i = 0; i < results.size(); i++) {
        Value element = out.load(array, out.constant(i));
        List<Op> ops = out.ops();
        Value named = new Value(element.type(), results.get(i).name(), element.source());
        Op load = ops.remove(ops.size() - 1);
        out.append(load.rebuild(load.operands(), List.of(named), List.of()));
        replace(results.get(i), named);
      }
    }
  }
}
