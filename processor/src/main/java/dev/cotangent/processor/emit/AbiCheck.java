package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.runtime.Abi;

/**
 * Stage 7: what runs before anything else in a generated class that users may reach first: the
 * question whether the runtime is one that the class was generated for. Without it a runtime that
 * lacks a member would be found out in the middle of a computation, by an error that tells no one
 * what to do.
 */
final class AbiCheck {
  private AbiCheck() {}

  /** The code of the class's static initialiser. */
  static CodeBlock block() {
    return CodeBlock.builder()
        .addStatement("$T.requireVersion($L, $L)", RuntimeNames.ABI, Abi.VERSION, Abi.REVISION)
        .build();
  }
}
