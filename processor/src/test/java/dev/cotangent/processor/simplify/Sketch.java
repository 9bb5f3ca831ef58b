package dev.cotangent.processor.simplify;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.Verifier;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;

/**
 * A small function under construction for the tests of passes, with the parameters {@code double x,
 * double y, int n, boolean c, double[] a, double[] b}.
 */
public final class Sketch extends Builder {
  public final Value x = value(PrimitiveType.DOUBLE, "x");
  public final Value y = value(PrimitiveType.DOUBLE, "y");
  public final Value n = value(PrimitiveType.INT, "n");
  public final Value c = value(PrimitiveType.BOOLEAN, "c");
  public final Value a = value(ArrayType.DOUBLES, "a");
  public final Value b = value(ArrayType.DOUBLES, "b");

  /** An exact operation. */
  public static Value exact(
      Builder out, BinaryOperator operator, Value left, Value right, String name) {
    Value result = out.value(left.type(), name);
    out.append(new Binary(operator, left, right, true, result));
    return result;
  }

  /** An exact operation without a name. */
  public static Value exact(Builder out, BinaryOperator operator, Value left, Value right) {
    return exact(out, operator, left, right, "");
  }

  /** {@code for (int i = 0; i < bound; i++) sum += term(i)}, exactly. */
  public static Value sum(Builder out, Value bound, BiFunction<Builder, Value, Value> term) {
    return loop(
            out,
            bound,
            List.of(out.constant(0.0)),
            List.of("sum"),
            (body, i, carried) -> {
              Value next = term.apply(body, i);
              return List.of(exact(body, BinaryOperator.ADD, carried.get(0), next));
            })
        .get(0);
  }

  /** What a loop's body does: from the index and the carried values to their next values. */
  @FunctionalInterface
  public interface Body {
    List<Value> write(Builder out, Value index, List<Value> carried);
  }

  /** {@code for (int i = 0; i < bound; i++)} with carried values of these names. */
  public static List<Value> loop(
      Builder out, Value bound, List<Value> initial, List<String> names, Body body) {
    List<Value> carried = new ArrayList<>();
    for (int k = 0; k < names.size(); k++) {
      carried.add(out.value(initial.get(k).type(), names.get(k)));
    }
    Value index = out.value(PrimitiveType.INT, "i");
    Builder inner = new Builder();
    List<Value> yields = body.write(inner, index, carried);
    List<Value> results = carried.stream().map(Value::fresh).toList();
    Region region = inner.region(Lists.concat(List.of(index), carried), yields);
    Value zero = out.constant(0);
    out.append(
        new For(zero, bound, 1, BinaryOperator.LESS, initial, region, results, SourceRange.NONE));
    return results;
  }

  /** The program that ends here. */
  public Program program(Value... results) {
    Region region = region(List.of(x, y, n, c, a, b), List.of(results));
    return Verifier.verify(Program.of(new Function("f", region)));
  }

  /** The text of the main function after the passes, without its first and last line. */
  public static String text(Program program, Pass... passes) {
    Program result = program;
    for (Pass pass : passes) {
      result = Verifier.verify(pass.run(result));
    }
    String text = result.main().toString();
    return text.substring(text.indexOf("\n") + 1, text.length() - 2).stripTrailing().stripIndent();
  }

  /** How many operations of that kind the program's main function has, at any depth. */
  public static int count(Program program, Class<? extends Op> kind) {
    return count(program.main().body(), kind);
  }

  private static int count(Region region, Class<? extends Op> kind) {
    int count = 0;
    for (Op op : region.ops()) {
      count += kind.isInstance(op) ? 1 : 0;
      for (Region inner : op.regions()) {
        count += count(inner, kind);
      }
    }
    return count;
  }
}
