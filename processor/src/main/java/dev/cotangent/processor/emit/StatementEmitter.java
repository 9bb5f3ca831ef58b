package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.For;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Store;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.While;

/** Stage 7: writes the statements of regions, in order, and the delivery of the results. */
final class StatementEmitter {
  private final Plan plan;
  private final ExpressionPrinter printer;
  private final Assignments assignments;
  private final Lines lines;
  private final BranchEmitter branches;
  private final LoopEmitter loops;

  StatementEmitter(Plan plan, ExpressionPrinter printer, Assignments assignments, Lines lines) {
    this.plan = plan;
    this.printer = printer;
    this.assignments = assignments;
    this.lines = lines;
    this.branches = new BranchEmitter(plan, printer, assignments, lines, this::emit);
    this.loops = new LoopEmitter(plan, printer, assignments, lines, this::emit);
  }

  /** The whole body. */
  void emit(Function function, ResultSink sink) {
    emit(function.body());
    if (function.body().endsInThrow()) {
      return;
    }
    if (!function.results().isEmpty()) {
      for (ResultSink.Delivery delivery : sink.deliveries()) {
        deliver(function.results().get(delivery.result()), delivery);
      }
    }
    sink.closing().forEach(code -> lines.statement(Expression.primary(code), SourceRange.NONE));
  }

  private void deliver(Value result, ResultSink.Delivery delivery) {
    Expression value = printer.printAssigned(result);
    String before = delivery.target().toString();
    String space = before.endsWith("(") ? "" : " ";
    CodeBlock code =
        CodeBlock.of("$L$L$L$L", delivery.target(), space, value.code(), delivery.end());
    int width = before.length() + space.length() + value.width() + delivery.end().length();
    SourceRange source = plan.isFolded(result) ? result.source() : SourceRange.NONE;
    lines.statement(new Expression(code, Precedence.LOOSEST, width), source);
  }

  private void emit(Region region) {
    for (Op op : plan.statements(region)) {
      if (op instanceof If branch && !plan.isExpression(op)) {
        branches.emit(branch, region);
      } else if (op instanceof For loop) {
        loops.emit(loop, region);
      } else if (op instanceof While loop) {
        loops.emit(loop, region);
      } else {
        emitSimple(op, region);
      }
    }
  }

  private void emitSimple(Op op, Region region) {
    if (op instanceof Store store) {
      lines.statement(store(store), op.source());
    } else if (plan.setVariables(op).isEmpty()) {
      lines.statement(printer.definition(op), op.source());
    } else {
      assignments.define(op, region);
    }
  }

  private Expression store(Store op) {
    if (VectorText.isVector(op.content())) {
      return VectorText.store(
          printer.print(op.content()), printer.print(op.array()), printer.print(op.index()));
    }
    String operator = "=";
    Value content = op.content();
    if (plan.accumulations().contains(op)) {
      Binary operation = printer.withoutSign(plan.accumulations().operation(op));
      operator = operation.operator().symbol() + "=";
      content = operation.right();
    }
    Expression target = printer.element(op.array(), op.index());
    return Expression.assignment(target, operator, printer.printAssigned(content));
  }
}
