package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;

/**
 * Chooses a method for the types of the arguments in Java's three phases: without boxing, with
 * boxing, with a variable number of arguments. Type parameters are taken by their erasure, since no
 * generic method is in the language.
 */
final class OverloadResolution {
  /**
   * @param spread whether the last arguments are gathered into an array
   */
  record Choice(ExecutableElement method, boolean spread) {}

  private final TypeReader types;
  private final Types compilerTypes;

  OverloadResolution(TypeReader types, Types compilerTypes) {
    this.types = types;
    this.compilerTypes = compilerTypes;
  }

  /**
   * The method that a call with such arguments means; empty if none fits, or several equally well.
   */
  Optional<Choice> choose(List<ExecutableElement> candidates, List<Type> arguments) {
    return phase(candidates, arguments, types::isPassable, false)
        .or(() -> phase(candidates, arguments, types::isPassableBoxed, false))
        .or(() -> phase(candidates, arguments, types::isPassableBoxed, true));
  }

  private Optional<Choice> phase(
      List<ExecutableElement> candidates,
      List<Type> arguments,
      BiPredicate<Type, TypeMirror> passable,
      boolean spread) {
    List<ExecutableElement> applicable =
        candidates.stream()
            .filter(method -> !spread || method.isVarArgs())
            .filter(method -> isApplicable(method, arguments, passable, spread))
            .toList();
    return applicable.stream()
        .filter(method -> isMostSpecific(method, applicable, arguments.size(), spread))
        .findFirst()
        .map(method -> new Choice(method, spread));
  }

  private boolean isApplicable(
      ExecutableElement method,
      List<Type> arguments,
      BiPredicate<Type, TypeMirror> passable,
      boolean spread) {
    int declared = method.getParameters().size();
    if (spread ? arguments.size() < declared - 1 : arguments.size() != declared) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!passable.test(arguments.get(i), parameter(method, i, spread))) {
        return false;
      }
    }
    return true;
  }

  private boolean isMostSpecific(
      ExecutableElement method, List<ExecutableElement> all, int arguments, boolean spread) {
    return all.stream().allMatch(other -> isAtLeastAsSpecific(method, other, arguments, spread));
  }

  private boolean isAtLeastAsSpecific(
      ExecutableElement method, ExecutableElement other, int arguments, boolean spread) {
    int compared = spread ? Math.max(arguments, method.getParameters().size()) : arguments;
    for (int i = 0; i < compared; i++) {
      TypeMirror own = parameter(method, i, spread);
      TypeMirror theirs = parameter(other, i, spread);
      Optional<Type> read = types.read(compilerTypes.erasure(own));
      if (read.isEmpty() || !types.isPassable(read.get(), theirs)) {
        return false;
      }
    }
    return true;
  }

  /** The type that the argument at this index is passed as. */
  static TypeMirror parameter(ExecutableElement method, int index, boolean spread) {
    List<? extends VariableElement> parameters = method.getParameters();
    int last = parameters.size() - 1;
    if (spread && index >= last) {
      return ((ArrayType) parameters.get(last).asType()).getComponentType();
    }
    return parameters.get(index).asType();
  }
}
