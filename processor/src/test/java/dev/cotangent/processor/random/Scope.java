package dev.cotangent.processor.random;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The variables that can be seen where a method is being written, and names for more. */
final class Scope {
  /** Names of methods, and of what generated code may have. */
  private static final List<String> ODD =
      List.of("f", "h", "value", "into", "tape", "seed", "gradient", "result", "dP0", "p0Tangent");

  private final List<String> odd = new ArrayList<>(ODD);
  private List<Variable> variables = new ArrayList<>();
  private int names;
  private int highest;

  Variable declare(Variable variable) {
    variables.add(variable);
    return variable;
  }

  List<Variable> named(Sort sort) {
    return variables.stream().filter(variable -> variable.sort() == sort).toList();
  }

  /** The variables of a sort that can be assigned to. */
  List<Variable> assignable(Sort sort) {
    return named(sort).stream().filter(Variable::assignable).toList();
  }

  /** The variables that are sure to be indices of an array. */
  List<Variable> indicesOf(String array) {
    return variables.stream().filter(variable -> variable.indexed().equals(array)).toList();
  }

  /** A name that nothing in sight has. */
  String fresh(String start) {
    highest = Math.max(highest, names + 1);
    return start + names++;
  }

  /** Like {@link #fresh}, but, as long as there are some, one that means something elsewhere. */
  String odd(String start, int choice) {
    return odd.isEmpty() ? fresh(start) : odd.remove(choice % odd.size());
  }

  /**
   * What {@code make} gives, while the variables that it declares go out of scope behind it.
   *
   * @param reuse whether others may then have their names
   */
  <T> T inner(boolean reuse, Supplier<T> make) {
    int before = variables.size();
    int namesBefore = names;
    T made = make.get();
    variables.subList(before, variables.size()).clear();
    names = reuse ? namesBefore : names;
    return made;
  }

  /** What {@code make} gives as a part of something that may declare a variable itself. */
  <T> T embedded(Supplier<T> make) {
    T made = inner(false, make);
    names = highest;
    return made;
  }

  /** The same where only constants of the surroundings can be seen, as in a lambda. */
  <T> T captured(Supplier<T> make) {
    List<Variable> around = variables;
    variables = new ArrayList<>(around.stream().filter(Variable::constant).toList());
    T made = make.get();
    variables = around;
    return made;
  }
}
