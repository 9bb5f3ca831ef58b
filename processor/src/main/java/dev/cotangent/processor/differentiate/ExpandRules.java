package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.analysis.Structure;
import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Differential;
import dev.cotangent.processor.ir.Differential.Partial;
import dev.cotangent.processor.ir.Differential.Partials;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Invoke;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * For the define-by-run twin: makes the partials that derivative rules give values of the program,
 * on which the result depends. So the twin knows how they depend on the inputs, and has second and
 * third derivatives through rules. Input: a program to be lifted. Output: the same where the result
 * of a call with rules is its value, tied to each argument by its partial.
 *
 * <p>Rules may be each other's derivatives, so that this has no end: the partials of partials of
 * partials are numbers again. What cannot be differentiated, such as a rule whose body uses opaque
 * Java, and rules that pull back, stay as they are.
 */
final class ExpandRules {
  /** A tie of a value to an argument by a partial. */
  static final String WITH_PARTIAL = "withPartial";

  /** How often partials are values: the twin has derivatives up to one order more. */
  private static final int DEPTH = 2;

  private final Program program;
  private final LiftedValues lifted;
  private final Map<String, Function> copies = new LinkedHashMap<>();

  private ExpandRules(Program program, LiftedValues lifted) {
    this.program = program;
    this.lifted = lifted;
  }

  /**
   * The program with its rules expanded.
   *
   * @param wrt the parameters that are lifted
   */
  static Program in(Program program, List<Boolean> wrt) {
    boolean[] found = {false};
    program
        .functions()
        .forEach(f -> Structure.forEach(f.body(), op -> found[0] |= rules(op).isPresent()));
    return found[0] ? new ExpandRules(program, LiftedValues.of(program, wrt)).expanded() : program;
  }

  private static Optional<Partials> rules(Op op) {
    return op instanceof Invoke call
            && call.results().size() == 1
            && call.callee().differential() instanceof Partials rules
        ? Optional.of(rules)
        : Optional.empty();
  }

  private Program expanded() {
    Map<String, Function> helpers = new LinkedHashMap<>();
    program.helpers().forEach((name, helper) -> helpers.put(name, expanded(name, helper, DEPTH)));
    Function main = expanded(program.main().name(), program.main(), DEPTH);
    helpers.putAll(copies);
    return new Program(main, helpers);
  }

  private Function expanded(String name, Function function, int depth) {
    return new Function(name, new Expansion(depth).rewrite(function.body()));
  }

  private Function function(String name) {
    return name.equals(program.main().name()) ? program.main() : program.helper(name);
  }

  /** The function whose calls with rules are expanded less often. */
  private String copy(String name, int depth) {
    String copy = name + "InOrder" + (depth + 1);
    while (program.helpers().containsKey(copy)) {
      copy += "_";
    }
    if (!copies.containsKey(copy)) {
      // A recursive function finds its own name taken while it is being expanded.
      copies.put(copy, function(name));
      copies.put(copy, expanded(copy, function(name), depth));
    }
    return copy;
  }

  /** Whether the partial may be a value of the program. */
  private boolean isKnown(Callee rule) {
    if (rule instanceof Callee.Helper helper) {
      return !usesOpaque(helper.name(), new HashSet<>());
    }
    return rule instanceof Custom custom
        && !(custom.differential() instanceof Differential.Unknown);
  }

  /** Whether opaque Java, of which no derivative is known, runs in the function. */
  private boolean usesOpaque(String name, Set<String> seen) {
    boolean[] found = {false};
    if (seen.add(name)) {
      Structure.forEach(
          function(name).body(),
          op ->
              found[0] |=
                  op instanceof Opaque
                      || (op instanceof Call call && usesOpaque(call.callee(), seen)));
    }
    return found[0];
  }

  /** Rebuilds one function. */
  private final class Expansion extends Rewriter {
    private final int depth;

    Expansion(int depth) {
      this.depth = depth;
    }

    @Override
    protected void rewrite(Op op, Builder out) {
      if (op instanceof Call call && depth < DEPTH) {
        copy(
            new Call(
                ExpandRules.this.copy(call.callee(), depth),
                call.arguments(),
                call.results(),
                call.source()),
            out);
      } else if (isExpandable(op)) {
        Invoke call = (Invoke) op;
        replace(call.results().get(0), tied(call, map(call.arguments()), depth, out));
      } else {
        copy(op, out);
      }
    }

    private boolean isExpandable(Op op) {
      Optional<Partials> rules = rules(op);
      return depth > 0
          && rules.isPresent()
          && rules.get().callees().stream().allMatch(ExpandRules.this::isKnown)
          && wanted((Invoke) op).stream()
              .allMatch(i -> rules.get().byParameter().get(i).isPresent());
    }

    /** Nobody knows which arguments of a copy are lifted: those that have rules may be. */
    private List<Integer> wanted(Invoke call) {
      List<Integer> wanted = new ArrayList<>();
      for (int i = 0; i < call.arguments().size(); i++) {
        boolean ruled = rules(call).orElseThrow().byParameter().get(i).isPresent();
        if (depth < DEPTH ? ruled : lifted.contains(call.arguments().get(i))) {
          wanted.add(i);
        }
      }
      return wanted;
    }

    /** The call's result, with partials that are values to that depth. */
    private Value tied(Invoke call, List<Value> arguments, int level, Builder out) {
      Value result = fresh(call.results().get(0));
      if (level == 0) {
        out.append(call.callee().call(arguments, List.of(result), call.source()));
        return result;
      }
      Custom number = new Custom(call.callee().display(), call.callee().body());
      out.append(
          number.declare(new Differential.Zero()).call(arguments, List.of(result), call.source()));
      Value within = null;
      Value at = result;
      for (int i : wanted(call)) {
        Partial rule = rules(call).orElseThrow().byParameter().get(i).orElseThrow();
        List<Value> given = new ArrayList<>(arguments);
        if (rule.takesResult()) {
          within = within == null ? tied(call, arguments, level - 1, out) : within;
          given.add(within);
        }
        Value partial = out.widen(partial(rule, given, level - 1, call, out));
        Value next = fresh(call.results().get(0));
        List<Value> tie = List.of(at, arguments.get(i), partial);
        out.append(new MathCall(MathCall.SCALAR, WITH_PARTIAL, tie, false, next));
        at = next;
      }
      return at;
    }

    private Value partial(Partial rule, List<Value> given, int level, Invoke call, Builder out) {
      Value partial = out.value(rule.type(), "");
      if (rule.callee() instanceof Callee.Helper helper) {
        Callee.Helper copied = new Callee.Helper(ExpandRules.this.copy(helper.name(), level));
        out.append(copied.call(given, List.of(partial), call.source()));
        return partial;
      }
      Invoke inner = new Invoke((Custom) rule.callee(), given, List.of(partial), call.source());
      if (rules(inner).isPresent()) {
        return new Expansion(Math.min(level, DEPTH - 1)).partial(inner, given, out);
      }
      out.append(inner);
      return partial;
    }

    /** A partial that has rules of its own. */
    private Value partial(Invoke inner, List<Value> given, Builder out) {
      return isExpandable(inner) ? tied(inner, given, depth, out) : tied(inner, given, 0, out);
    }
  }
}
