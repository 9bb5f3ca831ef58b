package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.SecondDerivative.Given;
import dev.cotangent.processor.SecondDerivative.Results;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Derive;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A derivative, within a method, of what calls methods of other files: these have second
 * derivatives in forward mode alone, and no reverse sweep of their reverse sweeps. None is needed.
 * The derivative becomes a call with a {@link Differential} of its own, which {@link
 * SecondDerivative} gives in both modes, since the Hessian is symmetric: what pulls a cotangent of
 * the gradient back is the product of the Hessian with it.
 *
 * <p>The call takes the arguments, then the tangents, then an array for each array of partials,
 * then one for the numbers, the value first, and fills the last two.
 */
final class DerivativeOfCalls {
  private final Derive.Wanted what;
  private final List<Value> arguments;
  private final List<Value> tangents;
  private final List<Integer> inputs;

  /**
   * @param op the derivative, or another of the same function
   * @param primal the function
   */
  DerivativeOfCalls(Derive op, Function primal) {
    this.what = op.what();
    int count = what.wrt().size();
    this.arguments = primal.parameters();
    this.tangents = op.arguments().subList(count, op.arguments().size());
    List<Integer> wrt = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      if (what.wrt().get(i)) {
        wrt.add(i);
      }
    }
    this.inputs = List.copyOf(wrt);
  }

  /** Writes what the derivative computes: the value, then as {@link Derive} says. */
  @FunctionalInterface
  interface Body {
    List<Value> write(List<Value> given, Builder out);
  }

  /** The parameters of a function of this call's. */
  private record Parameters(
      List<Value> own, List<Value> tangents, List<Value> partials, Value numbers) {
    List<Value> all() {
      return Lists.append(Lists.concat(Lists.concat(own, tangents), partials), numbers);
    }
  }

  private Parameters parameters() {
    List<Value> own = arguments.stream().map(Value::fresh).toList();
    List<Value> along = new ArrayList<>();
    for (int i = 0; i < tangents.size(); i++) {
      String name = arguments.get(inputs.get(i)).name() + "Along";
      along.add(new Value(tangents.get(i).type(), name, SourceRange.NONE));
    }
    List<Value> partials = new ArrayList<>();
    for (int i : arrays()) {
      Value argument = arguments.get(i);
      Type type = argument.type().derivative();
      partials.add(new Value(type, argument.name() + "Partials", SourceRange.NONE));
    }
    Value numbers = new Value(ArrayType.DOUBLES, "numbers", SourceRange.NONE);
    return new Parameters(own, along, partials, numbers);
  }

  /** The inputs whose partials are arrays. */
  private List<Integer> arrays() {
    return what.mode() == Derivative.JVP
        ? List.of()
        : inputs.stream().filter(i -> arguments.get(i).type().isFloatingArray()).toList();
  }

  /** The inputs whose partials are numbers. */
  private List<Integer> numbers() {
    return inputs.stream().filter(i -> arguments.get(i).type().isFloating()).toList();
  }

  private int count() {
    return what.mode() == Derivative.JVP ? 2 : 1 + numbers().size();
  }

  /** The function that is called: the derivative as it is without these detours. */
  Function body(String name, Body body) {
    Parameters parameters = parameters();
    Builder out = new Builder();
    List<Value> results = body.write(Lists.concat(parameters.own(), parameters.tangents()), out);
    int number = 0;
    int array = 0;
    for (Value found : results) {
      if (found.type().isReference()) {
        Value shape = parameters.own().get(arrays().get(array));
        ArraySums.fill(parameters.partials().get(array++), found, shape, out);
      } else {
        out.store(parameters.numbers(), out.constant(number++), out.widen(found));
      }
    }
    return new Function(name, out.region(parameters.all(), List.of()));
  }

  /** The call in the place of the derivative; its results are those of the derivative. */
  List<Value> call(Custom callee, List<Value> given, List<Value> results, Builder out) {
    List<Value> partials = new ArrayList<>();
    arrays().forEach(i -> partials.add(out.partialsOf(given.get(i))));
    Value numbers =
        out.alloc(ArrayType.DOUBLES, out.constant(count()), Alloc.Purpose.PRIMAL, "numbers");
    List<Value> all = Lists.append(Lists.concat(given, partials), numbers);
    out.append(callee.call(all, List.of(), out.source()));
    List<Value> found = new ArrayList<>();
    int number = 0;
    int array = 0;
    for (Value wanted : results) {
      if (wanted.type() instanceof PrimitiveType type) {
        Value read = out.load(numbers, out.constant(number++));
        found.add(type.equals(PrimitiveType.DOUBLE) ? read : out.convert(read, type));
      } else {
        found.add(partials.get(array++));
      }
    }
    return found;
  }

  /**
   * The derivative of the call by the functions of these names, {@link #dual} and {@link #direct}.
   */
  Differential differential(String dual, String direct) {
    int own = arguments.size() + tangents.size();
    return new Differential.Linked(
        new Callee.Helper(dual), new Differential.Direct(new Callee.Helper(direct), own));
  }

  /** A tangent for each number and array among the parameters, behind them. */
  private static Map<Value, Value> partners(List<Value> parameters) {
    Map<Value, Value> partners = new HashMap<>();
    for (Value parameter : parameters) {
      Type type = parameter.type();
      if (type.isFloating() || type.isFloatingArray()) {
        partners.put(
            parameter, new Value(type.derivative(), parameter.name() + "Dot", SourceRange.NONE));
      }
    }
    return partners;
  }

  private static List<Value> ordered(List<Value> parameters, Map<Value, Value> partners) {
    return parameters.stream().filter(partners::containsKey).map(partners::get).toList();
  }

  /** The call in forward mode. */
  Function dual(String name, String body, SecondDerivative second) {
    Parameters parameters = parameters();
    Map<Value, Value> dots = partners(parameters.all());
    Value tape = new Value(ReferenceType.TAPE, "tape", SourceRange.NONE);
    Builder out = new Builder();
    // The derivative may overwrite what it is given; the numbers are those of the method itself.
    List<Value> before = copies(parameters.own(), out);
    out.append(new Call(body, parameters.all(), List.of(), SourceRange.NONE));
    Given given =
        new Given(
            before,
            out.constant(1.0),
            i -> dots.get(parameters.own().get(i)),
            i -> arrays().contains(i) ? dots.get(partials(parameters, i)) : null,
            out.constant(0.0));
    Results results = second.call(given, tape, out);
    Value numbers = dots.get(parameters.numbers());
    if (what.mode() == Derivative.JVP) {
      out.store(numbers, out.constant(0), results.slope());
      out.store(numbers, out.constant(1), bent(parameters, dots::get, results, out));
    } else {
      out.store(numbers, out.constant(0), results.slope());
      for (int i = 0; i < numbers().size(); i++) {
        out.store(numbers, out.constant(i + 1), results.product().get(numbers().get(i)));
      }
    }
    List<Value> all = Lists.concat(parameters.all(), ordered(parameters.all(), dots));
    return new Function(name, out.region(Lists.append(all, tape), List.of()));
  }

  /** The derivative of ∇f·v: of v, and of ∇f. */
  private Value bent(
      Parameters parameters, UnaryOperator<Value> dots, Results results, Builder out) {
    Value sum = null;
    for (int i = 0; i < inputs.size(); i++) {
      Value along = parameters.tangents().get(i);
      int input = inputs.get(i);
      Value shape = parameters.own().get(input);
      Value own = ArraySums.dot(dots.apply(along), results.gradient().get(input), shape, out);
      Value other = ArraySums.dot(along, results.product().get(input), shape, out);
      Value term = out.add(own, other);
      sum = sum == null ? term : out.add(sum, term);
    }
    return sum;
  }

  private Value partials(Parameters parameters, int input) {
    return parameters.partials().get(arrays().indexOf(input));
  }

  private static List<Value> copies(List<Value> values, Builder out) {
    return values.stream()
        .map(value -> value.type() instanceof ArrayType ? ArrayCopies.same(value, out) : value)
        .toList();
  }

  /**
   * The call in reverse mode. The adjoint of what the method leaves in its arguments comes in their
   * shadows, and that of the arguments goes out there. What is filled is fresh in each call, so
   * that nobody asks for the adjoints of what it held before.
   */
  Function direct(String name, SecondDerivative second) {
    Parameters parameters = parameters();
    List<Value> all = parameters.all();
    Map<Value, Value> bars = new HashMap<>();
    for (Value parameter : all) {
      if (parameter.type().isFloatingArray()) {
        Type type = parameter.type().derivative();
        bars.put(parameter, new Value(type, parameter.name() + "Bar", SourceRange.NONE));
      }
    }
    Value adjoints = new Value(ArrayType.DOUBLES, "adjoints", SourceRange.NONE);
    Builder out = new Builder();
    Map<Integer, Value> found =
        what.mode() == Derivative.JVP
            ? alongTangents(parameters, bars, second, out)
            : alongCotangents(parameters, bars, second, out);
    List<Value> own = Lists.concat(parameters.own(), parameters.tangents());
    int number = 0;
    for (int i = 0; i < own.size(); i++) {
      if (own.get(i).type().isFloating()) {
        Value adjoint = found.get(i);
        out.store(adjoints, out.constant(number++), adjoint == null ? out.constant(0.0) : adjoint);
      }
    }
    List<Value> given = Lists.append(Lists.concat(own, ordered(all, bars)), adjoints);
    return new Function(name, out.region(given, List.of()));
  }

  private Map<Integer, Value> alongCotangents(
      Parameters parameters, Map<Value, Value> bars, SecondDerivative second, Builder out) {
    Value numbers = bars.get(parameters.numbers());
    Map<Integer, Value> direction = new HashMap<>();
    for (int i : arrays()) {
      direction.put(i, bars.get(partials(parameters, i)));
    }
    for (int i = 0; i < numbers().size(); i++) {
      direction.put(numbers().get(i), out.load(numbers, out.constant(i + 1)));
    }
    Given given =
        new Given(
            copies(parameters.own(), out),
            out.constant(1.0),
            direction::get,
            i -> bars.get(parameters.own().get(i)),
            out.load(numbers, out.constant(0)));
    return second.call(given, out.tape(), out).product();
  }

  private Map<Integer, Value> alongTangents(
      Parameters parameters, Map<Value, Value> bars, SecondDerivative second, Builder out) {
    Value numbers = bars.get(parameters.numbers());
    Map<Integer, Value> direction = new HashMap<>();
    for (int i = 0; i < inputs.size(); i++) {
      Value along = parameters.tangents().get(i);
      direction.put(
          inputs.get(i), along.type().isReference() ? ArrayCopies.whole(along, out) : along);
    }
    Given given =
        new Given(
            copies(parameters.own(), out),
            out.load(numbers, out.constant(1)),
            direction::get,
            i -> bars.get(parameters.own().get(i)),
            out.load(numbers, out.constant(0)));
    Results results = second.call(given, out.tape(), out);
    Map<Integer, Value> adjoints = new HashMap<>(results.product());
    for (int i = 0; i < inputs.size(); i++) {
      Value along = parameters.tangents().get(i);
      Value partial = results.gradient().get(inputs.get(i));
      if (along.type().isReference()) {
        ArraySums.add(bars.get(along), partial, parameters.own().get(inputs.get(i)), out);
      } else {
        adjoints.put(arguments.size() + i, partial);
      }
    }
    return adjoints;
  }
}
