package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;
import java.util.stream.Stream;

/**
 * Stage 7: where a function's results go, as the statements at the end of its body, in order. A
 * result may be left out; what it alone needs is then not computed, exceptions and effects apart.
 *
 * @param deliveries the statements, each of which takes one result
 * @param read results that the closing statements read: parameters, as the frame has them
 * @param closing statements without their semicolons to end the body with
 */
public record ResultSink(List<Delivery> deliveries, List<Integer> read, List<CodeBlock> closing) {
  /** Returns the only result, or nothing if there is none. */
  public static final ResultSink RETURNED =
      new ResultSink(List.of(Delivery.returned(0)), List.of(), List.of());

  /** Copies the lists. */
  public ResultSink {
    deliveries = List.copyOf(deliveries);
    read = List.copyOf(read);
    closing = List.copyOf(closing);
  }

  /** A sink of these statements alone. */
  public static ResultSink of(Delivery... deliveries) {
    return new ResultSink(List.of(deliveries), List.of(), List.of());
  }

  /** The results that are needed when the body ends. */
  List<Integer> needed() {
    return Stream.concat(deliveries.stream().map(Delivery::result), read.stream()).toList();
  }

  /**
   * One statement: {@code target expression;}.
   *
   * @param result which of the function's results, counted from 0
   * @param target what stands before the expression: {@code return}, or {@code into.dW =}
   * @param end what stands behind it: nothing, or the end of a call that {@code target} begins
   */
  public record Delivery(int result, CodeBlock target, String end) {
    /** A statement that the expression ends. */
    public Delivery(int result, CodeBlock target) {
      this(result, target, "");
    }

    /** {@code call expression);}, where {@code call} ends behind a parenthesis or a comma. */
    public static Delivery passed(int result, CodeBlock call) {
      return new Delivery(result, call, ")");
    }

    /** {@code return expression;}. */
    public static Delivery returned(int result) {
      return new Delivery(result, CodeBlock.of("return"));
    }

    /** {@code place = expression;}. */
    public static Delivery assigned(int result, CodeBlock place) {
      return new Delivery(result, CodeBlock.of("$L =", place));
    }

    /** {@code return place = expression;}. */
    public static Delivery assignedAndReturned(int result, CodeBlock place) {
      return new Delivery(result, CodeBlock.of("return $L =", place));
    }
  }
}
