package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;
import java.util.List;
import java.util.function.Consumer;

/** Stage 7: writes loops. */
final class LoopEmitter {
  private final Plan plan;
  private final ExpressionPrinter printer;
  private final Assignments assignments;
  private final Lines lines;
  private final Consumer<Region> statements;

  LoopEmitter(
      Plan plan,
      ExpressionPrinter printer,
      Assignments assignments,
      Lines lines,
      Consumer<Region> statements) {
    this.plan = plan;
    this.printer = printer;
    this.assignments = assignments;
    this.lines = lines;
    this.statements = statements;
  }

  void emit(For loop, Region around) {
    assignments.declareBefore(loop);
    assignments.copy(Copy.zip(loop.carried(), loop.initial()), around);
    lines.open(header(loop));
    body(loop.body(), loop.carried());
    lines.close();
    assignments.copy(Copy.zip(loop.results(), loop.carried()), around);
  }

  /** One round; what comes after an exception is not written. */
  private void body(Region body, List<Value> carried) {
    statements.accept(body);
    if (!body.endsInThrow()) {
      assignments.copy(Copy.zip(carried, body.yields()), body);
    }
  }

  private CodeBlock header(For loop) {
    String index = assignments.name(loop.index());
    return CodeBlock.of(
        "for ($T $L = $L; $L $L $L; $L)",
        JavaTypes.of(loop.index().type()),
        index,
        printer.printAssigned(loop.start()).code(),
        index,
        loop.relation().symbol(),
        printer.print(loop.bound()).at(Precedence.ADDITIVE).code(),
        step(index, loop.step()));
  }

  private static String step(String index, int step) {
    if (step == 1) {
      return index + "++";
    }
    if (step == -1) {
      return index + "--";
    }
    return step < 0 && step != Integer.MIN_VALUE ? index + " -= " + -step : index + " += " + step;
  }

  void emit(While loop, Region around) {
    List<Value> carried = loop.condition().parameters();
    Value condition = loop.condition().yields().get(0);
    assignments.declareBefore(loop);
    assignments.copy(Copy.zip(carried, loop.initial()), around);
    // Java refuses statements behind a loop whose condition is a constant expression.
    if (plan.statements(loop.condition()).isEmpty() && !plan.isConstant(condition)) {
      lines.open(CodeBlock.of("while ($L)", printer.print(condition).code()));
    } else {
      lines.open(CodeBlock.of("while (true)"));
      statements.accept(loop.condition());
      leave(loop, condition);
    }
    assignments.copy(Copy.zip(loop.body().parameters(), carried), loop.body());
    body(loop.body(), carried);
    lines.close();
    assignments.copy(Copy.zip(loop.results(), carried), around);
  }

  private void leave(While loop, Value condition) {
    CodeBlock opposite = printer.printNegated(condition).code();
    if (plan.isConstant(condition)) {
      String name = assignments.freshName("goesOn", loop.condition());
      CodeBlock value = printer.print(condition).code();
      lines.statement(
          Expression.primary(CodeBlock.of("boolean $L = $L", name, value)), SourceRange.NONE);
      opposite = CodeBlock.of("!$L", name);
    }
    lines.open(CodeBlock.of("if ($L)", opposite));
    lines.statement(Expression.primary(CodeBlock.of("break")), SourceRange.NONE);
    lines.close();
  }
}
