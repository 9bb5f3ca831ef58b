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

  /** The type of the objects that hold such records. */
  public ReferenceType asObject() {
    return new ReferenceType(qualifiedName);
  }

  /**
   * What a component of something with that name, which may be empty, is called: after both, {@code
   * centerX}, or after itself alone.
   */
  public static String nameOf(String record, String component) {
    if (record.isEmpty()) {
      return component;
    }
    int first = component.codePointAt(0);
    return record
        + Character.toString(Character.toUpperCase(first))
        + component.substring(Character.charCount(first));
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
