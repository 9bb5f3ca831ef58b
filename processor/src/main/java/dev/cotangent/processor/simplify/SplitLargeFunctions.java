package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Region;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * Splits functions whose bytecode would be too long into parts that are helpers of their own. What
 * several parts need travels in a {@link SplitFrame}, since methods have few parameters and one
 * result. The operations stay what they are and run in their order.
 *
 * <p>HotSpot never compiles a method of more than 8,000 bytes, which then is about fifteen times as
 * slow, and class files cannot hold one of more than 65,535.
 */
public final class SplitLargeFunctions implements Pass {
  /**
   * What is estimated to be shorter stays whole. The estimate is seldom too low, and compilers'
   * bytecode differs by a few bytes.
   */
  public static final int LARGEST = 7000;

  /**
   * A function with more loops than this is split into smaller parts: the loop optimiser works on
   * all loops of a method together, and gives up on what has become too much for it.
   */
  private static final int MANY_LOOPS = 12;

  /**
   * How large such a function may be. Measured with gradients of thirty loops: 700 and 1,500 are
   * alike, 7,000 makes them slower by a sixth.
   */
  private static final int LARGEST_OF_MANY_LOOPS = 1200;

  private final int largest;

  /**
   * A pass.
   *
   * @param largest the estimate, in bytes, up to which a function stays whole
   */
  public SplitLargeFunctions(int largest) {
    this.largest = largest;
  }

  @Override
  public Program run(Program program) {
    Set<String> names = new HashSet<>(program.helpers().keySet());
    names.add(program.main().name());
    Map<String, Function> helpers = new LinkedHashMap<>();
    Function main = split(program.main(), names, helpers);
    for (Function helper : program.helpers().values()) {
      Function whole = split(helper, names, helpers);
      helpers.put(whole.name(), whole);
    }
    return new Program(main, helpers);
  }

  private Function split(Function function, Set<String> names, Map<String, Function> helpers) {
    int room = loops(function.body()) > MANY_LOOPS ? LARGEST_OF_MANY_LOOPS : largest;
    int bytes = Math.min(room, largest);
    return BytecodeEstimate.of(function) <= bytes
        ? function
        : new FunctionSplitter(function, bytes, largest, names, helpers).split();
  }

  private static int loops(Region region) {
    int loops = 0;
    for (Op op : region.ops()) {
      loops += op.repeats() ? 1 : 0;
      loops += op.regions().stream().mapToInt(SplitLargeFunctions::loops).sum();
    }
    return loops;
  }
}
