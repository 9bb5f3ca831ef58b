package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Callee;
import dev.cotangent.processor.ir.Custom;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.RecordType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers calls: helpers of the same file, pure functions of the platform, what the platform does
 * with arrays.
 */
final class CallLowering {
  private final FunctionLowering function;
  private final NameLowering names;
  private final ArrayLowering arrays;
  private final PassiveCalls passive;
  private final FunctionalCalls functional;
  private final RecordLowering records;
  private final NestedLowering nested;

  CallLowering(FunctionLowering function, NameLowering names, ArrayLowering arrays) {
    this.function = function;
    this.names = names;
    this.arrays = arrays;
    this.passive = new PassiveCalls(function, names);
    this.functional = new FunctionalCalls(function, arrays);
    this.records = new RecordLowering(function, this);
    this.nested = new NestedLowering(function, names, this);
  }

  /** What lowers records. */
  RecordLowering records() {
    return records;
  }

  /** A call as the user wrote it: what is called, with what, and the whole. */
  record Site(String callee, List<? extends ExpressionTree> arguments, ExpressionTree tree) {
    static Site of(MethodInvocationTree node) {
      return new Site(node.getMethodSelect().toString(), node.getArguments(), node);
    }

    /** Where the argument stands: in the call, or nowhere for a method reference. */
    ExpressionTree argument(int index) {
      return arguments.isEmpty() ? tree : arguments.get(index);
    }
  }

  /** The call's result; null if the method is {@code void}, or nothing is wanted of it. */
  Value call(MethodInvocationTree node, Wanted wanted) {
    if (functional.isCallOfClosure(node)) {
      return functional.callClosure(node);
    }
    Optional<StreamChain> stream = StreamChain.of(node, function);
    if (stream.isPresent()) {
      return new StreamLowering(function, stream.get()).lower();
    }
    Optional<NestedLowering.Member> derivative = nested.member(node);
    if (derivative.isPresent()) {
      return nested.call(derivative.get());
    }
    ExpressionTree select = Syntax.strip(node.getMethodSelect());
    if (select instanceof MemberSelectTree member && names.type(member.getExpression()).isEmpty()) {
      return onObject(member, node, wanted);
    }
    Site site = Site.of(node);
    if (RecordLowering.isThis(function, select)) {
      return records.delegate(site);
    }
    List<ExecutableElement> candidates = candidates(select, node);
    boolean ofArrays = candidates.stream().anyMatch(ArrayLibrary::knows);
    if (!ofArrays && candidates.stream().allMatch(this::isPassive)) {
      return passive.onClass(owner(select, candidates), candidates, node, wanted);
    }
    List<ExecutableElement> fitting = functional.fitting(candidates, node);
    if (!fitting.isEmpty()) {
      return functional.callHelper(fitting, node);
    }
    List<Value> arguments = arguments(site, candidates);
    OverloadResolution.Choice choice = choose(candidates, arguments, site);
    return call(choice, arguments, new Invocation(select, node, wanted));
  }

  /** The method that is called with the arguments. */
  OverloadResolution.Choice choose(
      List<ExecutableElement> candidates, List<Value> arguments, Site site) {
    List<Type> types = arguments.stream().map(Value::type).toList();
    return function
        .program()
        .overloads()
        .choose(candidates, types)
        .orElseThrow(() -> noMethod(types, site));
  }

  /** A call: what is called, where, and what is wanted of it. */
  private record Invocation(ExpressionTree select, MethodInvocationTree node, Wanted wanted) {}

  /**
   * Whether the method is static, declared elsewhere, and none of those that have rules or are
   * known to have no derivative. What a rule calls has a derivative that is not known.
   */
  private boolean isPassive(ExecutableElement method) {
    boolean number = PureFunctions.isKnownOwner(method) && PureFunctions.isPrimitive(method);
    boolean inRule =
        function.program().isRule(function.method()) && PureFunctions.isPrimitive(method);
    return PassiveCalls.isStatic(method)
        && !number
        && !inRule
        && !function.program().customs().knows(method)
        && function.program().unit().method(method).isEmpty();
  }

  /** The class as the user wrote it, or the one that a simple name is imported from. */
  private String owner(ExpressionTree select, List<ExecutableElement> candidates) {
    return select instanceof MemberSelectTree member
        ? names.type(member.getExpression()).orElseThrow().getQualifiedName().toString()
        : PureFunctions.owner(candidates.get(0));
  }

  /** The arguments, evaluated in their order. */
  List<Value> arguments(Site site, List<ExecutableElement> candidates) {
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < site.arguments().size(); i++) {
      Value argument = function.value(site.arguments().get(i), wanted(candidates, i));
      NestedLowering.refuseHolder(function, argument.type(), site.arguments().get(i));
      arguments.add(argument);
    }
    return arguments;
  }

  private Wanted wanted(List<ExecutableElement> candidates, int argument) {
    boolean single = candidates.size() == 1 && !candidates.get(0).isVarArgs();
    return single && argument < candidates.get(0).getParameters().size()
        ? function
            .types()
            .read(candidates.get(0).getParameters().get(argument).asType())
            .map(Wanted::as)
            .orElse(Wanted.VALUE)
        : Wanted.VALUE;
  }

  private Value onObject(MemberSelectTree member, MethodInvocationTree node, Wanted wanted) {
    String name = member.getIdentifier().toString();
    ExpressionTree object = member.getExpression();
    if (names.isForeignObject(object) && !NameLowering.isClass(object)) {
      throw function.refuse(Code.INSTANCE_CALL, node, name);
    }
    if (names.isUnknown(member.getExpression())) {
      throw function.refuse(
          Code.UNKNOWN_NAME, member.getExpression(), member.getExpression().toString());
    }
    Value receiver = function.value(object);
    if (function.program().companions().isHolder(receiver.type())) {
      return nested.read(receiver, name, Site.of(node));
    }
    if (receiver.type() instanceof RecordType) {
      return records.invoke(receiver, name, Site.of(node));
    }
    if (name.equals("clone") && receiver.type() instanceof ArrayType type) {
      arrays.requireArray(type, node);
      return function.ops().cloneOf(receiver, function.range(node));
    }
    if (!receiver.type().isReference()) {
      throw function.refuse(Code.INVALID_SOURCE, node, "a number has no methods");
    }
    return passive.onObject(receiver, name, node, wanted);
  }

  private List<ExecutableElement> candidates(ExpressionTree select, MethodInvocationTree node) {
    List<ExecutableElement> found;
    if (select instanceof IdentifierTree identifier) {
      found = function.names().methods(identifier.getName().toString());
    } else if (select instanceof MemberSelectTree member) {
      TypeElement type = names.type(member.getExpression()).orElseThrow();
      found = function.names().members().methods(type, member.getIdentifier().toString());
    } else {
      throw UnsupportedSyntax.refusal(function, node);
    }
    if (found.isEmpty()) {
      throw function.refuse(Code.UNKNOWN_NAME, node, select.toString());
    }
    return found;
  }

  /** What a reference to a static method gives for these arguments; null if it is {@code void}. */
  Value reference(MemberReferenceTree node, List<Value> arguments) {
    Optional<TypeElement> owner = names.type(node.getQualifierExpression());
    if (owner.isEmpty() || node.getMode() == MemberReferenceTree.ReferenceMode.NEW) {
      throw unresolved(node, "it is no static method's");
    }
    Site site = new Site(node.toString(), List.of(), node);
    List<ExecutableElement> candidates =
        function.names().members().methods(owner.get(), node.getName().toString());
    OverloadResolution.Choice choice = choose(candidates, arguments, site);
    if (!PassiveCalls.isStatic(choice.method()) || isPassive(choice.method())) {
      throw unresolved(node, "it is no static method's whose derivative is known");
    }
    return known(choice, arguments, site);
  }

  private Refusal unresolved(MemberReferenceTree node, String why) {
    return function.refuse(Code.UNRESOLVED_FUNCTION, node, why);
  }

  private Refusal noMethod(List<Type> types, Site site) {
    String list = types.stream().map(Type::toString).collect(Collectors.joining(", "));
    return function.refuse(Code.NO_APPLICABLE_METHOD, site.tree(), site.callee(), list);
  }

  private Value call(OverloadResolution.Choice choice, List<Value> arguments, Invocation call) {
    ExecutableElement method = choice.method();
    MethodInvocationTree node = call.node();
    Site site = Site.of(node);
    String name = method.getSimpleName().toString();
    if (!method.getModifiers().contains(Modifier.STATIC)) {
      Value receiver =
          records
              .receiver(method)
              .orElseThrow(() -> function.refuse(Code.INSTANCE_CALL, node, name));
      return records.invoke(receiver, choice, arguments, site);
    }
    if (PureFunctions.isImpure(method)) {
      throw function.refuse(Code.IMPURE_CALL, node, name);
    }
    if (ArrayLibrary.knows(method, arguments)) {
      return new ArrayLibrary(function).call(method, arguments, node);
    }
    if (isPassive(method)) {
      String owner = owner(call.select(), List.of(method));
      return passive.onClass(owner, method, arguments, node, call.wanted());
    }
    return known(choice, arguments, site);
  }

  /** A call of what has a derivative. */
  Value known(OverloadResolution.Choice choice, List<Value> arguments, Site site) {
    ExecutableElement method = choice.method();
    if (PureFunctions.isKnownOwner(method)) {
      return platform(choice, arguments, site);
    }
    Optional<Custom> custom = custom(method, site.tree());
    if (custom.isPresent()) {
      return append(custom.get(), choice, Optional.empty(), arguments, site);
    }
    return helper(choice, Optional.empty(), arguments, site);
  }

  private Value platform(OverloadResolution.Choice choice, List<Value> arguments, Site site) {
    ExecutableElement method = choice.method();
    String name = method.getSimpleName().toString();
    String owner = PureFunctions.owner(method);
    List<Value> converted = converted(choice, arguments, site);
    PrimitiveType type =
        (PrimitiveType) function.types().read(method.getReturnType()).orElseThrow();
    SourceRange at = function.range(site.tree());
    if (PureFunctions.neverThrows(method, type)) {
      return function.ops().math(owner, name, converted, type, at);
    }
    String holes =
        IntStream.range(0, converted.size())
            .mapToObj(i -> "$" + i)
            .collect(Collectors.joining(", "));
    String template = "{" + owner + "}." + name + "(" + holes + ")";
    return function.ops().opaque(template, converted, Opaque.Effect.READS, type, at);
  }

  /** Calls a method or a constructor of this file; a method of a record has a receiver. */
  Value helper(
      OverloadResolution.Choice choice,
      Optional<Value> receiver,
      List<Value> arguments,
      Site site) {
    ExecutableElement method = choice.method();
    ProgramLowering.refusalOfHelper(method).ifPresent(code -> refuse(code, method, site));
    ProgramLowering program = function.program();
    String callee =
        program.isRule(function.method()) ? program.ruleHelper(method) : program.helper(method);
    return append(new Callee.Helper(callee), choice, receiver, arguments, site);
  }

  /** The callee, unless its body is its derivative. */
  private Optional<Custom> custom(ExecutableElement method, ExpressionTree node) {
    ProgramLowering program = function.program();
    CustomCallees.Complaint complaint = (code, arguments) -> function.refuse(code, node, arguments);
    Optional<Custom> custom = program.customs().of(method, complaint);
    boolean foreign = program.unit().method(method).isEmpty();
    return custom.isEmpty() && foreign && program.isRule(function.method())
        ? Optional.of(program.customs().unknown(method, complaint))
        : custom;
  }

  private Value append(
      Callee callee,
      OverloadResolution.Choice choice,
      Optional<Value> receiver,
      List<Value> arguments,
      Site site) {
    List<Value> converted = new ArrayList<>(receiver.stream().toList());
    converted.addAll(converted(choice, arguments, site));
    SourceRange at = function.range(site.tree());
    List<Value> results = new ArrayList<>();
    resultType(choice.method(), site).ifPresent(type -> results.add(new Value(type, "", at)));
    function.flow().out().append(callee.call(converted, results, at));
    return results.isEmpty() ? null : results.get(0);
  }

  /** What the call gives; a constructor gives what it makes. */
  private Optional<Type> resultType(ExecutableElement method, Site site) {
    if (method.getKind() == ElementKind.CONSTRUCTOR) {
      return Optional.of(type(method.getEnclosingElement().asType(), site.tree()));
    }
    return method.getReturnType().getKind() == TypeKind.VOID
        ? Optional.empty()
        : Optional.of(type(method.getReturnType(), site.tree()));
  }

  private void refuse(Code code, ExecutableElement method, Site site) {
    throw function.refuse(code, site.tree(), method.getSimpleName().toString());
  }

  /** The arguments as the method's parameters want them. */
  List<Value> converted(OverloadResolution.Choice choice, List<Value> arguments, Site site) {
    int fixed = choice.spread() ? choice.method().getParameters().size() - 1 : arguments.size();
    List<Value> converted = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      TypeMirror parameter = OverloadResolution.parameter(choice.method(), i, false);
      ExpressionTree argument = site.argument(i);
      converted.add(
          function.conversions().implicit(arguments.get(i), type(parameter, argument), argument));
    }
    if (choice.spread()) {
      TypeMirror last = choice.method().getParameters().get(fixed).asType();
      List<Value> rest = arguments.subList(fixed, arguments.size());
      converted.add(arrays.gathered((ArrayType) type(last, site.tree()), rest, site.tree()));
    }
    converted.forEach(function::unmarkLiteral);
    return converted;
  }

  /** A method reference has no arguments of its own to point at. */
  private Type type(TypeMirror mirror, ExpressionTree node) {
    Optional<Type> type = function.types().read(mirror);
    Code code = mirror.getKind() == TypeKind.ERROR ? Code.UNKNOWN_NAME : Code.UNSUPPORTED_TYPE;
    return type.orElseThrow(() -> function.refuse(code, node, mirror.toString()));
  }
}
