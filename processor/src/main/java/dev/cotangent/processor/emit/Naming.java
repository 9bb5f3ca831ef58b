package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Stage 7: names for variables: the user's where that is possible, made unique among the variables
 * that are visible together; short common names for the rest.
 */
final class Naming {
  private final Plan plan;
  private final Scopes scopes;
  private final Set<String> reserved;
  private final Map<String, List<Region>> homesByName = new HashMap<>();

  private Naming(Plan plan, Scopes scopes, Set<String> reserved) {
    this.plan = plan;
    this.scopes = scopes;
    this.reserved = reserved;
  }

  /** Names all local variables of a function. Those with a wish of their own choose first. */
  static Naming of(Function function, Plan plan, Scopes scopes, Frame frame) {
    Set<String> reserved = new HashSet<>(frame.reserved());
    frame.parameters().stream().map(CodeBlock::toString).forEach(reserved::add);
    reserved.addAll(MentionedTypes.of(function));
    Naming naming = new Naming(plan, scopes, reserved);
    List<Variable> locals = scopes.locals();
    locals.stream().filter(local -> !local.wish().isEmpty()).forEach(naming::name);
    locals.stream().filter(local -> local.wish().isEmpty()).forEach(naming::name);
    return naming;
  }

  private void name(Variable variable) {
    String wish = variable.wish().isEmpty() ? Wishes.forUnnamed(variable, plan) : variable.wish();
    variable.call(choose(wish, scopes.scope(variable)));
  }

  /** A name for one more variable of the region. */
  String choose(String wish, Region scope) {
    String name = unique(identifier(wish, "t"), candidate -> isTaken(candidate, scope));
    homesByName.computeIfAbsent(name, key -> new ArrayList<>()).add(scope);
    return name;
  }

  private boolean isTaken(String name, Region scope) {
    return reserved.contains(name)
        || homesByName.getOrDefault(name, List.of()).stream()
            .anyMatch(
                other -> plan.uses().isWithin(other, scope) || plan.uses().isWithin(scope, other));
  }

  /** Unique names for a function's parameters. */
  static List<String> parameterNames(Function function) {
    Set<String> taken = new HashSet<>(MentionedTypes.of(function));
    List<String> names = new ArrayList<>();
    for (Value parameter : function.parameters()) {
      String name = unique(identifier(parameter.name(), "p"), taken::contains);
      taken.add(name);
      names.add(name);
    }
    return names;
  }

  /** The wish if it can be a variable's name, else a harmless variation of it. */
  private static String identifier(String wish, String otherwise) {
    String name = wish.isEmpty() ? otherwise : wish;
    return SourceVersion.isIdentifier(name) && !SourceVersion.isKeyword(name) ? name : name + "_";
  }

  /** The name, or with the first number behind it that makes it free. */
  private static String unique(String name, java.util.function.Predicate<String> taken) {
    if (!taken.test(name)) {
      return name;
    }
    String stem = Character.isDigit(name.charAt(name.length() - 1)) ? name + "_" : name;
    int number = 2;
    while (taken.test(stem + number)) {
      number++;
    }
    return stem + number;
  }
}
