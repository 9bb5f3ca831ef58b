package dev.cotangent.processor.ir;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the derivative of a {@link Custom} callee comes from. */
public sealed interface Differential {
  /** The callees that a derivative may call. */
  default List<Callee> callees() {
    return List.of();
  }

  /**
   * From methods of the callee's companion, which take a tape behind everything else, except that
   * tangents come behind the tape if the callee itself takes one.
   *
   * @param sweeps the callee in reverse mode
   * @param tangent takes the callee's arguments and a tangent for each floating one, and leaves the
   *     tangent of a floating result on the tape
   * @param twin takes scalars for floating arguments
   * @param direct the callee in reverse mode, if one call is enough for it
   * @param isLast whether it is a derivative itself, of the highest order that there is
   */
  record Linked(
      Optional<Sweeps> sweeps,
      Optional<Callee> tangent,
      Optional<Callee> twin,
      Optional<Direct> direct,
      boolean isLast)
      implements Differential {
    /** What can be run, and has no derivative from here on. */
    public static final Linked LAST =
        new Linked(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), true);

    /** From two sweeps, as far as they are there. */
    public Linked(Optional<Sweeps> sweeps, Optional<Callee> tangent, Optional<Callee> twin) {
      this(sweeps, tangent, twin, Optional.empty(), false);
    }

    /** From one call for each mode. */
    public Linked(Callee tangent, Direct direct) {
      this(Optional.empty(), Optional.of(tangent), Optional.empty(), Optional.of(direct), false);
    }

    @Override
    public List<Callee> callees() {
      return Stream.concat(tangent.stream(), direct.map(Direct::callee).stream()).toList();
    }
  }

  /**
   * A reverse sweep that needs no forward sweep: it takes the first arguments as they were, a
   * shadow for each floating array among all arguments, and an array for the adjoints of the
   * numbers, all of which are among the first arguments.
   *
   * @param inputs how many arguments are the first; the others are arrays that are only filled
   */
  record Direct(Callee callee, int inputs) {}

  /**
   * The two sweeps of a callee: the forward one takes the arguments and the shadows of the floating
   * arrays among them; the reverse one takes the adjoint of a floating result, returns the adjoint
   * of the first number among the arguments, and leaves those of the others on the tape.
   */
  record Sweeps(Callee forward, Callee reverse) {}

  /** From nowhere: the callee may be run, but not differentiated. */
  record Unknown() implements Differential {}

  /** It is declared to be zero. */
  record Zero() implements Differential {}

  /**
   * From one method for each partial derivative.
   *
   * @param byParameter the partial in each parameter, as far as there is one
   */
  record Partials(List<Optional<Partial>> byParameter) implements Differential {
    /** Copies the list. */
    public Partials {
      byParameter = List.copyOf(byParameter);
    }

    @Override
    public List<Callee> callees() {
      return byParameter.stream().flatMap(Optional::stream).map(Partial::callee).toList();
    }
  }

  /**
   * A partial derivative.
   *
   * @param callee takes what the callee takes
   * @param takesResult whether it takes the callee's result after that
   * @param type the type of the partial, floating
   */
  record Partial(Callee callee, boolean takesResult, Type type) {}

  /**
   * From one method for all partial derivatives: it takes what the callee takes, after that the
   * callee's result if {@code takesResult}, then the cotangent of the result, a shadow for each
   * floating array, and, for several floating numbers, an array for their adjoints; the adjoint of
   * a single floating number is its result.
   */
  record Pullback(Callee callee, boolean takesResult) implements Differential {
    @Override
    public List<Callee> callees() {
      return List.of(callee);
    }
  }
}
