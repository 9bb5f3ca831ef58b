package dev.cotangent.processor;

import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Derive.Wanted;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes the call of a derivative's main function: what it takes beside the arguments is made on
 * the spot, and what it leaves in arrays joins its results.
 */
final class DerivativeCall {
  private static final String DISTINCT =
      "{dev.cotangent.runtime.Arguments}.requireDistinct($0, $1, $2, $3)";

  private final Wanted what;
  private final List<Value> arguments;
  private final List<Value> tangents;
  private final Target target;
  private final Builder out;
  private final List<Value> given = new ArrayList<>();

  /** A call on arguments, with tangents behind them if the derivative takes any. */
  DerivativeCall(Wanted what, List<Value> given, Target target, Builder out) {
    this.what = what;
    this.target = target;
    int count = what.wrt().size();
    this.arguments = given.subList(0, count);
    this.tangents = given.subList(count, given.size());
    this.out = out;
  }

  /**
   * What is called.
   *
   * @param function the derivative's main function
   * @param writes whether the method that is differentiated writes to its array arguments
   * @param movesRows whether it puts rows of arrays of arrays elsewhere
   */
  record Target(Function function, boolean writes, boolean movesRows) {}

  /** Writes it; the results are those of the derivative, in the order of its parameters. */
  List<Value> write(SourceRange source) {
    Function callee = target.function();
    given.addAll(arguments);
    if (target.writes()) {
      requireDistinctArrays(callee, source);
    }
    List<Value> partials = List.of();
    if (what.mode() == Derivative.JVP) {
      tangents();
    } else {
      partials = shadows();
    }
    tape(callee);
    if (what.mode() == Derivative.HVP) {
      tangents();
      partials = shadows();
    }
    List<Value> results = new ArrayList<>();
    callee.results().forEach(result -> results.add(result.fresh()));
    out.append(new Call(callee.name(), given, results, source));
    return what.mode() == Derivative.JVP ? results : inOrder(results, partials);
  }

  /** What a companion refuses is refused within a method: one array for two, if it writes. */
  private void requireDistinctArrays(Function callee, SourceRange source) {
    for (int i = 0; i < arguments.size(); i++) {
      Value one = arguments.get(i);
      for (int j = i + 1; one.type().isFloatingArray() && j < arguments.size(); j++) {
        if (arguments.get(j).type().equals(one.type())) {
          Value name = text(callee.parameters().get(i).name());
          Value other = text(callee.parameters().get(j).name());
          List<Value> operands = List.of(one, arguments.get(j), name, other);
          out.append(new Opaque(DISTINCT, operands, Opaque.Effect.READS, List.of(), source));
        }
      }
    }
  }

  private Value text(String content) {
    Value text = new Value(ReferenceType.STRING);
    out.append(new Constant(content, text));
    return text;
  }

  /**
   * The derivative may write to the tangents of what the method writes to; the user sees nothing.
   */
  private void tangents() {
    for (Value tangent : tangents) {
      boolean wide = tangent.type().equals(tangent.type().derivative());
      boolean copied = tangent.type().isFloatingArray() && (target.writes() || !wide);
      given.add(copied ? ArrayCopies.whole(tangent, out) : tangent);
    }
  }

  /** Gives the derivative shadows; the partials will be found in the arrays that come back. */
  private List<Value> shadows() {
    List<Value> partials = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      if (what.wrt().get(i) && arguments.get(i).type().isFloatingArray()) {
        Value shadow = out.partialsOf(arguments.get(i));
        given.add(shadow);
        // Where a row goes its shadow goes; the partials stay where the row was.
        boolean moves = target.movesRows() && ((ArrayType) shadow.type()).element().isReference();
        partials.add(moves ? ArrayCopies.ofRows(shadow, out) : shadow);
      }
    }
    return partials;
  }

  private void tape(Function callee) {
    List<Value> parameters = callee.parameters();
    if (given.size() < parameters.size()
        && parameters.get(given.size()).type().equals(ReferenceType.TAPE)) {
      given.add(out.tape());
    }
  }

  private List<Value> inOrder(List<Value> results, List<Value> partials) {
    List<Value> all = new ArrayList<>(results.subList(0, 1));
    int number = 1;
    int array = 0;
    for (int i = 0; i < arguments.size(); i++) {
      if (what.wrt().get(i)) {
        boolean isArray = arguments.get(i).type().isFloatingArray();
        all.add(isArray ? partials.get(array++) : results.get(number++));
      }
    }
    return all;
  }
}
