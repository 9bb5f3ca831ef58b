package dev.cotangent.processor;

import dev.cotangent.NonSmooth;
import dev.cotangent.processor.differentiate.BatchDirections;
import dev.cotangent.processor.differentiate.Jvp;
import dev.cotangent.processor.differentiate.Transcription;
import dev.cotangent.processor.differentiate.Vjp;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.ForgetRules;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.simplify.DropCarriers;
import dev.cotangent.processor.simplify.Facts;
import dev.cotangent.processor.simplify.Pass;
import dev.cotangent.processor.simplify.Passes;
import dev.cotangent.processor.simplify.SelectResults;
import dev.cotangent.processor.simplify.SinkIntoBranches;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The transformations that {@link Stages} composes derivatives from: each takes a program to one of
 * its derivatives, and says what is known of the new program's parameters.
 */
final class Differentiation {
  private Differentiation() {}

  /**
   * What a function is differentiated with respect to, a flag a parameter, and how.
   *
   * @param width along how many directions at once, in forward mode
   */
  record Task(List<Boolean> activity, NonSmooth nonSmooth, Choices choices, int width) {
    /** How many arrays have shadows. */
    int arrays(Program program) {
      List<Value> parameters = program.main().parameters();
      return (int)
          IntStream.range(0, activity.size())
              .filter(i -> activity.get(i) && parameters.get(i).type().isFloatingArray())
              .count();
    }

    int inputs() {
      return Collections.frequency(activity, true);
    }
  }

  /** A derivative's program, and what is known of its parameters. */
  record Derived(Program program, Facts facts, Choices choices, boolean isLast) {
    Derived(Program program, Facts facts, Choices choices) {
      this(program, facts, choices, false);
    }

    /** The same for a program that nobody differentiates any more. */
    Derived last() {
      Program plain = new DropCarriers().run(new ForgetRules().rewrite(program));
      return new Derived(plain, facts, choices, true);
    }

    List<Pass> passes() {
      List<Pass> all = isLast ? Passes.last(facts, choices.vectors()) : Passes.standard(facts);
      return all.stream().filter(pass -> choices.keeps(pass.name())).toList();
    }
  }

  /** Two programs that meet on a tape. */
  record Sweeps(Derived forward, Derived reverse) {}

  /** Undone by the passes behind, so that it is part of each differentiation. */
  private static Program sunk(Program program) {
    return new SinkIntoBranches().run(program);
  }

  /** Adds a shadow for each array behind the method's own parameters. */
  static Derived reverse(Program primal, Task task) {
    Program gradient =
        PrivateWork.differentiate(
            sunk(primal),
            task.choices(),
            program ->
                Vjp.differentiate(
                    program, task.activity(), task.nonSmooth(), task.choices().strategy()));
    Facts facts = Facts.shadows(primal.main().parameters().size(), task.arrays(primal));
    return new Derived(gradient, facts, task.choices());
  }

  static Derived pullBack(Program primal, Task task) {
    Program pulled =
        Vjp.pullBack(sunk(primal), task.activity(), task.nonSmooth(), task.choices().strategy());
    Facts facts = Facts.shadows(primal.main().parameters().size(), task.arrays(primal));
    return new Derived(pulled, facts, task.choices());
  }

  static Derived forward(Program primal, Task task) {
    Program tangents = Jvp.differentiate(sunk(primal), task.activity(), task.nonSmooth());
    return new Derived(tangents, Facts.NONE, task.choices());
  }

  /** ∇f·v and H·v: the derivatives of all results of the gradient. */
  static Derived hessianVector(Program gradient, Task task) {
    ForwardOverReverse product = ForwardOverReverse.of(gradient, task);
    Facts facts = new Facts(product.shadows(), product.gradientShadows(), false);
    return product.select(0, facts, task);
  }

  /** The same behind the results of the gradient itself. */
  static Derived gradientAndProduct(Program gradient, Task task) {
    ForwardOverReverse product = ForwardOverReverse.of(gradient, task);
    return new Derived(
        product.program(), new Facts(product.shadows(), Set.of(), false), task.choices());
  }

  /**
   * Value and gradient, and the derivatives of both along a direction: of the arguments, of the
   * cotangent, and of what the shadows begin with, which may be one array for two arguments.
   *
   * @param pulled what {@link #pullBack} made
   */
  static Derived pulledAndProduct(Program pulled, Task task) {
    int own = pulled.main().parameters().size();
    int before = task.activity().size();
    List<Boolean> active = new ArrayList<>(task.activity());
    // Behind everything else stands the tape.
    active.addAll(Collections.nCopies(own - 1 - before, true));
    active.add(false);
    Program product = Jvp.differentiate(sunk(pulled), active, task.nonSmooth());
    Set<Integer> shadows = range(before, task.arrays(pulled));
    return new Derived(product, new Facts(shadows, Set.of(), false), task.choices());
  }

  /**
   * H·v alone for several v. The tangents are unit vectors that the companion makes itself, and the
   * gradient has been computed before.
   */
  static Derived hessianRows(Program gradient, Task task) {
    ForwardOverReverse product = ForwardOverReverse.of(gradient, task);
    Set<Integer> scratch = union(product.gradientShadows(), product.tangents());
    Set<Integer> unaliased = union(product.shadows(), product.tangents());
    return product.select(1, new Facts(unaliased, scratch, true), task);
  }

  /**
   * The columns of the Jacobian along several unit vectors, which the companion makes itself; the
   * values have been computed before.
   */
  static Derived columns(Program primal, Task task) {
    int width = task.width();
    Program tangents = Jvp.differentiate(sunk(primal), task.activity(), task.nonSmooth(), width);
    int results = primal.main().results().size();
    Set<Integer> units =
        arraysAmong(
            range(primal.main().parameters().size(), task.inputs() * width), tangents.main());
    Program selected =
        new SelectResults(
                IntStream.range(results, tangents.main().results().size()).boxed().toList())
            .run(tangents);
    return new Derived(selected, new Facts(units, units, true), task.choices());
  }

  /**
   * The same along as many unit vectors as the companion says; empty if that cannot be.
   *
   * @param column what {@link #columns} made for one direction
   * @param parameters how many parameters the method has
   */
  static Optional<Derived> lanes(Program column, int parameters, Task task) {
    Map<Integer, Integer> tangents = new LinkedHashMap<>();
    for (int i = 0; i < task.activity().size(); i++) {
      if (task.activity().get(i)) {
        tangents.put(parameters + tangents.size(), i);
      }
    }
    Facts facts = new Facts(Set.of(), Set.of(), true);
    return BatchDirections.batch(column, tangents)
        .map(batched -> new Derived(batched, facts, task.choices()));
  }

  /**
   * Several rows of a Jacobian. What is pulled back is linear in the cotangents, so that its
   * derivatives along unit cotangents are what these give: forward mode carries several reverse
   * sweeps behind one forward sweep. The values have been computed before.
   *
   * @param pulled what {@link #pullBack} made
   */
  static Derived rowsAtOnce(Program pulled, Task task) {
    Function main = pulled.main();
    int own = main.parameters().size();
    int arrays = task.arrays(pulled);
    int before = task.activity().size() + (Transcription.isTakenBy(main) ? 1 : 0);
    int width = task.width();
    List<Boolean> active = new ArrayList<>(Collections.nCopies(own, true));
    Collections.fill(active.subList(0, before), false);
    // Behind everything else stands the tape.
    active.set(own - 1, false);
    Program rows = Jvp.differentiate(sunk(pulled), active, task.nonSmooth(), width);
    Set<Integer> shadows = range(before, arrays);
    int cotangents = own - 1 - before - arrays;
    Set<Integer> units = arraysAmong(range(own + arrays * width, cotangents * width), rows.main());
    Facts facts =
        new Facts(
            union(union(shadows, units), range(own, arrays * width)), union(shadows, units), true);
    // The adjoints of numbers stand behind the values.
    int results = rows.main().results().size();
    int numbers = task.inputs() - arrays;
    List<Integer> wanted = IntStream.range(results - numbers * width, results).boxed().toList();
    return new Derived(new SelectResults(wanted).run(rows), facts, task.choices());
  }

  /** The two sweeps behind {@link #pullBack}: many cotangents can follow one forward sweep. */
  static Sweeps sweeps(Program primal, Task task) {
    Vjp.Split split =
        Vjp.splitPullBack(
            sunk(primal), task.activity(), task.nonSmooth(), task.choices().strategy());
    Facts facts = Facts.shadows(primal.main().parameters().size(), task.arrays(primal));
    return new Sweeps(
        new Derived(split.forward(), facts, task.choices()),
        new Derived(split.reverse(), Facts.NONE, task.choices()));
  }

  /** The same for the rows of a Jacobian: the values have been computed before. */
  static Sweeps rows(Program primal, Task task) {
    Sweeps sweeps = sweeps(primal, task);
    Derived forward = sweeps.forward();
    Facts facts = new Facts(forward.facts().unaliased(), Set.of(), true);
    Program selected = new SelectResults(List.of()).run(forward.program());
    return new Sweeps(new Derived(selected, facts, task.choices()), sweeps.reverse());
  }

  private static <T> Set<T> union(Set<T> a, Set<T> b) {
    Set<T> all = new HashSet<>(a);
    all.addAll(b);
    return all;
  }

  /**
   * Forward through the gradient: its arguments have tangents, and so have the shadows in which it
   * adds partials up. Its own results are the first part of those of the new program; nobody wants
   * them, nor its shadows.
   *
   * @param gradientShadows the parameters that are the gradient's shadows
   * @param tangents those that are the tangents of arrays
   * @param shadows those that are shadows, of the gradient and of its derivative
   * @param results how many results the gradient has
   */
  private record ForwardOverReverse(
      Program program,
      Set<Integer> gradientShadows,
      Set<Integer> tangents,
      Set<Integer> shadows,
      int results) {
    static ForwardOverReverse of(Program gradient, Task task) {
      Function main = gradient.main();
      int own = main.parameters().size();
      int arrays = task.arrays(gradient);
      List<Boolean> active = new ArrayList<>(task.activity());
      // The gradient's shadows stand before its tape.
      int firstShadow = own - 1 - arrays;
      active.addAll(Collections.nCopies(firstShadow - active.size(), false));
      active.addAll(Collections.nCopies(arrays, true));
      active.add(false);
      Program product = Jvp.differentiate(sunk(gradient), active, task.nonSmooth(), task.width());
      Set<Integer> gradientShadows = range(firstShadow, arrays);
      int tangents = task.inputs() * task.width();
      Set<Integer> second = range(own + tangents, arrays * task.width());
      return new ForwardOverReverse(
          product,
          gradientShadows,
          arraysAmong(range(own, tangents), product.main()),
          union(gradientShadows, second),
          main.results().size());
    }

    /** The derivatives of the gradient's results from that one on. */
    Derived select(int first, Facts facts, Task task) {
      int width = task.width();
      List<Integer> wanted =
          IntStream.range(results + first * width, results + results * width).boxed().toList();
      return new Derived(new SelectResults(wanted).run(program), facts, task.choices());
    }
  }

  private static Set<Integer> arraysAmong(Set<Integer> parameters, Function main) {
    return parameters.stream()
        .filter(index -> main.parameters().get(index).type() instanceof ArrayType)
        .collect(Collectors.toSet());
  }

  private static Set<Integer> range(int first, int count) {
    return IntStream.range(first, first + count).boxed().collect(Collectors.toSet());
  }
}
