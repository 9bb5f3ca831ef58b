package dev.cotangent.processor.frontend;

import com.sun.source.tree.BlockTree;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;

/** The end of a method: it yields what is returned. */
final class FunctionEnd implements End {
  private final FunctionLowering function;
  private final Optional<Variable> result;
  private final BlockTree body;

  /**
   * @param result the variable that holds what is returned; empty for {@code void}
   */
  FunctionEnd(FunctionLowering function, Optional<Variable> result, BlockTree body) {
    this.function = function;
    this.result = result;
    this.body = body;
  }

  @Override
  public List<Value> yields(Jump jump) {
    if (result.isPresent() && jump.equals(Jump.NEXT)) {
      function.reportMissingReturn(body);
    }
    return result.stream().map(function::valueOrZero).toList();
  }

  @Override
  public List<Value> fresh(SourceRange at) {
    return Variable.fresh(result.stream().toList(), at);
  }
}
