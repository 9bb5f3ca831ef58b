package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.NonSmooth;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Derivatives of derivatives as programs: from a program with one floating result to one that gives
 * its derivative along a direction, by forward or by reverse mode, as if a user had written that.
 *
 * @param program the program
 * @param wrt a flag for each parameter that the directions move
 * @param convention the rule at singular points
 */
public record Composition(Program program, List<Boolean> wrt, NonSmooth convention) {
  /**
   * The derivative along a direction, whose components are further parameters: {@code JVP} computes
   * it forwards, {@code GRADIENT} as the product of the gradient with the direction.
   */
  public Composition along(Derivative mode) {
    Function function = program.main();
    Builder out = new Builder();
    List<Value> parameters = new ArrayList<>();
    function.parameters().forEach(parameter -> parameters.add(parameter.fresh()));
    List<Value> directions = new ArrayList<>();
    for (int i = 0; i < wrt.size(); i++) {
      if (wrt.get(i)) {
        Type type = parameters.get(i).type().derivative();
        directions.add(new Value(type, "u", SourceRange.NONE));
      }
    }
    Value along =
        mode == Derivative.JVP
            ? forward(parameters, directions, out)
            : reverse(parameters, directions, out);
    List<Value> all = new ArrayList<>(parameters);
    all.addAll(directions);
    Map<String, Function> helpers = new LinkedHashMap<>(program.helpers());
    helpers.put(function.name(), function);
    Function main = new Function(function.name() + "Along", out.region(all, List.of(along)));
    Program composed = Pipeline.compose(new Program(main, helpers));
    List<Boolean> more = new ArrayList<>(wrt);
    more.addAll(Collections.nCopies(directions.size(), false));
    return new Composition(Verifier.verify(Pipeline.ready(composed)), more, convention);
  }

  private Value forward(List<Value> parameters, List<Value> directions, Builder out) {
    List<Value> given = new ArrayList<>(parameters);
    given.addAll(directions);
    List<Value> results = List.of(value(), new Value(PrimitiveType.DOUBLE));
    return derive(Derivative.JVP, given, results, out).get(1);
  }

  private Value reverse(List<Value> parameters, List<Value> directions, Builder out) {
    List<Value> results = new ArrayList<>(List.of(value()));
    directions.forEach(direction -> results.add(direction.fresh()));
    List<Value> partials = derive(Derivative.GRADIENT, parameters, results, out);
    Value sum = out.constant(0.0);
    for (int i = 0; i < directions.size(); i++) {
      sum = out.add(sum, product(partials.get(i + 1), directions.get(i), out));
    }
    return sum;
  }

  private Value value() {
    return new Value(program.main().results().get(0).type());
  }

  private List<Value> derive(Derivative mode, List<Value> given, List<Value> results, Builder out) {
    Derive.Wanted wanted = new Derive.Wanted(mode, program.main().name(), wrt, convention);
    out.append(new Derive(wanted, given, results, SourceRange.NONE));
    return results;
  }

  /** The inner product of two numbers, or of two arrays of one shape, which may be null. */
  private static Value product(Value a, Value b, Builder out) {
    if (!(a.type() instanceof ArrayType)) {
      return out.multiply(a, b);
    }
    Value isNull = out.binary(BinaryOperator.EQUAL, a, out.zero(a.type()));
    Builder none = new Builder();
    Builder some = new Builder();
    Value result = new Value(PrimitiveType.DOUBLE);
    out.append(
        new If(
            isNull,
            none.region(List.of(), List.of(none.constant(0.0))),
            some.region(List.of(), List.of(sum(a, b, some))),
            List.of(result),
            SourceRange.NONE));
    return result;
  }

  private static Value sum(Value a, Value b, Builder out) {
    Value index = new Value(PrimitiveType.INT, "i", SourceRange.NONE);
    Value sum = new Value(PrimitiveType.DOUBLE, "sum", SourceRange.NONE);
    Builder body = new Builder();
    Value term = product(body.load(a, index), body.load(b, index), body);
    Value next = body.add(sum, term);
    Value total = new Value(PrimitiveType.DOUBLE, "sum", SourceRange.NONE);
    out.append(
        new For(
            out.constant(0),
            out.length(a),
            1,
            BinaryOperator.LESS,
            List.of(out.constant(0.0)),
            body.region(List.of(index, sum), List.of(next)),
            List.of(total),
            SourceRange.NONE));
    return total;
  }
}
