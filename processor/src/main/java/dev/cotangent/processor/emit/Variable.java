package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Stage 7: one Java variable, with the values that it holds one after the other. */
final class Variable {
  private final List<Value> values = new ArrayList<>();
  private final boolean shareable;
  private final boolean declaredElsewhere;
  private String name = "";

  private Variable(Value first, boolean shareable, boolean declaredElsewhere) {
    values.add(first);
    this.shareable = shareable;
    this.declaredElsewhere = declaredElsewhere;
  }

  /** A local variable that may come to hold other values too. */
  static Variable local(Value value) {
    return new Variable(value, true, false);
  }

  /** The variable of a counted loop, which holds nothing else. */
  static Variable index(Value value) {
    return new Variable(value, false, true);
  }

  /** A parameter of the method, which exists already. */
  static Variable parameter(Value value, boolean assignable) {
    return new Variable(value, assignable, true);
  }

  /** Takes over the other variable's values. */
  void absorb(Variable other) {
    values.addAll(other.values);
  }

  /** The values, this variable's first one in front. */
  List<Value> values() {
    return values;
  }

  /** Whether it is a parameter or declared in a loop's header. */
  boolean isDeclaredElsewhere() {
    return declaredElsewhere;
  }

  /** Whether other values may be put into it. */
  boolean isShareable() {
    return shareable;
  }

  Type type() {
    return values.get(0).type();
  }

  /** The name that the values want: they agree on it, as far as they have one. */
  String wish() {
    return values.stream().map(Value::name).filter(wish -> !wish.isEmpty()).findFirst().orElse("");
  }

  /** The Java name, or a parameter's expression. */
  String name() {
    return name;
  }

  void call(String chosen) {
    name = chosen;
  }

  @Override
  public String toString() {
    return name + values;
  }
}
