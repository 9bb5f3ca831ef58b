package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** The text of an {@link Opaque} under construction, with its operands. */
final class Template {
  private final StringBuilder text = new StringBuilder();
  private final List<Value> operands = new ArrayList<>();

  /** Appends Java as it stands. */
  Template text(String java) {
    text.append(java);
    return this;
  }

  /** Appends a value. */
  Template hole(Value operand) {
    text.append('$').append(operands.size());
    operands.add(operand);
    return this;
  }

  /** Appends a class's name. */
  Template name(String qualifiedName) {
    text.append('{').append(qualifiedName).append('}');
    return this;
  }

  /** Appends a type with its arguments. */
  Template type(Type type) {
    if (type instanceof ArrayType array) {
      return type(array.element()).text("[]");
    }
    if (!(type instanceof ReferenceType reference)) {
      return text(type.toString());
    }
    name(reference.qualifiedName());
    if (reference.arguments().isEmpty()) {
      return this;
    }
    text("<");
    for (int i = 0; i < reference.arguments().size(); i++) {
      text(i == 0 ? "" : ", ");
      argument(reference.arguments().get(i));
    }
    return text(">");
  }

  private void argument(TypeArgument argument) {
    if (argument.equals(TypeArgument.ANY)) {
      text("?");
      return;
    }
    switch (argument.kind()) {
      case EXACT -> type(argument.type());
      case EXTENDS -> text("? extends ").type(argument.type());
      case SUPER -> text("? super ").type(argument.type());
    }
  }

  /** Appends another template. */
  Template append(Template other) {
    String shifted = other.text.toString();
    for (int i = other.operands.size() - 1; i >= 0; i--) {
      shifted = shifted.replace("$" + i, "\0" + (i + operands.size()) + "\0");
    }
    text.append(shifted.replaceAll("\0(\\d+)\0", "\\$$1"));
    operands.addAll(other.operands);
    return this;
  }

  List<Value> operands() {
    return List.copyOf(operands);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
