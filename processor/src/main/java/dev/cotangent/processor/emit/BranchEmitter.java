package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.If;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.function.Consumer;

/** Stage 7: writes conditionals that are statements. */
final class BranchEmitter {
  /** A branch: its region and the copies at its end that change something. */
  private record Branch(Region region, List<Copy> copies) {
    Branch without(List<Copy> gone) {
      return new Branch(region, copies.stream().filter(copy -> !gone.contains(copy)).toList());
    }
  }

  private final Plan plan;
  private final ExpressionPrinter printer;
  private final Assignments assignments;
  private final Lines lines;
  private final Consumer<Region> statements;

  BranchEmitter(
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

  void emit(If op, Region around) {
    Branch first = branch(op, op.thenRegion());
    Branch second = branch(op, op.elseRegion());
    List<Copy> initial = initial(second);
    assignments.copy(initial, around);
    second = second.without(initial);
    initial = initial(first);
    assignments.copy(initial, around);
    first = first.without(initial);
    assignments.declareBefore(op);
    if (isEmpty(first) && isEmpty(second)) {
      return;
    }
    if (isEmpty(first)) {
      lines.open(CodeBlock.of("if ($L)", printer.printNegated(op.condition()).code()));
      fill(second);
    } else {
      lines.open(CodeBlock.of("if ($L)", printer.print(op.condition()).code()));
      fill(first);
      otherwise(second);
    }
    lines.close();
  }

  private Branch branch(If op, Region region) {
    return new Branch(
        region,
        region.endsInThrow()
            ? List.of()
            : assignments.changing(Copy.ofBranch(op, region, plan.uses())));
  }

  private boolean isEmpty(Branch branch) {
    return branch.copies().isEmpty() && plan.statements(branch.region()).isEmpty();
  }

  /**
   * The copies that give new variables simple values. They can go before the conditional, which
   * then has less in this branch, or nothing.
   */
  private List<Copy> initial(Branch branch) {
    return branch.copies().stream()
        .filter(copy -> !assignments.isDeclared(copy))
        .filter(copy -> isSimpleBefore(branch.region(), copy.source()))
        .filter(copy -> !assignments.isSetInside(copy, branch.region()))
        .toList();
  }

  /** Whether the value is a literal, or a variable's that exists before the region. */
  private boolean isSimpleBefore(Region region, Value value) {
    return plan.isFolded(value)
        ? plan.uses().definition(value) instanceof Constant
        : !plan.uses().isWithin(plan.uses().home(value), region);
  }

  private void fill(Branch branch) {
    statements.accept(branch.region());
    assignments.copy(branch.copies(), branch.region());
  }

  /** The else branch, if there is one, as {@code else if} where it is nothing but a conditional. */
  private void otherwise(Branch branch) {
    if (isEmpty(branch)) {
      return;
    }
    List<Op> inner = plan.statements(branch.region());
    if (branch.copies().isEmpty() && inner.size() == 1 && isChain(inner.get(0))) {
      If chained = (If) inner.get(0);
      lines.next(CodeBlock.of("else if ($L)", printer.print(chained.condition()).code()));
      fill(branch(chained, chained.thenRegion()));
      otherwise(branch(chained, chained.elseRegion()));
    } else {
      lines.next(CodeBlock.of("else"));
      fill(branch);
    }
  }

  private boolean isChain(Op op) {
    return op instanceof If chained
        && !plan.isExpression(op)
        && !assignments.hasDeclarationsBefore(op)
        && !isEmpty(branch(chained, chained.thenRegion()));
  }
}
