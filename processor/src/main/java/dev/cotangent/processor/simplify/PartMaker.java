package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Alloc;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.CloneArray;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Grow;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.ShadowOf;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Throw;
import dev.cotangent.processor.ir.Value;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Makes helpers of runs of operations, and calls of them. */
final class PartMaker {
  /** A run that is shorter than a call with a few arguments stays where it is. */
  private static final int SHORTEST = 40;

  /** So many parameters a method has at most before the rest goes through the frame. */
  private static final int PARAMETERS = 40;

  private final Function function;
  private final SplitFrame frame;
  private final Set<String> names;
  private final Map<String, Function> helpers;
  private final Map<Value, Constant> literals = new IdentityHashMap<>();
  private int number;

  PartMaker(Function function, SplitFrame frame, Set<String> names, Map<String, Function> helpers) {
    this.function = function;
    this.frame = frame;
    this.names = names;
    this.helpers = helpers;
    Structure.forEach(
        function.body(),
        op -> {
          if (op instanceof Constant literal) {
            literals.put(literal.result(), literal);
          }
        });
  }

  /**
   * Whether an operation of a region belongs to no part: literals, which each part has for itself;
   * new arrays that may be made several times a call, which are pooled by the place where they are
   * made; what defines an object, since no frame holds it; what reads a vector, which would become
   * an object on its way into another method; and the end of a region that throws.
   */
  boolean stays(Op op, Region region) {
    boolean once = region.parameters().equals(function.parameters());
    return op instanceof Constant
        || op instanceof Throw
        || (makesArray(op) && !once)
        || op.operands().stream().anyMatch(operand -> operand.type().equals(ReferenceType.VECTOR))
        || op.results().stream().anyMatch(result -> !SplitFrame.holds(result.type()));
  }

  private static boolean makesArray(Op op) {
    return op instanceof Alloc
        || op instanceof ShadowOf
        || op instanceof CloneArray
        || op instanceof Grow;
  }

  /**
   * Before a region and those inside it are split: values from outside that are too many to be
   * handed to its parts are kept in the frame.
   */
  void enter(Region region, boolean outermost) {
    Set<Value> outer = new LinkedHashSet<>();
    region.ops().forEach(op -> outer.addAll(Uses.fromOutside(op)));
    region.parameters().forEach(outer::remove);
    region.ops().forEach(op -> outer.removeAll(op.results()));
    List<Value> passed = outer.stream().filter(this::goesThroughFrame).toList();
    if (!outermost && passed.size() > PARAMETERS) {
      passed.forEach(frame::keep);
    }
  }

  /** Whether the value may go through the frame, and is neither there nor a literal. */
  private boolean goesThroughFrame(Value value) {
    return SplitFrame.holds(value.type())
        && !frame.isArray(value)
        && !frame.keeps(value)
        && !literals.containsKey(value);
  }

  /** The region, in which those of its values that are kept in the frame are written there. */
  Region withKept(Region region) {
    Builder out = new Builder();
    region.parameters().forEach(value -> write(value, out));
    for (Op op : region.ops()) {
      out.append(op);
      op.results().forEach(value -> write(value, out));
    }
    out.ops().stream()
        .filter(Constant.class::isInstance)
        .forEach(op -> literals.put(op.results().get(0), (Constant) op));
    return out.region(region.parameters(), region.yields());
  }

  private void write(Value value, Builder out) {
    if (frame.keeps(value)) {
      frame.store(value, frame.array(value.type()), value, out);
    }
  }

  /** A region that is being rebuilt. */
  Site site(Region region) {
    return new Site(region);
  }

  private String freshName() {
    String wish;
    do {
      number++;
      wish = function.name() + "Part" + number;
    } while (!names.add(wish));
    return wish;
  }

  /** A region under construction: operations that stay, and calls of parts. */
  final class Site {
    private final Region old;
    private final Builder out = new Builder();

    /** The values that stand in the frame alone, until somebody here reads them. */
    private final Set<Value> away = Collections.newSetFromMap(new IdentityHashMap<>());

    private final Set<Value> defined = Collections.newSetFromMap(new IdentityHashMap<>());

    /** How many operations, or yields, read each value. */
    private final Map<Value, Integer> readers = new IdentityHashMap<>();

    private Site(Region old) {
      this.old = old;
      defined.addAll(old.parameters());
      old.ops().forEach(op -> defined.addAll(op.results()));
      old.ops().forEach(op -> Uses.fromOutside(op).forEach(this::count));
      old.yields().forEach(this::count);
    }

    private void count(Value value) {
      readers.merge(value, 1, Integer::sum);
    }

    /** An empty run of this region's operations. */
    PartRun run() {
      return new PartRun(readers);
    }

    /** The operation stays here. */
    void keep(Op op) {
      Uses.fromOutside(op).forEach(this::fetch);
      out.append(op);
    }

    /** The operations become a part, which is called here; a few operations stay. */
    void place(PartRun run) {
      if (run.size() < SHORTEST) {
        run.ops().forEach(this::keep);
        return;
      }
      List<Value> outputs = run.outputs();
      outputs.forEach(frame::add);
      Set<Value> framed = Collections.newSetFromMap(new IdentityHashMap<>());
      framed.addAll(away);
      framed.addAll(handedOver(run));
      run.inputs().stream().filter(value -> inner(value)).forEach(framed::add);
      PartBody body = new PartBody(frame, literals, framed, helpers);
      Function part = body.function(freshName(), run.ops(), outputs);
      helpers.put(part.name(), part);
      away.addAll(outputs);
      SourceRange source = run.ops().get(0).source();
      out.append(new Call(part.name(), body.arguments(), List.of(), source));
    }

    /** Whether the value was written to the frame before this region was entered. */
    private boolean inner(Value value) {
      return frame.keeps(value) && !defined.contains(value);
    }

    /** Puts what would be too many parameters into the frame. */
    private List<Value> handedOver(PartRun run) {
      List<Value> rest =
          run.inputs().stream()
              .filter(value -> !away.contains(value) && goesThroughFrame(value))
              .skip(PARAMETERS)
              .toList();
      for (Value value : rest) {
        frame.add(value);
        frame.store(value, frame.array(value.type()), value, out);
      }
      return rest;
    }

    /** The region as it is now. */
    Region region() {
      old.yields().forEach(this::fetch);
      return out.region(old.parameters(), old.yields());
    }

    private void fetch(Value value) {
      if (away.remove(value)) {
        frame.load(value, frame.array(value.type()), value, out);
      }
    }
  }
}
