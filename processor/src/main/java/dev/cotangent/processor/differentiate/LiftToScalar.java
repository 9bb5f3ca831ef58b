package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Stage 5: the define-by-run twin of a method, IR to IR. Floating operations on values that depend
 * on the lifted parameters become calls of the runtime's {@code Scalar}, arrays of such values
 * become {@code Scalar[]}, and decisions are taken on {@code value()}.
 *
 * <p>Output: a program whose main function has the method's parameters, those with respect to which
 * it is differentiated lifted, and results of {@code Scalar} or arrays of them. An array parameter
 * to which the method stores lifted values is lifted, too: whoever calls the function makes the
 * scalars and writes their numbers back, however the function ends.
 */
public final class LiftToScalar {
  private static final String SCALAR = "{dev.cotangent.Scalar}";
  private static final String NESTS = "{dev.cotangent.runtime.Nests}";

  private final Program program;
  private final LiftedValues lifted;
  private final NumberCalls numberCalls;
  private final Map<Value, Value> replacements = new IdentityHashMap<>();

  /** Calls that stay on numbers are those of the program before its rules were expanded. */
  private LiftToScalar(Program program, LiftedValues lifted, Program numbers) {
    this.program = program;
    this.lifted = lifted;
    this.numberCalls = new NumberCalls(numbers);
  }

  /** The twin of a program, lifted in those parameters of its main function. */
  public static Program lift(Program original, List<Boolean> wrt) {
    Program program = ExpandRules.in(original, wrt);
    LiftToScalar lift = new LiftToScalar(program, LiftedValues.of(program, wrt), original);
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, lift.helper(helper)));
    Function main = lift.main(program.main());
    helpers.putAll(lift.numberCalls.copies());
    return new Program(main, helpers);
  }

  /** The type that values of a type have once they are lifted. */
  static Type type(Type type) {
    return type instanceof ArrayType array
        ? new ArrayType(type(array.element()))
        : ReferenceType.SCALAR;
  }

  private Function helper(Function function) {
    return new Function(function.name(), region(function.body(), function.results()));
  }

  private Function main(Function function) {
    Builder out = new Builder();
    List<Value> parameters = new ArrayList<>();
    for (Value old : function.parameters()) {
      Value fresh = fresh(old);
      parameters.add(fresh);
      replacements.put(old, enter(old, fresh, out));
    }
    LiftOps ops = new LiftOps(this, out);
    function.body().ops().forEach(op -> op.accept(ops));
    List<Value> results =
        function.results().stream()
            .map(result -> result.type().isFloating() ? asScalar(result, out) : map(result))
            .toList();
    return new Function(function.name(), out.region(parameters, results));
  }

  /** A float parameter is rounded on entry, as Java rounds an argument. */
  private Value enter(Value old, Value fresh, Builder out) {
    boolean rounds = lifted.contains(old) && old.type() == PrimitiveType.FLOAT;
    return rounds ? call("$0.toFloat()", List.of(fresh), old, out) : fresh;
  }

  /** An array of constants with the numbers of an array. */
  static Value liftedArray(Value array, Builder out) {
    Value result = new Value(type(array.type()), array.name() + "Scalars", array.source());
    out.append(constants(array, result));
    return result;
  }

  /** Makes an array of constants; each run makes a new one, which must not be merged. */
  static Op constants(Value numbers, Value result) {
    return new Opaque(
        constants(result.type()),
        List.of(numbers),
        Opaque.Effect.WRITES,
        List.of(result),
        numbers.source());
  }

  /** The template for an array of constants: arrays of arrays are made level by level. */
  private static String constants(Type type) {
    Type element = ((ArrayType) type).element();
    if (!element.isReference() || element.equals(ReferenceType.SCALAR)) {
      return SCALAR + ".constants($0)";
    }
    StringBuilder levels = new StringBuilder();
    for (Type at = type; at instanceof ArrayType array && array.element() instanceof ArrayType; ) {
      levels.append(", ").append(template(at)).append("::new");
      at = array.element();
    }
    return "(" + template(type) + ") " + NESTS + ".constants($0" + levels + ")";
  }

  /** A lifted type in a template. */
  static String template(Type type) {
    return type instanceof ArrayType array ? template(array.element()) + "[]" : SCALAR;
  }

  /** The region rebuilt so that each yield is lifted where its target is. */
  Region region(Region old, List<Value> targets) {
    List<Value> parameters = old.parameters().stream().map(this::define).toList();
    Builder out = new Builder();
    LiftOps ops = new LiftOps(this, out);
    for (Op op : old.ops()) {
      op.accept(ops);
    }
    List<Value> yields = new ArrayList<>();
    for (int i = 0; i < targets.size(); i++) {
      yields.add(adapt(old.yields().get(i), targets.get(i), out));
    }
    return out.region(parameters, yields);
  }

  /** The calls that stay on numbers. */
  NumberCalls numberCalls() {
    return numberCalls;
  }

  /** The parameters of a helper, as they were before. */
  List<Value> parametersOf(String callee) {
    return program.helper(callee).parameters();
  }

  /** The result of a helper that gives a number, as it was before. */
  Value resultOf(String callee) {
    return program.helper(callee).results().get(0);
  }

  boolean isLifted(Value old) {
    return lifted.contains(old);
  }

  /** A new value in place of an old one, lifted if that is. */
  Value define(Value old) {
    Value fresh = fresh(old);
    replacements.put(old, fresh);
    return fresh;
  }

  private Value fresh(Value old) {
    return isLifted(old) ? new Value(type(old.type()), old.name(), old.source()) : old.fresh();
  }

  /** From now on the old value is read as the new one. */
  void replace(Value old, Value now) {
    replacements.put(old, now);
  }

  /** What the old value has become. */
  Value map(Value old) {
    return replacements.get(old);
  }

  /** The old value as something to hand to {@code target}. */
  Value adapt(Value old, Value target, Builder out) {
    return isLifted(target) && target.type().isFloating() ? asScalar(old, out) : map(old);
  }

  /** The old floating value as a scalar, a constant one if it was not lifted. */
  Value asScalar(Value old, Builder out) {
    return isLifted(old)
        ? map(old)
        : append(
            SCALAR + ".of($0)",
            List.of(map(old)),
            new Value(ReferenceType.SCALAR, "", old.source()),
            out);
  }

  /** The old value as a number again. */
  Value asNumber(Value old, Builder out) {
    if (!isLifted(old)) {
      return map(old);
    }
    if (old.type() instanceof ArrayType array) {
      if (array.element().isReference()) {
        throw new Refusal(old.source(), "arrays of arrays are handed to code that nobody reads");
      }
      boolean ofFloats = array.element() == PrimitiveType.FLOAT;
      String values = SCALAR + (ofFloats ? ".floatValues($0)" : ".values($0)");
      Value numbers = new Value(old.type(), "", old.source());
      out.append(
          new Opaque(
              values, List.of(map(old)), Opaque.Effect.READS, List.of(numbers), old.source()));
      return numbers;
    }
    boolean isFloat = old.type() == PrimitiveType.FLOAT;
    String template = isFloat ? "(float) $0.value()" : "$0.value()";
    return append(template, List.of(map(old)), new Value(old.type(), "", old.source()), out);
  }

  /** A pure call whose result stands for {@code old}. */
  Value call(String template, List<Value> operands, Value old, Builder out) {
    Value result = append(template, operands, fresh(old), out);
    replacements.put(old, result);
    return result;
  }

  private static Value append(String template, List<Value> operands, Value result, Builder out) {
    out.append(
        new Opaque(template, operands, Opaque.Effect.NONE, List.of(result), result.source()));
    return result;
  }
}
