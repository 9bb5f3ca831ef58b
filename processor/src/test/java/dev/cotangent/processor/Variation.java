package dev.cotangent.processor;

import dev.cotangent.processor.differentiate.Strategy;
import dev.cotangent.processor.differentiate.Strategy.Technique;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.Pass;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.SplitLargeFunctions;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.Processor;

/** A processor that makes other choices than the standard ones, with a name for reports. */
public final class Variation {
  private static final int NEVER_RECOMPUTE = 0;
  private static final int SELDOM_RECORD = 60;
  private static final int TINY = 150;

  /** The processor as users have it. */
  public static final Variation STANDARD = new Variation("standard", Choices.STANDARD);

  /** Each Jacobian by columns in lanes, as far as that can be. */
  public static final Variation IN_LANES =
      omitting("columns in lanes", Set.of(Stages.SIDE_BY_SIDE));

  /** Loops on vectors, wherever that can be. */
  public static final Variation WITH_VECTORS =
      new Variation("vectors", Choices.STANDARD.withVectors());

  private final String name;
  private final Choices choices;

  private Variation(String name, Choices choices) {
    this.name = name;
    this.choices = choices;
  }

  /**
   * Each way of recording, helpers by calls, each pass left out, and all of them, and all methods
   * split.
   */
  public static List<Variation> all() {
    List<Variation> all = new ArrayList<>();
    Strategy standard = Strategy.STANDARD;
    Strategy unfused = standard.without(Technique.FUSED_LOOPS, Technique.ONE_PASS);
    Strategy taping = standard.without(Technique.RECORD_ARRAYS);
    Strategy unfusedTaping = unfused.without(Technique.RECORD_ARRAYS);
    all.add(recording("no fused loops", unfused));
    all.add(recording("no loops in one pass", standard.without(Technique.ONE_PASS)));
    all.add(recording("loops with a zero seed", standard.without(Technique.ZERO_SEEDS)));
    all.add(recording("no calls in one pass", standard.without(Technique.ONE_PASS_CALLS)));
    all.add(recording("records on the tape", taping));
    all.add(recording("everything on the tape", unfusedTaping.recordingAt(NEVER_RECOMPUTE)));
    all.add(recording("nothing recomputed", unfused.recordingAt(NEVER_RECOMPUTE)));
    all.add(recording("much recomputed", standard.recordingAt(SELDOM_RECORD)));
    all.add(recording("much recomputed, no fused loops", unfused.recordingAt(SELDOM_RECORD)));
    all.add(IN_LANES);
    all.add(WITH_VECTORS);
    all.add(omitting("no private work arrays", Set.of(PrivateWork.NAME)));
    all.add(omitting("helpers by calls", Set.of("inline helpers")));
    all.add(omitting("arrays stay arrays", Set.of("unroll short loops", "scalarize small arrays")));
    all.add(omitting("indices as they are", Set.of("count by index", "hoist loads")));
    Set<String> passes =
        Passes.last(Facts.NONE, false).stream().map(Pass::name).collect(Collectors.toSet());
    passes.stream().sorted().forEach(pass -> all.add(omitting("without " + pass, Set.of(pass))));
    all.add(omitting("without passes", passes));
    Choices split = new Choices(standard, Set.of(), TINY);
    all.add(new Variation("tiny methods", split));
    return all;
  }

  private static Variation recording(String name, Strategy strategy) {
    return new Variation(name, new Choices(strategy, Set.of(), SplitLargeFunctions.LARGEST));
  }

  private static Variation omitting(String name, Set<String> omitted) {
    return new Variation(
        name, new Choices(Strategy.STANDARD, omitted, SplitLargeFunctions.LARGEST));
  }

  /** What the compiler must be told besides. */
  public String[] options() {
    return choices.vectors()
        ? new String[] {"--add-modules", "jdk.incubator.vector"}
        : new String[0];
  }

  /** A processor for one compilation. */
  public Processor processor() {
    return new CotangentProcessor(choices);
  }

  @Override
  public String toString() {
    return name;
  }
}
