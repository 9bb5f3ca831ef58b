package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits one function: the regions of operations that are too large by themselves first, so that a
 * loop that fits stays in one piece, then the operations around them.
 */
final class FunctionSplitter {
  /** A part is so much smaller than what stays whole, so that what calls the parts has room. */
  private static final int SHARE = 2;

  private final Function function;
  private final int largest;
  private final int innermost;
  private final SplitFrame frame = new SplitFrame();
  private final PartMaker parts;

  /**
   * A splitter.
   *
   * @param largest the estimate, in bytes, up to which what calls the parts is large enough
   * @param innermost the same for an innermost loop: what travels through the frame in each of its
   *     iterations costs more than a large part does
   * @param names the names of all functions, to which those of the parts are added
   * @param helpers receives the parts
   */
  FunctionSplitter(
      Function function,
      int largest,
      int innermost,
      Set<String> names,
      Map<String, Function> helpers) {
    this.function = function;
    this.largest = largest;
    this.innermost = innermost;
    this.parts = new PartMaker(function, frame, names, helpers);
  }

  /** What is left of the function. */
  Function split() {
    Region body = shrink(function.body(), largest);
    Builder out = new Builder();
    frame.allocate(out);
    body.ops().forEach(out::append);
    return new Function(function.name(), out.region(body.parameters(), body.yields()));
  }

  private int partSize() {
    return largest / SHARE;
  }

  /** The region with calls of parts in it, until it is small enough or gets no smaller. */
  private Region shrink(Region region, int room) {
    if (weight(region) <= room) {
      return region;
    }
    parts.enter(region, region == function.body());
    List<Op> fitting = region.ops().stream().map(this::fitting).toList();
    Region before = parts.withKept(region.withOps(fitting));
    Region after = grouped(before);
    while (weight(after) > room && weight(after) < weight(before)) {
      before = after;
      after = grouped(before);
    }
    return after;
  }

  /** The operation, with smaller regions if it is larger than a part. */
  private Op fitting(Op op) {
    int size = weight(op);
    boolean whole = isInnermostLoop(op) && size <= innermost / SHARE;
    if (size <= partSize() || op.regions().isEmpty() || whole) {
      return op;
    }
    int inside = op.regions().stream().mapToInt(BytecodeEstimate::of).sum();
    int room = (partSize() - (size - inside)) / op.regions().size();
    List<Region> regions = op.regions().stream().map(region -> shrink(region, room)).toList();
    return op.rebuild(op.operands(), op.results(), regions);
  }

  private static boolean isInnermostLoop(Op op) {
    return op.repeats() && op.regions().stream().noneMatch(FunctionSplitter::hasLoop);
  }

  private static boolean hasLoop(Region region) {
    return region.ops().stream()
        .anyMatch(op -> op.repeats() || op.regions().stream().anyMatch(FunctionSplitter::hasLoop));
  }

  /** The estimate, with what it may take to bring the values from outside. */
  private static int weight(Op op) {
    int all = BytecodeEstimate.of(op);
    return op.regions().isEmpty() ? all : all + PartRun.PASSAGE * Uses.fromOutside(op).size();
  }

  private static int weight(Region region) {
    int yields = BytecodeEstimate.of(new Region(List.of(), List.of(), region.yields()));
    return yields + region.ops().stream().mapToInt(FunctionSplitter::weight).sum();
  }

  /** The region with each run of operations that fills a part replaced by a call of that part. */
  private Region grouped(Region region) {
    PartMaker.Site site = parts.site(region);
    PartRun run = site.run();
    for (Op op : region.ops()) {
      boolean stays = parts.stays(op, region);
      boolean ends = stays && !(op instanceof Constant);
      if (ends || run.sizeWith(op) > partSize()) {
        site.place(run);
        run = site.run();
      }
      if (stays) {
        site.keep(op);
      } else {
        run.add(op);
      }
    }
    site.place(run);
    return site.region();
  }
}
