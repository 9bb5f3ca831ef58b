package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import java.util.List;

/** Stage 7: how a call of a helper of the program is written. */
@FunctionalInterface
public interface Callees {
  /** Calls the method that has the helper's name, with the arguments as they are. */
  Callees BY_NAME =
      (helper, arguments) -> CodeBlock.of("$L($L)", helper, CodeBlock.join(arguments, ",$W"));

  /**
   * The call, as an expression that needs no parentheses (of type void if the helper has no
   * result).
   *
   * @param helper the helper's name in its program
   * @param arguments the arguments' expressions, each to be written exactly once and in this order
   */
  CodeBlock call(String helper, List<CodeBlock> arguments);
}
