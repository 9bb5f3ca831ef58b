package dev.cotangent.processor.frontend;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.diagnostics.Diagnostic;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;

/**
 * Lowers one method. Input: its tree and its element; output: a {@link Function}. This is where the
 * parts that lower expressions, statements, loops and calls find each other and what they share.
 */
final class FunctionLowering {
  private final ProgramLowering program;
  private final ExecutableElement method;
  private final MethodTree tree;
  private final Tree body;
  private final Closures closures;
  private final Flow flow = new Flow();
  private final ExactOps ops = new ExactOps(flow);
  private final NameResolver names;
  private final Visibility visibility;
  private final Conversions conversions;
  private final ExpressionLowering expressions;
  private final StatementLowering statements;
  private final Jumps jumps;
  private final LoopLowering loops;
  private TailLowering tails;
  private boolean isMain;
  private final Set<String> refusedTypes = new HashSet<>();
  private final Set<Value> literals = Collections.newSetFromMap(new IdentityHashMap<>());

  FunctionLowering(ProgramLowering program, ExecutableElement method, MethodTree tree) {
    this(program, method, tree, tree.getBody(), (TypeElement) method.getEnclosingElement());
  }

  /** What is lowered stands in {@code place}: the method's own type, or that of a field. */
  FunctionLowering(
      ProgramLowering program, ExecutableElement method, MethodTree tree, TypeElement place) {
    this(program, method, tree, tree.getBody(), place);
  }

  private FunctionLowering(
      ProgramLowering program,
      ExecutableElement method,
      MethodTree tree,
      Tree body,
      TypeElement place) {
    this.program = program;
    this.method = method;
    this.tree = tree;
    this.body = body;
    this.closures = new Closures(this);
    this.names = new NameResolver(program.elements(), program.unit().tree(), place);
    this.visibility = new Visibility(program.elements(), method);
    this.conversions = new Conversions(this);
    this.expressions = new ExpressionLowering(this);
    this.statements = new StatementLowering(this);
    this.jumps = Jumps.of(body);
    this.loops = new LoopLowering(this);
  }

  /** The method as a function of that name. */
  Function lower(String name) {
    return lower(name, Map.of());
  }

  /**
   * The method for these closures, by their places: it takes in each one's place what it caught.
   */
  Function lower(String name, Map<Integer, Closure> given) {
    isMain = given.isEmpty() && program.isMain(method, name);
    RecordBody record = new RecordBody(this, method, tree);
    List<Value> parameters = new ArrayList<>();
    record.receiver().ifPresent(parameters::add);
    for (int i = 0; i < tree.getParameters().size(); i++) {
      VariableTree declaration = tree.getParameters().get(i);
      if (given.containsKey(i)) {
        Closure own = given.get(i).renewed();
        closures.declare(declaration.getName().toString(), own);
        parameters.addAll(own.caught());
      } else {
        parameters.add(declare(method.getParameters().get(i), declaration));
      }
    }
    Optional<Type> result = resultType();
    if (isMain) {
      RecordResult.obstacle(this, method, tree).ifPresent(program.findings()::add);
    }
    tails = new TailLowering(this, jumps, result);
    List<Value> results = tails.body(tree.getBody(), record.end());
    return new Function(name, flow.out().region(parameters, results));
  }

  /** What lowers a lambda or a method reference in this method. */
  FunctionLowering inside(Tree other) {
    return new FunctionLowering(
        program, method, tree, other, (TypeElement) method.getEnclosingElement());
  }

  /** The body of a lambda as a function, whose parameters have been declared. */
  Function lambda(String name, List<Value> parameters, Optional<Type> result) {
    tails = new TailLowering(this, jumps, result);
    if (body instanceof BlockTree block) {
      return new Function(name, flow.out().region(parameters, tails.body(block, Optional.empty())));
    }
    ExpressionTree expression = (ExpressionTree) body;
    List<Value> results = List.of();
    if (result.isPresent()) {
      Value value = conversions.implicit(value(expression), result.get(), expression);
      unmarkLiteral(value);
      results = List.of(value);
    } else {
      effect(expression);
    }
    return new Function(name, flow.out().region(parameters, results));
  }

  /** A method reference as a function. */
  Function reference(String name, List<Value> parameters, Optional<Type> result) {
    MemberReferenceTree reference = (MemberReferenceTree) body;
    Value value = expressions.reference(reference, parameters);
    List<Value> results =
        result.map(type -> List.of(conversions.implicit(value, type, reference))).orElse(List.of());
    return new Function(name, flow.out().region(parameters, results));
  }

  /** Declares a parameter of a lambda. */
  Value declare(VariableTree declaration, Type type) {
    String name = declaration.getName().toString();
    Value value = new Value(type, name, range(declaration));
    Variable variable = Variable.of(name, type);
    flow.declare(variable);
    flow.write(variable, value);
    return value;
  }

  private Value declare(VariableElement parameter, VariableTree declaration) {
    String name = declaration.getName().toString();
    Type type = typeOf(parameter, declaration);
    Optional<RecordType> record = SignatureTypes.record(parameter.asType());
    if (isMain && record.isPresent()) {
      return new RecordParameter(this, record.get(), parameter, declaration).declare();
    }
    Variable variable = Variable.of(name, type);
    Value value = new Value(type, name, range(declaration));
    flow.declare(variable);
    flow.write(variable, CustomCallees.isPassive(parameter) ? passive(value) : value);
    return value;
  }

  private Value passive(Value value) {
    if (value.type() instanceof RecordType type) {
      List<Value> components = new ArrayList<>();
      for (RecordType.Component component : type.components()) {
        components.add(passive(RecordLowering.component(this, value, component.name(), tree)));
      }
      return RecordLowering.make(this, type, components, tree);
    }
    Value constant = value.fresh();
    List<Value> results = List.of(constant);
    flow.out().append(CustomCallees.passiveValue().call(List.of(value), results, value.source()));
    return constant;
  }

  private Type typeOf(VariableElement parameter, VariableTree declaration) {
    return types()
        .read(parameter.asType())
        .orElseThrow(
            () ->
                refuse(
                    parameter.asType().getKind() == TypeKind.ERROR
                        ? Code.UNKNOWN_NAME
                        : Code.UNSUPPORTED_TYPE,
                    declaration.getType(),
                    declaration.getType().toString()));
  }

  /** The returned value's type; empty for {@code void}. */
  private Optional<Type> resultType() {
    if (method.getReturnType().getKind() == TypeKind.VOID) {
      return Optional.empty();
    }
    Optional<Type> type = types().read(method.getReturnType());
    if (type.isEmpty()) {
      String name = tree.getReturnType().toString();
      boolean unknown = method.getReturnType().getKind() == TypeKind.ERROR;
      throw refuse(unknown ? Code.UNKNOWN_NAME : Code.UNSUPPORTED_TYPE, tree.getReturnType(), name);
    }
    return type;
  }

  ProgramLowering program() {
    return program;
  }

  /** The method that is lowered. */
  ExecutableElement method() {
    return method;
  }

  Flow flow() {
    return flow;
  }

  ExactOps ops() {
    return ops;
  }

  NameResolver names() {
    return names;
  }

  Visibility visibility() {
    return visibility;
  }

  TypeReader types() {
    return program.types();
  }

  Conversions conversions() {
    return conversions;
  }

  /** The lambdas and method references that are known here. */
  Closures closures() {
    return closures;
  }

  /** The body that is lowered. */
  Tree body() {
    return body;
  }

  /** Where the tree stands in the file. */
  SourceRange range(Tree node) {
    return program.unit().range(node);
  }

  /** Appends the operations of an expression and gives its value. */
  Value value(ExpressionTree expression) {
    return expressions.value(expression);
  }

  /** As {@link #value(ExpressionTree)}; what it is assigned to may decide its type. */
  Value value(ExpressionTree expression, Wanted wanted) {
    return expressions.value(expression, wanted);
  }

  /** Appends the operations of an expression whose value, if it has one, nobody wants. */
  void effect(ExpressionTree expression) {
    expressions.effect(expression);
  }

  /** The condition's value; empty if it is refused, which is reported. */
  Optional<Value> condition(IfTree node) {
    try {
      ExpressionTree condition = Syntax.strip(node.getCondition());
      return Optional.of(conversions.condition(value(condition), condition));
    } catch (Refusal refusal) {
      recover(refusal, node);
      return Optional.empty();
    }
  }

  /**
   * Appends the operations of a statement; what is wrong with it is reported, and lowering goes on
   * behind it.
   */
  void statement(StatementTree statement) {
    statements.lower(statement);
  }

  /** Appends the operations of a loop and gives its exits, of which their code then says more. */
  Exits loop(StatementTree loop) {
    return loops.lower(loop);
  }

  /** The jumps of the method. */
  Jumps jumps() {
    return jumps;
  }

  /** What lowers statements with jumps in them. */
  TailLowering tails() {
    return tails;
  }

  /** The variable's value here, or a zero where it has none yet. */
  Value valueOrZero(Variable variable) {
    return flow.read(variable).orElseGet(() -> ops.zero(variable.type(), SourceRange.NONE));
  }

  /** The type that a declaration names; empty for {@code var}. */
  Optional<Type> declaredType(VariableTree node) {
    Tree tree = node.getType();
    if (tree == null || tree.getKind().name().equals("VAR_TYPE")) {
      return Optional.empty();
    }
    Optional<RecordType> holder = holder(tree);
    if (holder.isPresent()) {
      return holder.map(type -> type);
    }
    Type type =
        types()
            .read(tree, names)
            .orElseThrow(() -> refuse(Code.UNKNOWN_NAME, tree, tree.toString()));
    if (type instanceof ArrayType) {
      new ArrayLowering(this).requireArray(type, tree);
    }
    requireVisible(type, tree);
    requireNoRecord(type, tree);
    return Optional.of(type);
  }

  /** The result of a companion's member that the tree names. */
  private Optional<RecordType> holder(Tree tree) {
    return program
        .companions()
        .holderNamed(tree.toString())
        .or(
            () ->
                tree instanceof MemberSelectTree select
                    ? type(select.getExpression().toString())
                        .flatMap(
                            companion ->
                                program
                                    .companions()
                                    .holderOf(companion, select.getIdentifier().toString()))
                    : Optional.empty());
  }

  private Optional<TypeElement> type(String name) {
    return name.contains(".") ? names.qualifiedType(name) : names.type(name);
  }

  /** Refuses what the companion cannot see. */
  void requireVisible(Element element, Tree tree) {
    boolean visible =
        element instanceof TypeElement
            ? visibility.isVisible(element)
            : visibility.isVisibleMember(element);
    requireNoDollar(element.getSimpleName().toString(), tree);
    if (!visible) {
      throw hidden(element.toString(), tree);
    }
  }

  /** Refuses a type that the companion cannot name. */
  void requireVisible(Type type, Tree tree) {
    requireNoDollar(type.toString(), tree);
    if (!visibility.isVisible(type)) {
      throw hidden(type.toString(), tree);
    }
  }

  private Refusal hidden(String what, Tree tree) {
    return refuse(Code.UNREACHABLE_METHOD, tree, what, method.getSimpleName().toString());
  }

  /** In opaque Java a dollar sign marks an operand. */
  private void requireNoDollar(String name, Tree tree) {
    if (name.indexOf('$') >= 0) {
      throw refuse(Code.UNSUPPORTED_SYNTAX, tree, "A name with a dollar sign", "Rename it");
    }
  }

  private void requireNoRecord(Type type, Tree tree) {
    TypeElement element = type instanceof ReferenceType r ? types().element(r) : null;
    if (element != null && element.getKind() == ElementKind.RECORD) {
      throw refuse(Code.UNSUPPORTED_TYPE, tree, tree.toString());
    }
  }

  /** As {@link #statement}, but what is wrong stops the caller. */
  void lowerOrThrow(StatementTree statement) {
    statements.lowerOrThrow(statement);
  }

  /**
   * Reports why a statement is abandoned. Variables that have lost their value by it are marked, so
   * that the mistake is reported once and not at each of their uses.
   */
  void recover(Refusal refusal, StatementTree statement) {
    program.findings().add(refusal);
    if (statement instanceof VariableTree declaration) {
      Variable lost = Variable.of(declaration.getName().toString(), PrimitiveType.INT);
      flow.declare(lost);
      flow.poison(lost);
    }
    inScope(Syntax.assigned(statement)).stream()
        .filter(variable -> flow.read(variable).isEmpty())
        .forEach(flow::poison);
  }

  /** The variables in scope of these names. */
  List<Variable> inScope(Collection<String> simpleNames) {
    return simpleNames.stream().flatMap(name -> flow.scope().find(name).stream()).toList();
  }

  /**
   * Reports a body that reaches its end without a value; the language allows that behind an endless
   * loop only.
   */
  void reportMissingReturn(BlockTree body) {
    if (program.findings().hasErrors()) {
      return;
    }
    List<? extends StatementTree> list = body.getStatements();
    Tree last = list.isEmpty() ? body : Syntax.withoutLabels(list.get(list.size() - 1));
    boolean leaves = !jumps.leaving(last).isEmpty() || jumps.isThrowing(last);
    if (Syntax.isLoop(last) && leaves) {
      return;
    }
    Diagnostic diagnostic =
        Syntax.isLoop(last)
            ? Diagnostic.of(Code.ENDLESS_LOOP, range(last))
            : Diagnostic.of(Code.INVALID_SOURCE, range(last), "a value must be returned here");
    program.findings().add(diagnostic);
  }

  /** The local type of that name is refused: whoever mentions it need not be told again. */
  void refuseTypesNamed(String name) {
    refusedTypes.add(name);
  }

  /** An exception to throw: the construct at this tree is outside the language. */
  Refusal refuse(Code code, Tree node, String... arguments) {
    if (code == Code.UNKNOWN_NAME && refusedTypes.contains(arguments[0])) {
      return Refusal.alreadyReported();
    }
    return Refusal.because(Diagnostic.of(code, range(node), arguments));
  }

  /** Remembers that the value is a literal which nothing uses yet. */
  Value markLiteral(Value value) {
    literals.add(value);
    return value;
  }

  /** From now on something uses the value as it is. */
  void unmarkLiteral(Value value) {
    literals.remove(value);
  }

  boolean isLiteral(Value value) {
    return literals.contains(value);
  }
}
