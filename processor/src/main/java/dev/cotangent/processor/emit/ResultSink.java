package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/**
 * Stage 7: where a function's results go, as the statements at the end of its body, in order. A
 * result may be left out; what it alone needs is then not computed, exceptions and effects apart.
 *
 * @param deliveries the statements, each of which takes one result
 * @param closing a statement without its semicolon to end the body with, or empty
 */
public record ResultSink(List<Delivery> deliveries, CodeBlock closing) {
  /** Returns the only result, or nothing if there is none. */
  public static final ResultSink RETURNED =
      new ResultSink(List.of(Delivery.returned(0)), CodeBlock.of(""));

  /** Copies the list. */
  public ResultSink {
    deliveries = List.copyOf(deliveries);
  }

  /** A sink of these statements alone. */
  public static ResultSink of(Delivery... deliveries) {
    return new ResultSink(List.of(deliveries), CodeBlock.of(""));
  }

  /**
   * One statement: {@code target expression;}.
   *
   * @param result which of the function's results, counted from 0
   * @param target what stands before the expression: {@code return}, or {@code into.dW =}
   */
  public record Delivery(int result, CodeBlock target) {
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
