package dev.cotangent.processor.emit;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** Stage 7: hands out the names of a companion's members, fields and parameters, each once. */
final class TakenNames {
  private final Set<String> taken = new HashSet<>();

  TakenNames(Collection<String> taken) {
    this.taken.addAll(taken);
  }

  /** The wish, varied if it is taken or no name in Java; taken from now on. */
  String take(String wish) {
    String stem = wish.isEmpty() ? "array" : wish;
    if (!SourceVersion.isIdentifier(stem) || SourceVersion.isKeyword(stem)) {
      stem = stem + "_";
    }
    String name = stem;
    for (int number = 2; !taken.add(name); number++) {
      name = stem + "_" + number;
    }
    return name;
  }

  /** Makes a name unavailable. */
  void reserve(String name) {
    taken.add(name);
  }

  /** All names that are taken. */
  Set<String> all() {
    return Set.copyOf(taken);
  }
}
