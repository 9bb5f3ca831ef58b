package dev.cotangent.processor.ir;

import java.util.List;

/**
 * A record type, by its qualified source name and its components, whose values are nothing but
 * their components: they have no identity, and are never null. They live between the front end and
 * the pass that puts the components in their place; no later stage sees them.
 */
public record RecordType(String qualifiedName, List<Component> components) implements Type {
  /** A component: what its accessor is called, and its type. */
  public record Component(String name, Type type) {}

  /** Copies the list. */
  public RecordType {
    components = List.copyOf(components);
  }

  /** The position of the component of that name, or -1. */
  public int indexOf(String component) {
    List<String> names = components.stream().map(Component::name).toList();
    return names.indexOf(component);
  }

  /** How many values a record is made of, those of nested records included. */
  public int size() {
    return components.stream().mapToInt(component -> size(component.type())).sum();
  }

  /** How many values a value of this type is made of: one, unless it is a record. */
  public static int size(Type type) {
    return type instanceof RecordType inner ? inner.size() : 1;
  }

  /** Where, among the values that a record is made of, those of a component begin. */
  public int offset(int component) {
    return components.subList(0, component).stream().mapToInt(c -> size(c.type())).sum();
  }

  @Override
  public boolean holdsFloating() {
    return components.stream().anyMatch(component -> component.type().holdsFloating());
  }

  @Override
  public String toString() {
    return qualifiedName;
  }
}
