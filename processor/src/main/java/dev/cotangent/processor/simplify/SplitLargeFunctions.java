package dev.cotangent.processor.simplify;

import dev.cotangent.processor.analysis.BytecodeEstimate;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
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
    return BytecodeEstimate.of(function) <= largest
        ? function
        : new FunctionSplitter(function, largest, names, helpers).split();
  }
}
