package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Stage 7: unique names for parameters and variables. */
final class Naming {
  private Naming() {}

  static List<String> parameterNames(Function function) {
    Set<String> taken = new HashSet<>();
    List<String> names = new ArrayList<>();
    for (Value parameter : function.parameters()) {
      String name = unique(identifier(parameter.name(), "p"), taken);
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  /** The wish if it can be a variable's name, else a harmless variation of it. */
  static String identifier(String wish, String otherwise) {
    String name = wish.isEmpty() ? otherwise : wish;
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) ? name : name + "_";
  }

  /** The name, or with the first number behind it that makes it differ from all those taken. */
  static String unique(String name, Set<String> taken) {
    if (!taken.contains(name)) {
      return name;
    }
    String stem = Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
    int number = 2;
    while (taken.contains(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
