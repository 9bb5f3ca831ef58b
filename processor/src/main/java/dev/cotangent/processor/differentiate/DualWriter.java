package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Activity;
import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Puts the parameters, the body and the results of a dual together. */
final class DualWriter extends TangentPairing {
  private final boolean helper;
  private final List<Value> parameters = new ArrayList<>();
  private final Builder out = new Builder();
  private Value tape;

  /** A helper's dual leaves the tangents of its results on the tape; another's are results. */
  DualWriter(Activity activity, Contribution contribution, TangentHelpers helpers, boolean helper) {
    super(activity, contribution, helpers);
    this.helper = helper;
  }

  Function write(Function function, List<Value> inputs) {
    for (Value parameter : function.parameters()) {
      Value fresh = parameter.fresh();
      replace(parameter, fresh);
      parameters.add(fresh);
    }
    for (Value input : inputs) {
      parameters.addAll(freshPartners(map(input)));
    }
    tape = parameters.stream().filter(TangentHelpers::isTape).findFirst().orElse(null);
    if (tape == null && (helper || calls(function))) {
      tape = new Value(ReferenceType.TAPE, "tape", SourceRange.NONE);
      parameters.add(tape);
    }
    useTape(tape);
    for (Value parameter : function.parameters()) {
      // An array that is no input, but is given active values: its tangents begin at zero.
      boolean own = parameter.type().isFloatingArray() && isPaired(parameter);
      if (own && partnersOf(parameter) == null) {
        pair(map(parameter), out, number -> out.shadowOf(map(parameter), ""));
      }
    }
    rewriteOps(function.body(), out);
    return new Function(function.name(), out.region(parameters, results(function)));
  }

  private List<Value> results(Function function) {
    List<Value> results = new ArrayList<>(map(function.results()));
    for (Value old : function.results()) {
      for (int number = 0; isDual(old) && number < width(); number++) {
        Value tangent = partnerOrAbsent(old, number, out);
        if (helper) {
          out.push(tape, tangent);
        } else {
          results.add(tangent);
        }
      }
    }
    return results;
  }

  private static boolean calls(Function function) {
    boolean[] found = {false};
    Structure.forEach(function.body(), op -> found[0] |= op instanceof Call || isLinked(op));
    return found[0];
  }

  /** Whether something in the region is called through its companion. */
  static boolean isLinked(Region region) {
    boolean[] found = {false};
    Structure.forEach(region, op -> found[0] |= isLinked(op));
    return found[0];
  }

  private static boolean isLinked(Op op) {
    return op instanceof Invoke call && call.callee().differential() instanceof Differential.Linked;
  }
}
