package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.frontend.StreamChain.Stage;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * The loop that a stream of numbers is: its source, and the stages that each element goes through
 * before the next one comes. What happens in the end to an element that has passed is the caller's.
 */
final class StreamLoop {
  private final FunctionLowering function;
  private final ExactOps ops;
  private final StreamChain chain;
  private final SourceRange at;
  private final Source source;
  private final List<Closure> functions = new ArrayList<>();

  /** Evaluates the source and names the functions, in the order in which they are written. */
  StreamLoop(FunctionLowering function, StreamChain chain) {
    this.function = function;
    this.ops = function.ops();
    this.chain = chain;
    this.at = function.range(chain.tree());
    this.source = source();
    for (Stage stage : chain.stages()) {
      functions.add(
          stage.function().map(f -> function.closures().make(f, stage.type())).orElse(null));
    }
  }

  /** Where the elements come from: how many, and the one at an index. */
  private record Source(Value count, Function<Value, Value> element) {}

  /** What is done with an element that passes, behind {@code position} others. */
  @FunctionalInterface
  interface Turn {
    /** What is carried on. */
    List<Value> yields(Value position, Value element, List<Value> carried);
  }

  /**
   * What there is behind the loop.
   *
   * @param count how many elements have passed
   * @param results what was carried in the end
   */
  record End(Value count, List<Value> results) {
    /** The only result. */
    Value result() {
      return results.get(0);
    }
  }

  /** The greatest number of elements that can pass. */
  Value limit() {
    return source.count();
  }

  private Source source() {
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
      return range(bounds);
    }
    boolean isArray = arguments.size() == 1 && arguments.get(0).type() instanceof ArrayType;
    Value array = isArray ? arguments.get(0) : gathered(arguments, chain.source());
    return new Source(ops.length(array, at), index -> ops.load(array, index, at));
  }

  private Value gathered(List<Value> elements, MethodInvocationTree tree) {
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

  private Source range(List<Value> bounds) {
    bounds.forEach(function::unmarkLiteral);
    String counter = chain.isClosed() ? "sizeClosed" : "size";
    Value count = ops.math(MathCall.STREAMS, counter, bounds, PrimitiveType.INT, at);
    return new Source(count, index -> ops.binary(BinaryOperator.ADD, bounds.get(0), index, at));
  }

  /** Appends the loop, which carries values that start with {@code initial}. */
  End run(List<Value> initial, Turn turn) {
    // Those that passed are counted only where some may not.
    List<Value> start = new ArrayList<>(initial);
    if (chain.isFiltered()) {
      start.add(0, ops.constant(0, at));
    }
    Value index = new Value(PrimitiveType.INT, "", at);
    List<Value> carried = start.stream().map(Value::fresh).toList();
    Flow.Branch<List<Value>> body =
        function
            .flow()
            .branch(() -> through(0, source.element().apply(index), pass(index, carried, turn)));
    List<Value> parameters = new ArrayList<>(List.of(index));
    parameters.addAll(carried);
    Region region = body.region(parameters, body.result());
    List<Value> results = start.stream().map(this::like).toList();
    Value zero = ops.constant(0, at);
    append(new For(zero, source.count(), 1, BinaryOperator.LESS, start, region, results, at));
    return chain.isFiltered()
        ? new End(results.get(0), results.subList(1, results.size()))
        : new End(source.count(), results);
  }

  /** What is carried on when an element passes, and when it does not. */
  private record Outcome(Function<Value, List<Value>> passed, List<Value> kept) {}

  private Outcome pass(Value index, List<Value> carried, Turn turn) {
    if (!chain.isFiltered()) {
      return new Outcome(element -> turn.yields(index, element, carried), carried);
    }
    Value position = carried.get(0);
    List<Value> others = carried.subList(1, carried.size());
    Function<Value, List<Value>> passed =
        element -> {
          List<Value> yields = new ArrayList<>(turn.yields(position, element, others));
          yields.add(0, ops.binary(BinaryOperator.ADD, position, ops.constant(1, at), at));
          return yields;
        };
    return new Outcome(passed, carried);
  }

  private List<Value> through(int first, Value element, Outcome outcome) {
    Value passing = element;
    for (int i = first; i < functions.size(); i++) {
      Stage stage = chain.stages().get(i);
      SourceRange range = function.range(stage.tree());
      Closure applied = functions.get(i);
      if (stage.name().equals(StreamChain.FILTER)) {
        Value kept = passing;
        Value test = function.closures().call(applied, List.of(kept), range);
        int next = i + 1;
        return either(test, () -> through(next, kept, outcome), outcome.kept());
      }
      passing =
          applied == null
              ? ops.convert(passing, PrimitiveType.DOUBLE, range)
              : function.closures().call(applied, List.of(passing), range);
    }
    return outcome.passed().apply(passing);
  }

  /** Appends what happens if the test holds; otherwise there are the values that are given. */
  List<Value> either(Value test, Supplier<List<Value>> then, List<Value> otherwise) {
    Flow.Branch<List<Value>> first = function.flow().branch(then);
    Flow.Branch<List<Value>> second = function.flow().branch(() -> otherwise);
    List<Value> results = otherwise.stream().map(this::like).toList();
    append(
        new If(
            test,
            first.region(List.of(), first.result()),
            second.region(List.of(), otherwise),
            results,
            at));
    return results;
  }

  private Value like(Value value) {
    return new Value(value.type(), "", at);
  }

  private void append(Op op) {
    function.flow().out().append(op);
  }
}
