package dev.cotangent.processor.emit;

import dev.cotangent.Derivative;
import dev.cotangent.processor.ir.LinkMember;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Stage 7, input: the programs that a companion's members run.
 *
 * @param derivatives the program of each derivative that the companion offers
 * @param recorded the gradient that writes a transcript of the method's effects, behind the
 *     method's own parameters; empty if there are none, or nobody goes through the method again
 * @param gradientAndProduct the gradient and its derivative along a direction, if the companion
 *     offers the latter
 * @param pullback what pulls many cotangents back behind one forward sweep, if the companion offers
 *     that
 * @param jacobian what fills a Jacobian, if the companion offers one
 * @param scalar the define-by-run twin; empty if the user does without it
 * @param links the programs of the members through which other companions differentiate calls
 * @param written the places of the arrays among the method's inputs that it may overwrite
 */
public record CompanionPrograms(
    Map<Derivative, Derived> derivatives,
    Optional<Program> recorded,
    Optional<Program> gradientAndProduct,
    Optional<Sweeps> pullback,
    Optional<Jacobian> jacobian,
    Optional<Program> scalar,
    Linked links,
    Set<Integer> written) {
  private static final ReferenceType TWINS_GRADIENT =
      new ReferenceType("dev.cotangent.ScalarGradient");

  /** Copies the collections. */
  public CompanionPrograms {
    derivatives = Map.copyOf(derivatives);
    written = Set.copyOf(written);
  }

  /** All of them. */
  Stream<Program> all() {
    return Stream.of(
            derivatives.values().stream().map(Derived::program),
            recorded.stream(),
            gradientAndProduct.stream(),
            pullback.stream().flatMap(Sweeps::all),
            jacobian.stream().flatMap(Jacobian::all),
            scalar.stream(),
            links.members().values().stream(),
            links.twin().stream())
        .flatMap(programs -> programs);
  }

  /** Whether the twin takes derivatives within the method, by {@code ScalarGradient}. */
  boolean twinTakesDerivatives() {
    return scalar.stream()
        .flatMap(program -> program.functions().stream())
        .anyMatch(function -> takesDerivatives(function.body()));
  }

  private static boolean takesDerivatives(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.results().stream().anyMatch(value -> value.type().equals(TWINS_GRADIENT))
                    || op.regions().stream().anyMatch(CompanionPrograms::takesDerivatives));
  }

  /**
   * The programs of {@code Link}.
   *
   * @param members the program of each member; none if the method cannot be differentiated in all
   *     its floating parameters
   * @param twin the define-by-run twin lifted in all floating parameters; empty if {@code scalar}
   *     is that, or if there is none
   * @param refusal why it cannot
   * @param repeats whether calls may be repeated
   */
  public record Linked(
      Map<LinkMember, Program> members,
      Optional<Program> twin,
      Optional<String> refusal,
      Repeats repeats) {
    /** Copies the map. */
    public Linked {
      members = Map.copyOf(members);
    }
  }

  /**
   * Whether a call may run again where the user sees one.
   *
   * @param own whether the method does nothing itself that must happen once
   * @param links the {@code Link} of each method of another file that it calls
   */
  public record Repeats(boolean own, List<String> links) {
    /** Copies the list. */
    public Repeats {
      links = List.copyOf(links);
    }
  }

  /**
   * The program of a derivative.
   *
   * @param program the program
   * @param width how many directions it carries
   */
  public record Derived(Program program, int width) {}

  /**
   * Two programs that meet on a tape.
   *
   * @param forward the forward sweep
   * @param reverse the reverse sweep, which may run several times
   */
  public record Sweeps(Program forward, Program reverse) {
    Stream<Program> all() {
      return Stream.of(forward, reverse);
    }
  }

  /**
   * The programs that fill a Jacobian.
   *
   * @param columns several columns; empty if the method can be gone through only once, by the
   *     forward sweep of the rows, which then gives the values
   * @param single one column, where a run of {@code columns} gives as many as it is told to, along
   *     unit vectors, see {@code BatchDirections}
   * @param rows several rows for each run; empty if that would keep too much on a tape, or if the
   *     method can be gone through only once
   * @param sweeps one row for each run of the reverse sweep, where there are no {@code rows}
   * @param values what gives the values; empty if the user's method itself will do, or that sweep
   * @param recorded whether a transcript of the method's effects is written and read, behind the
   *     method's own parameters
   */
  public record Jacobian(
      Optional<Derived> columns,
      Optional<Derived> single,
      Optional<Derived> rows,
      Optional<Sweeps> sweeps,
      Optional<Program> values,
      boolean recorded) {
    /** Whether a run gives as many columns as it is told to. */
    boolean lanes() {
      return single.isPresent();
    }

    /** What runs along directions that need not be unit vectors. */
    Optional<Derived> along() {
      return single.or(() -> columns);
    }

    Stream<Program> all() {
      return Stream.of(
              columns.stream().map(Derived::program),
              single.stream().map(Derived::program),
              rows.stream().map(Derived::program),
              sweeps.stream().flatMap(Sweeps::all),
              values.stream())
          .flatMap(programs -> programs);
    }
  }

  /** The program of one derivative. */
  Program of(Derivative mode) {
    return derived(mode).program();
  }

  /** How many directions the program of one derivative carries. */
  int width(Derivative mode) {
    return derived(mode).width();
  }

  private Derived derived(Derivative mode) {
    return Optional.ofNullable(derivatives.get(mode)).orElseThrow();
  }
}
