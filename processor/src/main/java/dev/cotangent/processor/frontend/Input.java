package dev.cotangent.processor.frontend;

import dev.cotangent.processor.frontend.MethodModel.Parameter;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a method's program takes, or gives, in one place. A parameter is one input, unless it is a
 * record with floating values: then the object is one, and each component behind it, and so on for
 * records among the components.
 *
 * @param parameter the parameter
 * @param path the components that lead from the parameter to what the program takes; none for the
 *     parameter itself
 * @param type the type of what the program takes, never a record's
 */
public record Input(Parameter parameter, List<String> path, Type type) {
  /** Copies the list. */
  public Input {
    path = List.copyOf(path);
  }

  static List<Input> of(Parameter parameter) {
    List<Input> inputs = new ArrayList<>();
    collect(parameter, List.of(), parameter.type(), inputs);
    return inputs;
  }

  /** The same for a record that a method returns. */
  static List<Input> ofResult(RecordType type) {
    return of(new Parameter("value", type, null, false, true));
  }

  private static void collect(
      Parameter parameter, List<String> path, Type type, List<Input> inputs) {
    if (!(type instanceof RecordType record)) {
      inputs.add(new Input(parameter, path, type));
      return;
    }
    inputs.add(new Input(parameter, path, record.asObject()));
    for (RecordType.Component component : record.components()) {
      collect(parameter, Lists.append(path, component.name()), component.type(), inputs);
    }
  }

  /** Whether the companion differentiates with respect to it. */
  public boolean isWrt() {
    return parameter.isWrt() && type.holdsFloating();
  }

  /** Whether this is an array with respect to which the companion differentiates. */
  public boolean isWrtArray() {
    return isWrt() && !type.isFloating();
  }

  /** Whether this is a record itself, as the caller's object. */
  public boolean isObject() {
    return recordType().isPresent();
  }

  /** The record whose object this is. */
  public Optional<RecordType> recordType() {
    Type at = parameter.type();
    for (String name : path) {
      RecordType record = (RecordType) at;
      at = record.components().get(record.indexOf(name)).type();
    }
    return at instanceof RecordType record ? Optional.of(record) : Optional.empty();
  }

  /** The records that lead to this, as objects, outermost first. */
  public List<Input> owners() {
    return of(parameter).stream()
        .filter(other -> other.isObject() && other.path.size() < path.size())
        .filter(other -> path.subList(0, other.path.size()).equals(other.path))
        .toList();
  }

  /** Whether this is a parameter as the method declares it, and no record. */
  public boolean isParameter() {
    return !isComponent() && !isObject();
  }

  /** Whether this is a component of a record. */
  public boolean isComponent() {
    return !path.isEmpty();
  }

  /** A name for a variable that holds it: {@code x}, or {@code centerX} for a component. */
  public String variable() {
    String name = parameter.name();
    for (String component : path) {
      name = RecordType.nameOf(name, component);
    }
    return name;
  }

  /** What a reader calls it: {@code x}, or {@code center.x} for a component. */
  public String display() {
    return path.isEmpty() ? parameter.name() : parameter.name() + "." + String.join(".", path);
  }
}
