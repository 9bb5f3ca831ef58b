package dev.cotangent.processor.differentiate;

import dev.cotangent.processor.ir.Builder;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.ForgetRules;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Rewriter;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Calls that stay on numbers in a define-by-run twin: of what derivative rules are given for, and
 * of the rules themselves. The helpers that they reach are copied under other names, since those
 * under the own names are lifted.
 */
final class NumberCalls {
  private static final String SUFFIX = "OfNumbers";

  private final Program program;
  private final Map<String, String> names = new HashMap<>();
  private final Map<String, Function> copies = new LinkedHashMap<>();

  NumberCalls(Program program) {
    this.program = program;
  }

  /** The copied helpers. */
  Map<String, Function> copies() {
    return copies;
  }

  /** The same callee, on numbers and without a derivative. */
  Callee onNumbers(Callee callee) {
    if (callee instanceof Callee.Helper helper) {
      return new Callee.Helper(copyOf(helper.name()));
    }
    return callee instanceof Custom custom ? onNumbers(custom.body()) : callee;
  }

  private String copyOf(String helper) {
    String name = names.get(helper);
    if (name == null) {
      name = unused(helper + SUFFIX);
      names.put(helper, name);
      boolean recursive = helper.equals(program.main().name());
      Function original = recursive ? program.main() : program.helper(helper);
      Function plain = new ForgetRules().rewrite(original);
      copies.put(name, new Function(name, new Redirect().rewrite(plain.body())));
    }
    return name;
  }

  private String unused(String wish) {
    String name = wish;
    while (program.helpers().containsKey(name)) {
      name += "_";
    }
    return name;
  }

  /** Makes each call one of a copy. */
  private final class Redirect extends Rewriter {
    @Override
    protected void rewrite(Op op, Builder out) {
      boolean calls = op instanceof Call;
      copy(
          calls
              ? new Call(copyOf(((Call) op).callee()), op.operands(), op.results(), op.source())
              : op,
          out);
    }
  }
}
