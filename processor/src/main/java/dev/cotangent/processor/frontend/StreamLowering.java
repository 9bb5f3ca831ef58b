package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

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
  private final StreamChain chain;
  private final StreamLoop loop;
  private final SourceRange at;

  StreamLowering(FunctionLowering function, StreamChain chain) {
    this.function = function;
    this.ops = function.ops();
    this.chain = chain;
    this.at = function.range(chain.tree());
    this.loop = new StreamLoop(function, chain);
  }

  /** A sum, and how many terms it has. */
  private record Total(Value count, Value sum) {}

  /** The value of the chain; null if it has none. */
  Value lower() {
    boolean real = chain.elements() == PrimitiveType.DOUBLE;
    return switch (chain.terminal().name()) {
      case "sum" -> real ? total().sum() : total(PrimitiveType.INT).sum();
      case "average" -> average(real ? total() : total(PrimitiveType.LONG));
      case "count" ->
          ops.convert(loop.run(List.of(), StreamLowering::carry).count(), PrimitiveType.LONG, at);
      case "toArray" -> elements();
      case "forEach", "forEachOrdered" -> forEach();
      case "reduce" -> reduce();
      default -> extreme();
    };
  }

  private static List<Value> carry(Value position, Value element, List<Value> carried) {
    return carried;
  }

  private Value terms() {
    Value terms = ops.alloc(new ArrayType(chain.elements()), loop.limit(), at);
    return function.conversions().named(terms, "terms");
  }

  private Value elements() {
    Value terms = terms();
    StreamLoop.Turn store =
        (position, element, carried) -> {
          ops.store(terms, position, element, at);
          return List.of();
        };
    Value count = loop.run(List.of(), store).count();
    return chain.isFiltered()
        ? new ArrayLoops(at, function.flow().out()).copyOf(terms, count)
        : terms;
  }

  private Total total() {
    Value terms = terms();
    StreamLoop.Turn add =
        (position, element, carried) -> {
          ops.store(terms, position, element, at);
          return List.of(free(carried.get(0), element));
        };
    StreamLoop.End end = loop.run(List.of(ops.constant(0.0, at)), add);
    Value exact =
        ops.opaque(
            "{" + STREAMS + "}.sum($0, $1)",
            List.of(terms, end.count()),
            Opaque.Effect.READS,
            PrimitiveType.DOUBLE,
            at);
    List<Value> sums = List.of(exact, end.result());
    return new Total(end.count(), ops.math(STREAMS, "valued", sums, PrimitiveType.DOUBLE, at));
  }

  /** The sum that carries the derivative is nobody's value, and may be rearranged. */
  private Value free(Value sum, Value term) {
    Value result = new Value(PrimitiveType.DOUBLE, "", at);
    function.flow().out().append(new Binary(BinaryOperator.ADD, sum, term, false, result));
    return result;
  }

  /** Integers are added up as they are. */
  private Total total(PrimitiveType type) {
    StreamLoop.Turn add =
        (position, element, carried) -> {
          Value term = type == PrimitiveType.INT ? element : ops.convert(element, type, at);
          return List.of(ops.binary(BinaryOperator.ADD, carried.get(0), term, at));
        };
    StreamLoop.End end = loop.run(List.of(ops.zero(type, at)), add);
    return new Total(end.count(), end.result());
  }

  private Value average(Total total) {
    return ended(
        total.count(),
        PrimitiveType.DOUBLE,
        () -> {
          Value count = ops.convert(total.count(), PrimitiveType.DOUBLE, at);
          Value sum =
              total.sum().type() == PrimitiveType.DOUBLE
                  ? total.sum()
                  : ops.convert(total.sum(), PrimitiveType.DOUBLE, at);
          return ops.binary(BinaryOperator.DIVIDE, sum, count, at);
        });
  }

  /** The greatest or the least element: the first one, compared with each that follows. */
  private Value extreme() {
    PrimitiveType type = chain.elements();
    String name = chain.terminal().name();
    StreamLoop.Turn compare =
        (position, element, carried) -> {
          Value later = ops.binary(BinaryOperator.GREATER, position, ops.constant(0, at), at);
          return loop.either(
              later,
              () ->
                  List.of(
                      ops.math(MathCall.MATH, name, List.of(carried.get(0), element), type, at)),
              List.of(element));
        };
    StreamLoop.End end = loop.run(List.of(ops.zero(type, at)), compare);
    return ended(end.count(), type, end::result);
  }

  /** The value if there was an element; else what is written for that case, or an exception. */
  private Value ended(Value count, PrimitiveType type, Supplier<Value> value) {
    Optional<ExpressionTree> otherwise = chain.otherwise();
    if (otherwise.isEmpty()) {
      ops.effect("{" + STREAMS + "}.checkPresent($0)", List.of(count), at);
      return value.get();
    }
    ExpressionTree tree = otherwise.get();
    Value other = function.conversions().implicit(function.value(tree), type, tree);
    function.unmarkLiteral(other);
    Value present = ops.binary(BinaryOperator.GREATER, count, ops.constant(0, at), at);
    return loop.either(present, () -> List.of(value.get()), List.of(other)).get(0);
  }

  private Value forEach() {
    Closure action = closure(0);
    StreamLoop.Turn run =
        (position, element, carried) -> {
          function.closures().call(action, List.of(element), at);
          return List.of();
        };
    loop.run(List.of(), run);
    return null;
  }

  private Value reduce() {
    ExpressionTree identity = chain.terminal().tree().getArguments().get(0);
    Value first =
        function.conversions().implicit(function.value(identity), chain.elements(), identity);
    function.unmarkLiteral(first);
    Closure operator = closure(1);
    StreamLoop.Turn apply =
        (position, element, carried) ->
            List.of(function.closures().call(operator, List.of(carried.get(0), element), at));
    return loop.run(List.of(first), apply).result();
  }

  private Closure closure(int argument) {
    ExpressionTree tree = chain.terminal().tree().getArguments().get(argument);
    return function.closures().make(tree, chain.terminal().type());
  }
}
