package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;

/**
 * The end of a statement whose paths come together: it yields which of its exits was taken, and the
 * variables.
 */
final class Join implements End {
  private final FunctionLowering function;
  private final Exits exits;
  private final List<Variable> variables;

  /**
   * @param variables what the statement may change, the exits' code included
   */
  Join(FunctionLowering function, Exits exits, List<Variable> variables) {
    this.function = function;
    this.exits = exits;
    this.variables = variables;
  }

  @Override
  public List<Value> yields(Jump jump) {
    Object code = exits.codeOf(jump);
    exits
        .code()
        .ifPresent(
            variable ->
                function.flow().write(variable, function.ops().constant(code, SourceRange.NONE)));
    return variables.stream().map(function::valueOrZero).toList();
  }

  @Override
  public List<Value> fresh(SourceRange at) {
    return Variable.fresh(variables, at);
  }

  /** From here on the variables are what the statement has yielded. */
  void write(List<Value> yielded) {
    for (int i = 0; i < variables.size(); i++) {
      function.flow().write(variables.get(i), yielded.get(i));
    }
  }
}
