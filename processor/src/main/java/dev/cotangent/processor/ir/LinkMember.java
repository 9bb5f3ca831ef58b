package dev.cotangent.processor.ir;

import dev.cotangent.Derivative;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The members of a companion's {@code Link}: what each is called, takes and gives, by the method's
 * signature alone. Both sides of a link go by this table: the companion that has it, and the one
 * that calls it.
 */
public enum LinkMember {
  /**
   * The arguments; gives the method's result. For methods that take records, which callers have no
   * objects of.
   */
  VALUE("value"),
  /** The arguments, a shadow for each floating array, the tape; gives the method's result. */
  FORWARD("forward"),
  /**
   * The adjoint of the result, the tape; gives the adjoint of the first number, and leaves those of
   * the others on the tape.
   */
  REVERSE("reverse"),
  /**
   * The arguments, a tangent for each floating one, the tape; gives the method's result, and leaves
   * its tangent on the tape.
   */
  JVP("jvp"),
  /** As {@link #FORWARD}, then a tangent for everything floating that it takes. */
  FORWARD_TANGENT("forwardTangent"),
  /** As {@link #REVERSE}, then the tangent of the adjoint. */
  REVERSE_TANGENT("reverseTangent");

  /** The qualified name of a {@code Link} is that of its companion with this behind. */
  public static final String CLASS = "Link";

  /** The constant of a {@code Link} that cannot be used: it says why. */
  public static final String REFUSED = "REFUSED";

  /** The constant of a {@code Link} whose method does something that must happen once. */
  public static final String ONCE = "ONCE";

  /** The constant that lists other {@code Link}s: those of what the method calls. */
  public static final String CALLS = "CALLS";

  private final String method;

  LinkMember(String method) {
    this.method = method;
  }

  /** The method's name. */
  public String method() {
    return method;
  }

  /**
   * Whether a companion has the member. What gives no number has no {@code HVP} to ask for: both
   * {@code JVP} and {@code VJP} stand for it there.
   *
   * @param modes those of the annotation
   * @param records whether the method takes records
   * @param number whether it gives a number
   */
  public boolean isOffered(Set<Derivative> modes, boolean records, boolean number) {
    boolean second =
        number
            ? modes.contains(Derivative.HVP)
            : modes.contains(Derivative.JVP) && modes.contains(Derivative.VJP);
    return switch (this) {
      case VALUE -> records;
      case FORWARD, REVERSE -> true;
      case JVP -> modes.contains(Derivative.JVP) || modes.contains(Derivative.HVP);
      case FORWARD_TANGENT, REVERSE_TANGENT -> second;
    };
  }

  /**
   * A parameter of a member.
   *
   * @param type its type
   * @param parameter the method's parameter that it belongs to; −1 for none
   * @param suffix what its name has behind that parameter's
   */
  public record Slot(Type type, int parameter, String suffix) {}

  /** The parameters for a method with these types. */
  public List<Slot> slots(List<Type> parameters, Optional<Type> result) {
    return switch (this) {
      case VALUE -> own(parameters);
      case FORWARD -> forward(parameters);
      case REVERSE -> reverse(result);
      case JVP -> {
        List<Slot> slots = own(parameters);
        slots.addAll(tangents(slots));
        slots.add(tape());
        yield slots;
      }
      case FORWARD_TANGENT -> withTangents(forward(parameters));
      case REVERSE_TANGENT -> withTangents(reverse(result));
    };
  }

  private static List<Slot> own(List<Type> parameters) {
    List<Slot> slots = new ArrayList<>();
    IntStream.range(0, parameters.size())
        .forEach(i -> slots.add(new Slot(parameters.get(i), i, "")));
    return slots;
  }

  private static List<Slot> forward(List<Type> parameters) {
    List<Slot> slots = own(parameters);
    for (int i = 0; i < parameters.size(); i++) {
      if (parameters.get(i).isFloatingArray()) {
        slots.add(new Slot(parameters.get(i).derivative(), i, "Bar"));
      }
    }
    slots.add(tape());
    return slots;
  }

  private static List<Slot> reverse(Optional<Type> result) {
    List<Slot> slots = new ArrayList<>();
    result
        .filter(Type::isFloating)
        .ifPresent(type -> slots.add(new Slot(type.derivative(), -1, "seed")));
    slots.add(tape());
    return slots;
  }

  private static Slot tape() {
    return new Slot(ReferenceType.TAPE, -1, "tape");
  }

  private static List<Slot> withTangents(List<Slot> slots) {
    List<Slot> all = new ArrayList<>(slots);
    all.addAll(tangents(slots));
    return all;
  }

  private static List<Slot> tangents(List<Slot> slots) {
    return slots.stream()
        .filter(slot -> slot.type().isFloating() || slot.type().isFloatingArray())
        .map(slot -> new Slot(slot.type().derivative(), slot.parameter(), slot.suffix() + "Dot"))
        .toList();
  }

  /** What the member gives; empty for nothing. */
  public Optional<Type> result(List<Type> parameters, Optional<Type> result) {
    return switch (this) {
      case VALUE, FORWARD, JVP, FORWARD_TANGENT -> result;
      case REVERSE, REVERSE_TANGENT ->
          parameters.stream().filter(Type::isFloating).map(Type::derivative).findFirst();
    };
  }
}
