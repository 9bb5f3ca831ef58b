package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Effects;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Length;
import dev.cotangent.processor.ir.Load;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A question at the entry of a function about values that it computes later: whether something
 * holds of them. What they are computed from is computed once more, each step as soon as it is
 * known not to throw; where one would, the answer is no.
 */
final class EntryQuestion {
  private final Map<Value, Op> definitions;
  private final Predicate<Value> isStable;
  private final Map<Value, Value> known;
  private final List<Function<Builder, Value>> terms = new ArrayList<>();
  private final Set<Value> promised = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Set<Value> present = Collections.newSetFromMap(new IdentityHashMap<>());
  private boolean possible = true;

  /**
   * An empty question, to which the answer is yes.
   *
   * @param definitions what computes each value of the function
   * @param isStable whether nothing in the function changes an array
   * @param known what values of the function are at the entry: its parameters
   */
  EntryQuestion(Map<Value, Op> definitions, Predicate<Value> isStable, Map<Value, Value> known) {
    this.definitions = definitions;
    this.isStable = isStable;
    this.known = new IdentityHashMap<>(known);
  }

  /** Whether all that was asked can be computed at the entry. */
  boolean isPossible() {
    return possible;
  }

  /** Asks whether one number is no smaller than another. */
  void atLeast(Value number, Value other) {
    require(number);
    require(other);
    terms.add(
        out -> out.binary(BinaryOperator.GREATER_EQUAL, value(number, out), value(other, out)));
  }

  /** Asks whether a number is not negative. */
  private void notNegative(Value number) {
    require(number);
    boolean literal =
        definitions.get(number) instanceof Constant constant && (Integer) constant.content() >= 0;
    if (!literal && !(definitions.get(number) instanceof Length)) {
      terms.add(
          out -> out.binary(BinaryOperator.GREATER_EQUAL, value(number, out), out.constant(0)));
    }
  }

  /** Asks the same of each iteration of a loop. */
  void inEach(For loop, List<PrivateArrays.Condition> conditions) {
    require(loop.start());
    require(loop.bound());
    EntryQuestion draft = inside(loop, conditions, loop.index());
    possible &= draft.possible;
    terms.add(out -> each(loop, conditions, out));
  }

  private EntryQuestion inside(For loop, List<PrivateArrays.Condition> conditions, Value index) {
    EntryQuestion inner = new EntryQuestion(definitions, isStable, known);
    inner.promised.addAll(promised);
    inner.present.addAll(present);
    inner.known.put(loop.index(), index);
    conditions.forEach(condition -> inner.atLeast(condition.written(), condition.length()));
    return inner;
  }

  private Value each(For loop, List<PrivateArrays.Condition> conditions, Builder out) {
    Value index = loop.index().fresh();
    Value sofar = out.value(PrimitiveType.BOOLEAN, "");
    EntryQuestion inner = inside(loop, conditions, index);
    Builder body = new Builder().at(out.source());
    Builder one = new Builder().at(out.source());
    Value holds = inner.write(one);
    Value next = choice(sofar, one.region(List.of(), List.of(holds)), body);
    Region region = body.region(List.of(index, sofar), List.of(next));
    Value all = out.value(PrimitiveType.BOOLEAN, "");
    out.append(
        new For(
            value(loop.start(), out),
            value(loop.bound(), out),
            loop.step(),
            loop.relation(),
            List.of(out.constant(true)),
            region,
            List.of(all),
            out.source()));
    return all;
  }

  /** Sees to it that the value can be computed when the terms so far hold. */
  private void require(Value value) {
    if (known.containsKey(value) || promised.contains(value)) {
      return;
    }
    Op op = definitions.get(value);
    if (op instanceof Length length) {
      present(length.array());
    } else if (op instanceof Load load && isStable.test(load.array())) {
      present(load.array());
      notNegative(load.index());
      terms.add(out -> isInside(load, out));
    } else if (op instanceof Constant || isIntegerArithmetic(op)) {
      op.operands().forEach(this::require);
    } else {
      possible = false;
    }
    promised.add(value);
  }

  private static boolean isIntegerArithmetic(Op op) {
    return (op instanceof Binary || op instanceof MathCall)
        && op.results().get(0).type() == PrimitiveType.INT
        && Effects.of(op).isPure();
  }

  private void present(Value array) {
    require(array);
    if (present.add(array)) {
      terms.add(
          out ->
              out.binary(
                  BinaryOperator.NOT_EQUAL, value(array, out), out.zero((ArrayType) array.type())));
    }
  }

  private Value isInside(Load load, Builder out) {
    Value index = value(load.index(), out);
    return out.binary(BinaryOperator.LESS, index, out.length(value(load.array(), out)));
  }

  /**
   * The value, computed here: terms before this one have seen to it that nothing throws. Each term
   * computes what it needs for itself, so that the question reads as one expression.
   */
  private Value value(Value old, Builder out) {
    Value found = known.get(old);
    if (found == null) {
      Op op = definitions.get(old);
      List<Value> operands = op.operands().stream().map(value -> value(value, out)).toList();
      found = out.value(old.type(), "");
      out.append(op.rebuild(operands, List.of(found), List.of()));
    }
    return found;
  }

  /** Writes the question; gives the answer. */
  Value write(Builder out) {
    return terms.isEmpty() ? out.constant(true) : write(0, out);
  }

  private Value write(int term, Builder out) {
    Value holds = terms.get(term).apply(out);
    if (term == terms.size() - 1) {
      return holds;
    }
    Builder more = new Builder().at(out.source());
    return choice(holds, more.region(List.of(), List.of(write(term + 1, more))), out);
  }

  /** What the region yields if the condition holds, else no. */
  private static Value choice(Value condition, Region rest, Builder out) {
    Builder none = new Builder().at(out.source());
    Region no = none.region(List.of(), List.of(none.constant(false)));
    Value all = out.value(PrimitiveType.BOOLEAN, "");
    out.append(new If(condition, rest, no, List.of(all), out.source()));
    return all;
  }
}
