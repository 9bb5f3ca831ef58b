package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.ExecutableType;

/**
 * Lowers calls of methods whose bodies are not read, on objects and static ones, to opaque Java.
 * Whether a derivative would have to pass through them is not known here.
 */
final class PassiveCalls {
  private final FunctionLowering function;
  private final PassiveArguments arguments;
  private final ObjectTypes types;

  PassiveCalls(FunctionLowering function, NameLowering names) {
    this.function = function;
    this.arguments = new PassiveArguments(function, names);
    this.types = function.program().objectTypes();
  }

  /** A call on an object, which is evaluated already; null if nothing is given or wanted. */
  Value onObject(Value receiver, String name, MethodInvocationTree node, Wanted wanted) {
    ReferenceType site = receiver.type() instanceof ReferenceType type ? type : TypeReader.OBJECT;
    List<ExecutableElement> candidates = types.methods(site, name, function.names().members());
    if (candidates.isEmpty()) {
      throw function.refuse(Code.UNKNOWN_NAME, node, name);
    }
    Template text = new Template().hole(receiver).text("." + name);
    return call(new Call(node, candidates, m -> types.method(site, m), text), wanted);
  }

  /** A static call of one of these methods, written behind {@code owner}. */
  Value onClass(
      String owner, List<ExecutableElement> candidates, MethodInvocationTree node, Wanted wanted) {
    requireVisible(owner, node);
    String name = candidates.get(0).getSimpleName().toString();
    Template text = new Template().name(owner).text("." + name);
    return call(new Call(node, candidates, m -> (ExecutableType) m.asType(), text), wanted);
  }

  private void requireVisible(String owner, Tree node) {
    function.requireVisible(new ReferenceType(owner), node);
  }

  /** As above, of one method, with its arguments evaluated. */
  Value onClass(
      String owner,
      ExecutableElement method,
      List<Value> values,
      MethodInvocationTree node,
      Wanted wanted) {
    requireVisible(owner, node);
    Template text = new Template().name(owner).text("." + method.getSimpleName());
    Call call = new Call(node, List.of(method), m -> (ExecutableType) m.asType(), text);
    return call(call, method, PassiveArguments.of(values), wanted);
  }

  /** A call: where, of which methods, of what types, and its text up to the arguments. */
  private record Call(
      MethodInvocationTree node,
      List<ExecutableElement> candidates,
      java.util.function.Function<ExecutableElement, ExecutableType> site,
      Template text) {
    List<? extends ExpressionTree> arguments() {
      return node.getArguments();
    }
  }

  private Value call(Call call, Wanted wanted) {
    int count = call.arguments().size();
    PassiveArguments.Evaluated evaluated =
        arguments.evaluate(
            call.arguments(),
            PassiveArguments.formals(
                call.candidates(), count, types, (m, t) -> call.site().apply(m)));
    return call(call, chosen(call, evaluated.types()), evaluated, wanted);
  }

  private Value call(
      Call call, ExecutableElement method, PassiveArguments.Evaluated evaluated, Wanted wanted) {
    function.requireVisible(method, call.node());
    refuseImpure(method, call.node());
    Template text = call.text().text("(").append(evaluated.text()).text(")");
    Opaque.Effect effect =
        evaluated.effect(PureFunctions.owner(method), method.getSimpleName().toString());
    if (PassiveArguments.isVoid(method) || !wanted.value()) {
      append(text, effect, List.of(), call.node());
      return null;
    }
    Optional<Type> inferred = types.result(method, call.site().apply(method), evaluated.types());
    Type type = resultType(inferred, wanted, call.node());
    Value result = new Value(type, "", function.range(call.node()));
    append(text, effect, List.of(result), call.node());
    return result;
  }

  private void append(Template text, Opaque.Effect effect, List<Value> results, Tree node) {
    function
        .flow()
        .out()
        .append(
            new Opaque(text.toString(), text.operands(), effect, results, function.range(node)));
  }

  private ExecutableElement chosen(Call call, List<Type> argumentTypes) {
    return function
        .program()
        .overloads()
        .choose(call.candidates(), argumentTypes)
        .map(OverloadResolution.Choice::method)
        .orElseThrow(() -> noMethod(call, argumentTypes));
  }

  private Refusal noMethod(Call call, List<Type> argumentTypes) {
    String list = argumentTypes.stream().map(Type::toString).collect(Collectors.joining(", "));
    String name = call.candidates().get(0).getSimpleName().toString();
    return function.refuse(Code.NO_APPLICABLE_METHOD, call.node(), name, list);
  }

  private void refuseImpure(ExecutableElement method, MethodInvocationTree node) {
    if (PureFunctions.isImpure(method)) {
      throw function.refuse(Code.IMPURE_CALL, node, method.getSimpleName().toString());
    }
  }

  /** The type that follows from the arguments, or else from what the value is assigned to. */
  Type resultType(Optional<Type> inferred, Wanted wanted, Tree node) {
    Optional<Type> target =
        wanted.type().map(t -> t instanceof PrimitiveType p ? function.types().box(p) : t);
    boolean fits =
        inferred.isPresent()
            && (target.isEmpty()
                || inferred.get() instanceof PrimitiveType
                || wanted.type().get() instanceof PrimitiveType
                || function.types().isSubtype(inferred.get(), target.get()));
    Type type =
        fits
            ? inferred.get()
            : target.orElseThrow(() -> function.refuse(Code.UNKNOWN_TYPE, node, "this call"));
    function.requireVisible(type, node);
    return type;
  }

  /** Whether the method can be called without an object. */
  static boolean isStatic(ExecutableElement method) {
    return method.getModifiers().contains(Modifier.STATIC);
  }
}
