package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.frontend.StreamChain.Stage;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Lowers streams of numbers: a loop that puts each element through all stages before the next one
 * comes, as a sequential stream does.
 *
 * <p>A sum of doubles is compensated, so that its bits are not those of a loop. The terms are
 * collected in an array, which the stream itself then adds up; a plain sum beside it carries the
 * derivative, and is dropped when every derivative has been taken.
 */
final class StreamLowering {
  private static final String STREAMS = MathCall.STREAMS;

  private final FunctionLowering function;
  private final ExactOps ops;

  StreamLowering(FunctionLowering function) {
    this.function = function;
    this.ops = function.ops();
  }

  /** Where the elements come from: how many, and the one at an index. */
  private record Source(Value count, Function<Value, Value> element) {}

  /** One turn of the loop: the element at the index, and the carried values. */
  @FunctionalInterface
  private interface Turn {
    List<Value> yields(Value index, Value element, List<Value> carried);
  }

  /** The value of the chain; null if it has none. */
  Value lower(StreamChain chain) {
    SourceRange at = function.range(chain.tree());
    Source source = source(chain, at);
    List<Closure> stages = new ArrayList<>();
    for (Stage stage : chain.stages()) {
      stages.add(stage.function().map(f -> function.closures().make(f, stage.type())).orElse(null));
    }
    Source mapped = new Source(source.count(), index -> element(chain, stages, source, index));
    return switch (chain.terminal().name()) {
      case "sum" -> chain.elements() == PrimitiveType.DOUBLE ? sum(mapped, at) : count(mapped, at);
      case "toArray" -> terms(mapped, chain.elements(), at);
      case "forEach", "forEachOrdered" -> forEach(chain, mapped, at);
      default -> reduce(chain, mapped, at);
    };
  }

  private Value element(StreamChain chain, List<Closure> stages, Source source, Value index) {
    Value at = source.element().apply(index);
    for (int i = 0; i < stages.size(); i++) {
      Stage stage = chain.stages().get(i);
      SourceRange range = function.range(stage.tree());
      at =
          stages.get(i) == null
              ? ops.convert(at, PrimitiveType.DOUBLE, range)
              : function.closures().call(stages.get(i), List.of(at), range);
    }
    return at;
  }

  private Source source(StreamChain chain, SourceRange at) {
    List<Value> arguments = new ArrayList<>();
    for (ExpressionTree argument : chain.source().getArguments()) {
      arguments.add(function.value(argument));
    }
    if (chain.isRange()) {
      List<Value> bounds = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        ExpressionTree tree = chain.source().getArguments().get(i);
        bounds.add(function.conversions().implicit(arguments.get(i), PrimitiveType.INT, tree));
      }
      return range(bounds, chain.isClosed(), at);
    }
    boolean isArray = arguments.size() == 1 && arguments.get(0).type() instanceof ArrayType;
    Value array = isArray ? arguments.get(0) : gathered(arguments, chain.source(), at);
    return new Source(ops.length(array, at), index -> ops.load(array, index, at));
  }

  private Value gathered(List<Value> elements, MethodInvocationTree tree, SourceRange at) {
    List<Value> doubles = new ArrayList<>();
    for (int i = 0; i < elements.size(); i++) {
      ExpressionTree argument = tree.getArguments().get(i);
      doubles.add(function.conversions().implicit(elements.get(i), PrimitiveType.DOUBLE, argument));
    }
    Value array = ops.alloc(ArrayType.DOUBLES, ops.constant(doubles.size(), at), at);
    for (int i = 0; i < doubles.size(); i++) {
      ops.store(array, ops.constant(i, at), doubles.get(i), at);
    }
    return array;
  }

  private Source range(List<Value> bounds, boolean closed, SourceRange at) {
    bounds.forEach(function::unmarkLiteral);
    String counter = closed ? "sizeClosed" : "size";
    Value count = ops.math(STREAMS, counter, bounds, PrimitiveType.INT, at);
    return new Source(count, index -> ops.binary(BinaryOperator.ADD, bounds.get(0), index, at));
  }

  /** Appends the loop and gives what it carries in the end. */
  private List<Value> loop(Source source, List<Value> initial, Turn turn, SourceRange at) {
    Value index = new Value(PrimitiveType.INT, "", at);
    List<Value> carried = initial.stream().map(v -> v.fresh()).toList();
    Flow.Branch<List<Value>> body =
        function.flow().branch(() -> turn.yields(index, source.element().apply(index), carried));
    List<Value> parameters = new ArrayList<>(List.of(index));
    parameters.addAll(carried);
    Region region = body.region(parameters, body.result());
    List<Value> results = initial.stream().map(v -> new Value(v.type(), "", at)).toList();
    Value zero = ops.constant(0, at);
    function
        .flow()
        .out()
        .append(
            new For(zero, source.count(), 1, BinaryOperator.LESS, initial, region, results, at));
    return results;
  }

  private Value terms(Source source, PrimitiveType type, SourceRange at) {
    Value terms = named(ops.alloc(new ArrayType(type), source.count(), at));
    Turn store =
        (index, element, carried) -> {
          ops.store(terms, index, element, at);
          return List.of();
        };
    loop(source, List.of(), store, at);
    return terms;
  }

  private Value named(Value array) {
    return function.conversions().named(array, "terms");
  }

  private Value sum(Source source, SourceRange at) {
    Value terms = named(ops.alloc(ArrayType.DOUBLES, source.count(), at));
    Turn add =
        (index, element, carried) -> {
          ops.store(terms, index, element, at);
          return List.of(free(carried.get(0), element, at));
        };
    Value plain = loop(source, List.of(ops.constant(0.0, at)), add, at).get(0);
    Value exact =
        ops.opaque(
            "{" + STREAMS + "}.sum($0)",
            List.of(terms),
            Opaque.Effect.READS,
            PrimitiveType.DOUBLE,
            at);
    return ops.math(STREAMS, "valued", List.of(exact, plain), PrimitiveType.DOUBLE, at);
  }

  /** The sum that carries the derivative is nobody's value, and may be rearranged. */
  private Value free(Value sum, Value term, SourceRange at) {
    Value result = new Value(PrimitiveType.DOUBLE, "", at);
    function.flow().out().append(new Binary(BinaryOperator.ADD, sum, term, false, result));
    return result;
  }

  /** Integers are added up as they are. */
  private Value count(Source source, SourceRange at) {
    Turn add =
        (index, element, carried) ->
            List.of(ops.binary(BinaryOperator.ADD, carried.get(0), element, at));
    return loop(source, List.of(ops.constant(0, at)), add, at).get(0);
  }

  private Value forEach(StreamChain chain, Source source, SourceRange at) {
    Closure action = closure(chain, 0);
    Turn run =
        (index, element, carried) -> {
          function.closures().call(action, List.of(element), at);
          return List.of();
        };
    loop(source, List.of(), run, at);
    return null;
  }

  private Value reduce(StreamChain chain, Source source, SourceRange at) {
    ExpressionTree identity = chain.terminal().tree().getArguments().get(0);
    Value first =
        function.conversions().implicit(function.value(identity), chain.elements(), identity);
    function.unmarkLiteral(first);
    Closure operator = closure(chain, 1);
    Turn apply =
        (index, element, carried) ->
            List.of(function.closures().call(operator, List.of(carried.get(0), element), at));
    return loop(source, List.of(first), apply, at).get(0);
  }

  private Closure closure(StreamChain chain, int argument) {
    ExpressionTree tree = chain.terminal().tree().getArguments().get(argument);
    return function.closures().make(tree, chain.terminal().type());
  }
}
