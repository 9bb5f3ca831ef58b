package dev.cotangent.processor.differentiate;

import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * A derivative within a method, in its define-by-run twin: the callee's own twin runs on scalars
 * that are made independent, and its result is differentiated as a graph. No program of {@link Vjp}
 * or {@link Jvp} takes part, so that the twin is a witness of these.
 */
final class LiftDerivatives {
  private static final String GRADIENT = "dev.cotangent.ScalarGradient";

  private final LiftToScalar lift;
  private final Derive op;
  private final Builder out;
  private final List<Value> inputs = new ArrayList<>();
  private final List<Value> tangents = new ArrayList<>();

  LiftDerivatives(LiftToScalar lift, Derive op, Builder out) {
    this.lift = lift;
    this.op = op;
    this.out = out;
  }

  /** Writes it; its results stand for the old ones. */
  void write() {
    Value result = run();
    Value gradient = gradient(result);
    if (op.what().mode() == Derivative.GRADIENT) {
      replace(result, gradient);
      return;
    }
    Value along = along(gradient);
    if (op.what().mode() == Derivative.HVP) {
      replace(along, gradient(along));
    } else {
      lift.replace(op.results().get(0), result);
      lift.replace(op.results().get(1), along);
    }
  }

  /** Runs the callee's twin. */
  private Value run() {
    List<Value> parameters = lift.parametersOf(op.what().callee());
    for (Value tangent : op.arguments().subList(parameters.size(), op.arguments().size())) {
      tangents.add(tangent.type().isFloating() ? lift.asScalar(tangent, out) : copy(tangent));
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Value argument = lift.adapt(op.arguments().get(i), parameters.get(i), out);
      boolean isInput = op.what().wrt().get(i);
      if (isInput) {
        inputs.add(independent(argument));
      }
      boolean number = isInput && argument.type().equals(ReferenceType.SCALAR);
      arguments.add(number ? inputs.get(inputs.size() - 1) : argument);
    }
    Value old = lift.resultOf(op.what().callee());
    Value result = lift.isLifted(old) ? scalar() : new Value(old.type(), "", op.source());
    out.append(new Call(op.what().callee(), arguments, List.of(result), op.source()));
    // What depends on nothing that is lifted is a constant.
    return lift.isLifted(old)
        ? result
        : opaque("{dev.cotangent.Scalar}.of($0)", List.of(result), ReferenceType.SCALAR);
  }

  /** A tangent may be an argument, whose elements are going to be independent. */
  private Value copy(Value tangent) {
    Value array = lift.map(tangent);
    return opaque("{dev.cotangent.runtime.Nests}.copy($0)", List.of(array), array.type());
  }

  private Value independent(Value argument) {
    String method = isNested(argument) ? ".independentRows($0)" : ".independent($0)";
    return opaque(
        cast(argument) + "{" + GRADIENT + "}" + method, List.of(argument), argument.type());
  }

  private Value gradient(Value result) {
    String convention = "{dev.cotangent.NonSmooth}." + op.what().convention().name();
    return opaque(
        "{" + GRADIENT + "}.of($0, " + convention + ")",
        List.of(result),
        new ReferenceType(GRADIENT));
  }

  private Value along(Value gradient) {
    Value sum = null;
    for (int i = 0; i < inputs.size(); i++) {
      String method = isNested(inputs.get(i)) ? "$0.alongRows($1, $2)" : "$0.along($1, $2)";
      List<Value> operands = List.of(gradient, inputs.get(i), tangents.get(i));
      Value term = opaque(method, operands, ReferenceType.SCALAR);
      sum = sum == null ? term : opaque("$0.add($1)", List.of(sum, term), ReferenceType.SCALAR);
    }
    return sum;
  }

  private void replace(Value first, Value gradient) {
    lift.replace(op.results().get(0), first);
    for (int i = 0; i < inputs.size(); i++) {
      Value input = inputs.get(i);
      String method =
          !(input.type() instanceof ArrayType)
              ? "$0.partial($1)"
              : isNested(input) ? cast(input) + "$0.partialsOfRows($1)" : "$0.partials($1)";
      lift.replace(op.results().get(i + 1), opaque(method, List.of(gradient, input), input.type()));
    }
  }

  private static boolean isNested(Value array) {
    return array.type() instanceof ArrayType type && type.element() instanceof ArrayType;
  }

  private static String cast(Value array) {
    return isNested(array) ? "(" + LiftToScalar.template(array.type()) + ") " : "";
  }

  private Value scalar() {
    return new Value(ReferenceType.SCALAR, "", op.source());
  }

  /** Each run makes new objects, which must not be merged. */
  private Value opaque(String template, List<Value> operands, Type type) {
    Value result = new Value(type, "", op.source());
    out.append(new Opaque(template, operands, Opaque.Effect.WRITES, List.of(result), op.source()));
    return result;
  }
}
