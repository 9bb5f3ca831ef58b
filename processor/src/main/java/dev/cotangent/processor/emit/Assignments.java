package dev.cotangent.processor.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.Binary;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Stage 7: writes assignments to variables, with the declaration where it is the first, compound
 * where it can be, and copies at the borders of regions as if all happened at once.
 */
final class Assignments {
  private static final Set<BinaryOperator> COMMUTATIVE =
      Set.of(BinaryOperator.ADD, BinaryOperator.MULTIPLY);
  private static final Set<PrimitiveType> ARITHMETIC =
      Set.of(PrimitiveType.DOUBLE, PrimitiveType.FLOAT, PrimitiveType.LONG, PrimitiveType.INT);

  private final Plan plan;
  private final Variables variables;
  private final Scopes scopes;
  private final Naming naming;
  private final ExpressionPrinter printer;
  private final Lines lines;
  private final Set<Variable> declared = new HashSet<>();

  Assignments(Decisions decisions, ExpressionPrinter printer, Lines lines) {
    this.plan = decisions.plan();
    this.variables = decisions.variables();
    this.scopes = decisions.scopes();
    this.naming = decisions.naming();
    this.printer = printer;
    this.lines = lines;
  }

  /** Whether the variable exists already. */
  boolean isDeclared(Variable variable) {
    return variable.isDeclaredElsewhere() || declared.contains(variable);
  }

  /** Whether the variable that the copy sets exists already. */
  boolean isDeclared(Copy copy) {
    return isDeclared(variables.of(copy.target()));
  }

  /** Whether the variable that the copy sets holds other values inside the region before. */
  boolean isSetInside(Copy copy, Region region) {
    return variables.of(copy.target()).values().stream()
        .map(plan.uses()::home)
        .anyMatch(home -> home != null && plan.uses().isWithin(home, region));
  }

  /** The name of the variable that holds a value. */
  String name(Value value) {
    return variables.of(value).name();
  }

  /** A name for a variable that only the emitter knows. */
  String freshName(String wish, Region scope) {
    return naming.choose(wish, scope);
  }

  /** Whether variables need a declaration before the statement. */
  boolean hasDeclarationsBefore(Op op) {
    return scopes.declaredBefore(op).stream().anyMatch(variable -> !isDeclared(variable));
  }

  /** Declares what is first touched inside the statement but needed around it. */
  void declareBefore(Op op) {
    scopes.declaredBefore(op).stream()
        .filter(variable -> !isDeclared(variable))
        .forEach(this::declare);
  }

  /** Declares a variable without a value. */
  private void declare(Variable variable) {
    declared.add(variable);
    TypeName type = JavaTypes.of(variable.type());
    lines.statement(
        Expression.primary(CodeBlock.of("$T $L", type, variable.name())), SourceRange.NONE);
  }

  /** Computes the result of an operation into its variable. */
  void define(Op op, Region region) {
    Variable variable = variables.of(op.results().get(0));
    if (isDeclared(variable)) {
      lines.statement(update(variable, op), op.source());
    } else {
      declare(variable, printer.assigned(op), op.source());
    }
  }

  private void declare(Variable variable, Expression value, SourceRange source) {
    declared.add(variable);
    TypeName type = JavaTypes.of(variable.type());
    CodeBlock left = CodeBlock.of("$T $L", type, variable.name());
    int width = typeWidth(type) + 1 + variable.name().length();
    Expression target = new Expression(left, Precedence.LOOSEST, width);
    lines.statement(Expression.assignment(target, "=", value), source);
  }

  private static int typeWidth(TypeName type) {
    return Expression.unqualified(type.toString()).length();
  }

  private Expression update(Variable variable, Op op) {
    Expression target = Expression.text(variable.name(), Precedence.PRIMARY);
    if (op instanceof Binary written && isCompound(written)) {
      Binary binary = printer.withoutSign(written);
      if (holds(variable, binary.left())) {
        return compound(target, binary, binary.right());
      }
      if (COMMUTATIVE.contains(binary.operator()) && holds(variable, binary.right())) {
        return compound(target, binary, binary.left());
      }
    }
    return Expression.assignment(target, "=", printer.assigned(op));
  }

  private static boolean isCompound(Binary op) {
    return !op.operator().isComparison()
        && op.result().type() instanceof PrimitiveType type
        && ARITHMETIC.contains(type);
  }

  private boolean holds(Variable variable, Value value) {
    return !plan.isFolded(value) && variables.of(value) == variable;
  }

  private Expression compound(Expression target, Binary op, Value operand) {
    String symbol = op.operator().symbol();
    boolean counts =
        op.operator() == BinaryOperator.ADD || op.operator() == BinaryOperator.SUBTRACT;
    if (counts && !op.result().type().isFloating() && isOne(operand)) {
      return Expression.join(Precedence.LOOSEST, target, symbol + symbol);
    }
    Expression value =
        op.operator().isShift() ? printer.print(operand) : printer.printAssigned(operand);
    return Expression.assignment(target, symbol + "=", value);
  }

  private boolean isOne(Value value) {
    return plan.uses().definition(value) instanceof Constant constant
        && constant.content() instanceof Number number
        && number.longValue() == 1;
  }

  /** The copies that change something. */
  List<Copy> changing(List<Copy> copies) {
    return copies.stream()
        .filter(copy -> !holds(variables.of(copy.target()), copy.source()))
        .toList();
  }

  /** Writes copies so that each reads what its variables held before the first of them. */
  void copy(List<Copy> copies, Region region) {
    List<Copy> remaining = new ArrayList<>(changing(copies));
    while (!remaining.isEmpty()) {
      Copy next =
          remaining.stream().filter(copy -> isSafe(copy, remaining)).findFirst().orElse(null);
      if (next == null) {
        breakCycle(remaining, region);
      } else {
        remaining.remove(next);
        write(next);
      }
    }
  }

  /** Whether no other copy reads the variable that this one sets. */
  private boolean isSafe(Copy copy, List<Copy> all) {
    Variable target = variables.of(copy.target());
    return all.stream().noneMatch(other -> other != copy && reads(other, target));
  }

  private boolean reads(Copy copy, Variable variable) {
    Set<Variable> read = new HashSet<>();
    plan.leaves(copy.source(), value -> read.add(variables.of(value)));
    return read.contains(variable);
  }

  /** Saves one source in a variable of its own. */
  private void breakCycle(List<Copy> copies, Region region) {
    Copy saved =
        copies.stream()
            .filter(copy -> plan.isFolded(copy.source()))
            .findFirst()
            .orElse(copies.get(0));
    Variable variable = Variable.local(saved.source());
    variable.call(naming.choose("next", region));
    declare(variable, printer.printAssigned(saved.source()), saved.source().source());
    Value stand = saved.source().renamed(variable.name());
    variables.add(stand, variable);
    copies.set(copies.indexOf(saved), new Copy(saved.target(), stand));
  }

  private void write(Copy copy) {
    Variable variable = variables.of(copy.target());
    Value source = copy.source();
    SourceRange place = isComputed(source) ? source.source() : SourceRange.NONE;
    if (!isDeclared(variable)) {
      declare(variable, printer.printAssigned(source), place);
    } else if (plan.isFolded(source)) {
      lines.statement(update(variable, plan.uses().definition(source)), place);
    } else {
      Expression target = Expression.text(variable.name(), Precedence.PRIMARY);
      lines.statement(Expression.assignment(target, "=", printer.print(source)), place);
    }
  }

  /** Whether a copy does more than to set a variable to another one or to a literal. */
  private boolean isComputed(Value source) {
    return plan.isFolded(source) && !(plan.uses().definition(source) instanceof Constant);
  }
}
