package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;

/**
 * Stage 1: the methods of the platform that fill and copy arrays, as the loops that they are.
 * Input: a call, its arguments evaluated; output: operations, with the exceptions that the method
 * throws, in its order.
 */
final class ArrayLibrary {
  private static final String ARRAYS = "java.util.Arrays.";

  /** How the arguments of a method are passed: an array first, then those of this many kinds. */
  private enum Kind {
    ARRAY,
    INDEX,
    ELEMENT
  }

  /** A method's parameters, and what stands for a call of it. */
  private record Entry(List<Kind> parameters, Lowering lowering) {}

  /** What stands for a call; null if it has no result. */
  @FunctionalInterface
  private interface Lowering {
    Value lower(ArrayLoops loops, List<Value> arguments);
  }

  private static final Map<String, Entry> METHODS =
      Map.of(
          ARRAYS + "fill/2",
          new Entry(
              List.of(Kind.ARRAY, Kind.ELEMENT), (loops, a) -> loops.fill(a.get(0), a.get(1))),
          ARRAYS + "fill/4",
          new Entry(
              List.of(Kind.ARRAY, Kind.INDEX, Kind.INDEX, Kind.ELEMENT),
              (loops, a) -> loops.fill(a.get(0), a.get(1), a.get(2), a.get(3))),
          ARRAYS + "copyOf/2",
          new Entry(
              List.of(Kind.ARRAY, Kind.INDEX), (loops, a) -> loops.copyOf(a.get(0), a.get(1))),
          ARRAYS + "copyOfRange/3",
          new Entry(
              List.of(Kind.ARRAY, Kind.INDEX, Kind.INDEX),
              (loops, a) -> loops.copyOfRange(a.get(0), a.get(1), a.get(2))),
          "java.lang.System.arraycopy/5",
          new Entry(
              List.of(Kind.ARRAY, Kind.INDEX, Kind.ARRAY, Kind.INDEX, Kind.INDEX),
              ArrayLoops::copy));

  private final FunctionLowering function;

  ArrayLibrary(FunctionLowering function) {
    this.function = function;
  }

  /** Whether the method is one of those. */
  static boolean knows(ExecutableElement method) {
    return METHODS.containsKey(key(method));
  }

  /** Whether the method is one of those, and called for an array of numbers. */
  static boolean knows(ExecutableElement method, List<Value> arguments) {
    return knows(method) && ArrayLowering.isNumeric(arguments.get(0).type());
  }

  private static String key(ExecutableElement method) {
    return PureFunctions.owner(method)
        + "."
        + method.getSimpleName()
        + "/"
        + method.getParameters().size();
  }

  /** The call's result; null if the method is {@code void}. */
  Value call(ExecutableElement method, List<Value> arguments, MethodInvocationTree node) {
    Entry entry = METHODS.get(key(method));
    List<Value> converted = new ArrayList<>();
    Optional<ArrayType> first = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      ExpressionTree tree = node.getArguments().get(i);
      Value argument = arguments.get(i);
      Kind kind = entry.parameters().get(i);
      if (kind == Kind.ARRAY) {
        requireNumeric(argument.type(), tree);
        first = first.or(() -> Optional.of((ArrayType) argument.type()));
        requireSame(first.orElseThrow(), (ArrayType) argument.type(), tree);
        converted.add(argument);
      } else {
        Type type = kind == Kind.INDEX ? PrimitiveType.INT : first.orElseThrow().element();
        converted.add(function.conversions().implicit(argument, type, tree));
      }
    }
    converted.forEach(function::unmarkLiteral);
    ArrayLoops loops = new ArrayLoops(function.range(node), function.flow().out());
    return entry.lowering().lower(loops, converted);
  }

  private void requireNumeric(Type type, ExpressionTree tree) {
    if (!ArrayLowering.isNumeric(type)) {
      throw function.refuse(Code.UNSUPPORTED_TYPE, tree, type.toString());
    }
  }

  private void requireSame(ArrayType from, ArrayType to, ExpressionTree tree) {
    if (!from.equals(to)) {
      throw function.refuse(Code.ARRAY_TYPES, tree, from.toString(), to.toString());
    }
  }
}
