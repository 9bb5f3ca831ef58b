package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Unary;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.VectorForms;
import dev.cotangent.processor.simplify.VectorLoop.Access;
import dev.cotangent.processor.simplify.VectorLoop.Kind;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Writes a loop in groups, and the loop over the rest behind it. */
final class VectorWriter {
  private static final String VECTORS = "{dev.cotangent.runtime.Vectors}";

  private static final Set<BinaryOperator> COMMUTATIVE =
      Set.of(BinaryOperator.ADD, BinaryOperator.MULTIPLY);

  private final VectorLoop loop;
  private final UnaryOperator<Value> outside;

  /**
   * A writer.
   *
   * @param outside what values from outside the loop have become
   */
  VectorWriter(VectorLoop loop, UnaryOperator<Value> outside) {
    this.loop = loop;
    this.outside = outside;
  }

  /** Writes both loops; gives what the loop gave. */
  List<Value> write(Builder out) {
    For op = loop.op();
    out.at(op.source());
    Value size = make(VectorForms.LENGTH, List.of(), PrimitiveType.INT, "lanes", out);
    Value low = outside.apply(loop.isUpwards() ? op.start() : op.bound());
    Value groups = groups(low, size, out);
    List<Value> sums = inGroups(low, size, groups, out);
    List<Value> sofar = new ArrayList<>();
    for (int i = 0; i < sums.size(); i++) {
      Value sum = make(VectorForms.SUM, List.of(sums.get(i)), PrimitiveType.DOUBLE, "", out);
      sofar.add(out.add(outside.apply(op.initial().get(i)), sum));
    }
    Value rest = out.add(low, out.multiply(groups, size));
    return oneByOne(rest, sofar, out);
  }

  /** How many groups there are. */
  private Value groups(Value low, Value size, Builder out) {
    For op = loop.op();
    Value high =
        loop.isUpwards()
            ? outside.apply(op.bound())
            : out.add(outside.apply(op.start()), out.constant(1));
    String whole = VECTORS + ".groups($0, $1, $2)";
    Value groups = make(whole, List.of(low, high, size), PrimitiveType.INT, "groups", out);
    Map<Value, Value> first = new IdentityHashMap<>();
    first.put(op.index(), low);
    for (Access access : loop.doubtful()) {
      Value index = index(access.index(), first, out);
      List<Value> operands = List.of(groups, size, outside.apply(access.array()), index);
      String within = VECTORS + ".within($0, $1, $2, $3)";
      groups = make(within, operands, PrimitiveType.INT, "groups", out);
    }
    return groups;
  }

  /** An index, or what it is made of, as the iteration has it whose values are known. */
  private Value index(Value value, Map<Value, Value> here, Builder out) {
    Op definition = loop.definition(value);
    if (here.containsKey(value) || definition == null) {
      return here.getOrDefault(value, outside.apply(value));
    }
    List<Value> operands =
        definition.operands().stream().map(operand -> index(operand, here, out)).toList();
    return again(definition, operands, here, out);
  }

  private static Value again(Op op, List<Value> operands, Map<Value, Value> here, Builder out) {
    Value old = op.results().get(0);
    Value fresh = old.fresh();
    out.append(op.rebuild(operands, List.of(fresh), List.of()));
    here.put(old, fresh);
    return fresh;
  }

  /** The groups; gives the sums of each lane. */
  private List<Value> inGroups(Value low, Value size, Value groups, Builder out) {
    For op = loop.op();
    List<Value> initial = new ArrayList<>();
    List<Value> carried = new ArrayList<>();
    Map<Value, Value> here = new IdentityHashMap<>();
    for (Value sum : op.carried()) {
      initial.add(make(VectorForms.ZERO, List.of(), ReferenceType.VECTOR, "", out));
      carried.add(new Value(ReferenceType.VECTOR, sum.name(), sum.source()));
      here.put(sum, carried.get(carried.size() - 1));
    }
    Builder body = new Builder().at(op.source());
    Value group = body.value(PrimitiveType.INT, "group");
    here.put(op.index(), body.add(low, body.multiply(group, size)));
    op.body().ops().forEach(inner -> inGroup(inner, here, body));
    List<Value> yields = op.body().yields().stream().map(here::get).toList();
    Region region = body.region(Lists.concat(List.of(group), carried), yields);
    List<Value> results = carried.stream().map(Value::fresh).toList();
    Value zero = out.constant(0);
    out.append(
        new For(zero, groups, 1, BinaryOperator.LESS, initial, region, results, op.source()));
    return results;
  }

  private void inGroup(Op op, Map<Value, Value> here, Builder out) {
    List<Value> operands = new ArrayList<>();
    op.operands().forEach(operand -> operands.add(of(operand, here)));
    if (op instanceof Store store) {
      Value content = spread(operands.get(2), out);
      out.append(new Store(operands.get(0), operands.get(1), content, store.source()));
      return;
    }
    Value old = op.results().get(0);
    if (loop.kind(old) != Kind.NUMBER) {
      again(op, operands, here, out);
      return;
    }
    Value vector = new Value(ReferenceType.VECTOR, old.name(), old.source());
    here.put(old, vector);
    if (op instanceof Load) {
      out.append(new Load(operands.get(0), operands.get(1), vector));
    } else if (op instanceof Unary unary) {
      out.append(new Unary(unary.operator(), operands.get(0), unary.exact(), vector));
    } else {
      out.append(binary((Binary) op, operands.get(0), operands.get(1), vector, out));
    }
  }

  /** The second operand may be one number for all; the first may not. */
  private Binary binary(Binary op, Value left, Value right, Value result, Builder out) {
    boolean swaps = !isVector(left) && COMMUTATIVE.contains(op.operator());
    return swaps
        ? new Binary(op.operator(), right, left, op.exact(), result)
        : new Binary(op.operator(), spread(left, out), right, op.exact(), result);
  }

  private Value of(Value value, Map<Value, Value> here) {
    return here.getOrDefault(value, outside.apply(value));
  }

  private static boolean isVector(Value value) {
    return value.type().equals(ReferenceType.VECTOR);
  }

  /** The number in each lane. */
  private Value spread(Value number, Builder out) {
    return isVector(number)
        ? number
        : make(VectorForms.SPREAD, List.of(number), ReferenceType.VECTOR, number.name(), out);
  }

  /** What fills no group: the upper end, in the loop's own order. */
  private List<Value> oneByOne(Value rest, List<Value> initial, Builder out) {
    For op = loop.op();
    Value start = loop.isUpwards() ? rest : outside.apply(op.start());
    Value bound = loop.isUpwards() ? outside.apply(op.bound()) : rest;
    Region body = new Again(op, outside).rewrite(op.body());
    List<Value> results = op.results().stream().map(Value::fresh).toList();
    out.append(
        new For(start, bound, op.step(), op.relation(), initial, body, results, op.source()));
    return results;
  }

  /** The body once more. */
  private static final class Again extends Rewriter {
    Again(For loop, UnaryOperator<Value> outside) {
      Uses.fromOutside(loop).forEach(value -> replace(value, outside.apply(value)));
    }
  }

  private static Value make(
      String template, List<Value> operands, Type type, String name, Builder out) {
    Value result = out.value(type, name);
    out.append(new Opaque(template, operands, Opaque.Effect.NONE, List.of(result), out.source()));
    return result;
  }
}
