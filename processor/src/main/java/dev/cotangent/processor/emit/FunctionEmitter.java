package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.Function;
import java.util.List;

/** Stage 7: writes the body of a function as Java statements. */
public final class FunctionEmitter {
  private FunctionEmitter() {}

  /** The statements of the function's body in the given frame. */
  public static CodeBlock body(Function function, Frame frame) {
    Decisions decisions = Decisions.of(function, frame);
    Lines lines = new Lines(frame.lineComments());
    ExpressionPrinter printer =
        new ExpressionPrinter(decisions.plan(), decisions.variables(), frame);
    Assignments assignments = new Assignments(decisions, printer, lines);
    new StatementEmitter(decisions.plan(), printer, assignments, lines)
        .emit(function, frame.results());
    return lines.layOut();
  }

  /** The type that a method returns which returns the function's result; void for none. */
  public static TypeName returnType(Function function) {
    return function.results().isEmpty()
        ? TypeName.VOID
        : JavaTypes.of(function.results().get(0).type());
  }

  /** Parameters of a method of the function's own, named as {@link #parameterNames} says. */
  public static List<ParameterSpec> parameters(Function function) {
    List<String> names = parameterNames(function);
    List<ParameterSpec> specs = new java.util.ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      TypeName type = JavaTypes.of(function.parameters().get(i).type());
      specs.add(ParameterSpec.builder(type, names.get(i)).build());
    }
    return specs;
  }

  /** Decisions for the function's parameters: their own, made unique and fit for Java. */
  public static List<String> parameterNames(Function function) {
    return Naming.parameterNames(function);
  }
}
