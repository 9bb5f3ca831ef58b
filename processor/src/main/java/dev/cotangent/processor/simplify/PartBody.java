package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One part of a split function: a copy of some of its operations, which reads what earlier parts
 * computed from the frame where it is first needed, has what the function itself holds as
 * parameters, and writes what others will read to the frame at its end.
 */
final class PartBody extends Rewriter {
  private final SplitFrame frame;
  private final Map<Value, Constant> literals;
  private final Set<Value> framed;
  private final Map<String, Function> helpers;
  private final Map<Value, Value> parameters = new LinkedHashMap<>();
  private final List<Op> operations = new ArrayList<>();
  private final Set<Value> known = Collections.newSetFromMap(new IdentityHashMap<>());

  /**
   * An empty part.
   *
   * @param literals the literals of the whole function
   * @param framed the values that the part finds in the frame
   * @param helpers the parts inside this one, among others
   */
  PartBody(
      SplitFrame frame,
      Map<Value, Constant> literals,
      Set<Value> framed,
      Map<String, Function> helpers) {
    this.helpers = helpers;
    this.frame = frame;
    this.literals = literals;
    this.framed = framed;
  }

  /** The part as a function without results. */
  Function function(String name, List<Op> run, List<Value> wanted) {
    Builder out = new Builder();
    operations.addAll(run);
    for (Op op : run) {
      Uses.fromOutside(op).forEach(value -> bring(value, out));
      rewrite(op, out.at(op.source()));
      known.addAll(op.results());
    }
    wanted.forEach(value -> frame.store(value, array(value), map(value), out));
    return new Function(name, out.region(List.copyOf(parameters.values()), List.of()));
  }

  /** What the function gives the part, in the order of its parameters. */
  List<Value> arguments() {
    return List.copyOf(parameters.keySet());
  }

  private void bring(Value value, Builder out) {
    if (!known.add(value)) {
      return;
    }
    Constant literal = literals.get(value);
    if (literal != null) {
      rewrite(literal, out);
    } else if (framed.contains(value)) {
      Value loaded = value.fresh();
      frame.load(value, array(value), loaded, out);
      replace(value, loaded);
    } else {
      parameter(value);
    }
  }

  /** The part's own name for the array in which a value stands. */
  private Value array(Value value) {
    return parameter(frame.array(value.type()));
  }

  /**
   * An object that the part only compares is any object for it: in the twin a record over scalars
   * stands where the method has its own.
   */
  private Value own(Value value) {
    boolean isObject = value.type() instanceof ReferenceType && !SplitFrame.holds(value.type());
    return isObject && isOnlyCompared(value)
        ? new Value(ReferenceType.OBJECT, value.name(), value.source())
        : value.fresh();
  }

  private boolean isOnlyCompared(Value object) {
    boolean[] only = {true};
    Consumer<Op> look =
        op -> {
          boolean yields = op.regions().stream().anyMatch(r -> r.yields().contains(object));
          boolean fits =
              op instanceof Binary || (op instanceof Call call && takesAny(call, object));
          only[0] &= !yields && (fits || !op.operands().contains(object));
        };
    operations.forEach(op -> Uses.forEach(op, look));
    return only[0];
  }

  /** Whether a part inside this one takes it for any object. */
  private boolean takesAny(Call call, Value object) {
    Function callee = helpers.get(call.callee());
    return callee != null
        && IntStream.range(0, call.arguments().size())
            .filter(i -> call.arguments().get(i) == object)
            .allMatch(i -> callee.parameters().get(i).type().equals(ReferenceType.OBJECT));
  }

  private Value parameter(Value value) {
    Value parameter = parameters.computeIfAbsent(value, this::own);
    known.add(value);
    replace(value, parameter);
    return parameter;
  }
}
