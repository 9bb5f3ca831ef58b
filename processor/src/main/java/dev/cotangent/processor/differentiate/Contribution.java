package dev.cotangent.processor.differentiate;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.rules.Application;
import dev.cotangent.processor.rules.Rule;
import dev.cotangent.processor.rules.Rules;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Writes seed·∂result/∂argument by the operation's rule. The rule first writes over stand-ins for
 * the arguments and the result; only those that its formula really reads are then asked for, so
 * that nothing is recorded for a sweep that does not need it.
 */
final class Contribution {
  private final Structure structure;
  private final NonSmooth convention;

  /** For operations of the function whose structure this is. */
  Contribution(Structure structure, NonSmooth convention) {
    this.structure = structure;
    this.convention = convention;
  }

  /** The rule of an operation that is differentiated: nothing may lack one and go unnoticed. */
  static Rule rule(Op op) {
    return Rules.find(op)
        .orElseThrow(
            () -> new Refusal(op.source(), "no derivative rule exists for " + described(op)));
  }

  private static String described(Op op) {
    return op instanceof MathCall call ? "'" + call.name() + "'" : "this operation";
  }

  /**
   * Appends the product to {@code out} and gives it.
   *
   * @param values finds, where {@code out} stands, the value of an operand or result of {@code op}
   */
  Value write(
      Rule rule, int argument, Op op, Value seed, Builder out, UnaryOperator<Value> values) {
    Map<Value, Value> standIns = new IdentityHashMap<>();
    List<Value> arguments = new ArrayList<>();
    for (Value operand : op.operands()) {
      arguments.add(standIn(operand, standIns));
    }
    Value result = standIn(op.results().get(0), standIns);
    Builder formula = new Builder().at(op.source());
    Application application =
        new Application(formula, arguments, constants(op), result, convention);
    Value product = rule.scale(argument, application, seed);
    Map<Value, Value> found = new IdentityHashMap<>();
    for (Value used : usedValues(formula.ops(), product)) {
      if (standIns.containsKey(used)) {
        Value value = values.apply(standIns.get(used));
        found.put(used, value.type().isFloating() ? out.widen(value) : value);
      }
    }
    Substitution substitution = new Substitution(found);
    substitution.copyInto(formula.ops(), out);
    return substitution.of(product);
  }

  /** The product of a seed and a partial that a derivative rule gave, which may be infinite. */
  Value product(Value seed, Value partial, Builder out) {
    return convention == NonSmooth.STRONG_ZERO
        ? out.strongMultiply(seed, partial)
        : out.multiply(seed, partial);
  }

  /**
   * The sum of such products over the elements of two arrays, zero if both are null.
   *
   * @param array the array that they belong to: they may be longer
   */
  Value dot(Value seeds, Value partials, Value array, Builder out) {
    return out.ifNull(
        array,
        out.value(PrimitiveType.DOUBLE, ""),
        none -> none.constant(0.0),
        some -> sum(seeds, partials, some.length(array), some));
  }

  private Value sum(Value seeds, Value partials, Value length, Builder out) {
    Value index = out.value(PrimitiveType.INT, "i");
    Value sum = out.value(PrimitiveType.DOUBLE, "sum");
    Builder body = new Builder().at(out.source());
    Value term = product(body.load(seeds, index), body.load(partials, index), body);
    Value next = body.add(sum, term);
    Value total = out.value(PrimitiveType.DOUBLE, "");
    out.append(
        new For(
            out.constant(0),
            length,
            1,
            BinaryOperator.LESS,
            List.of(out.constant(0.0)),
            body.region(List.of(index, sum), List.of(next)),
            List.of(total),
            out.source()));
    return total;
  }

  private static Value standIn(Value value, Map<Value, Value> standIns) {
    Value standIn = new Value(value.type().isFloating() ? PrimitiveType.DOUBLE : value.type());
    standIns.put(standIn, value);
    return standIn;
  }

  private List<Object> constants(Op op) {
    List<Object> constants = new ArrayList<>();
    for (Value operand : op.operands()) {
      boolean literal = structure.definition(operand) instanceof Constant;
      Object content = literal ? ((Constant) structure.definition(operand)).content() : null;
      constants.add(content instanceof Number ? content : null);
    }
    return constants;
  }

  private static List<Value> usedValues(List<Op> ops, Value product) {
    List<Value> used = new ArrayList<>();
    used.add(product);
    Structure.forEach(
        new Region(List.of(), ops, List.of()),
        op -> {
          used.addAll(op.operands());
          op.regions().forEach(region -> used.addAll(region.yields()));
        });
    return used;
  }
}
