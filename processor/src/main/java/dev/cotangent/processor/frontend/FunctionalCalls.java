package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * Lowers calls of lambdas, {@code f.applyAsDouble(x)}, and calls of helpers of the same file to
 * which lambdas are passed: the helper is lowered once more for just these.
 */
final class FunctionalCalls {
  private final FunctionLowering function;
  private final ArrayLowering arrays;

  FunctionalCalls(FunctionLowering function, ArrayLowering arrays) {
    this.function = function;
    this.arrays = arrays;
  }

  /** Whether the call is one of a closure, or of what another method of a closure gives. */
  boolean isCallOfClosure(MethodInvocationTree node) {
    if (!(Syntax.strip(node.getMethodSelect()) instanceof MemberSelectTree select)) {
      return false;
    }
    ExpressionTree receiver = Syntax.strip(select.getExpression());
    if (function.closures().isLost(receiver)) {
      throw Refusal.alreadyReported();
    }
    return function.closures().named(receiver).isPresent()
        || (receiver instanceof MethodInvocationTree inner && isCallOfClosure(inner));
  }

  /** The result of a closure's call; null if it has none. */
  Value callClosure(MethodInvocationTree node) {
    MemberSelectTree select = (MemberSelectTree) Syntax.strip(node.getMethodSelect());
    if (Syntax.strip(select.getExpression()) instanceof MethodInvocationTree inner) {
      return callClosure(inner);
    }
    Closure closure = function.closures().named(select.getExpression()).orElseThrow();
    FunctionalType type = closure.type();
    if (!select.getIdentifier().contentEquals(type.method())
        || node.getArguments().size() != type.parameters().size()) {
      String what = "'" + select.getIdentifier() + "' makes another function of it";
      throw function.refuse(Code.UNRESOLVED_FUNCTION, node, what);
    }
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < type.parameters().size(); i++) {
      arguments.add(converted(node.getArguments().get(i), type.parameters().get(i)));
    }
    return function.closures().call(closure, arguments, function.range(node));
  }

  private Value converted(ExpressionTree argument, Type type) {
    Value value = function.conversions().implicit(function.value(argument), type, argument);
    function.unmarkLiteral(value);
    return value;
  }

  /**
   * The helpers of the file to which these arguments can be passed, if there are functions among
   * them.
   */
  List<ExecutableElement> fitting(List<ExecutableElement> candidates, MethodInvocationTree node) {
    if (node.getArguments().stream().noneMatch(function.closures()::isFunction)) {
      return List.of();
    }
    List<ExecutableElement> all =
        candidates.stream()
            .filter(method -> function.program().unit().method(method).isPresent())
            .filter(method -> method.getModifiers().contains(Modifier.STATIC))
            .filter(method -> fits(method, node))
            .toList();
    // As Java has it: what gathers arguments is looked at last.
    List<ExecutableElement> fixed = all.stream().filter(method -> !method.isVarArgs()).toList();
    return fixed.isEmpty() ? all : fixed;
  }

  private boolean fits(ExecutableElement method, MethodInvocationTree node) {
    int declared = method.getParameters().size();
    int given = node.getArguments().size();
    if (method.isVarArgs() ? given < declared - 1 : given != declared) {
      return false;
    }
    for (int i = 0; i < node.getArguments().size(); i++) {
      ExpressionTree argument = node.getArguments().get(i);
      if (function.closures().isFunction(argument)
          && type(method, i).filter(t -> function.closures().fits(argument, t)).isEmpty()) {
        return false;
      }
    }
    return true;
  }

  /** No function is among the arguments that a method gathers. */
  private Optional<FunctionalType> type(ExecutableElement method, int parameter) {
    if (parameter >= method.getParameters().size()) {
      return Optional.empty();
    }
    return FunctionalType.of(method.getParameters().get(parameter).asType(), function.types());
  }

  /** The result of a helper's call; null if it has none. */
  Value callHelper(List<ExecutableElement> fitting, MethodInvocationTree node) {
    if (fitting.size() > 1) {
      throw function.refuse(
          Code.UNRESOLVED_FUNCTION, node, "several methods of that name take functions");
    }
    ExecutableElement method = fitting.get(0);
    ProgramLowering.refusal(method)
        .ifPresent(
            code -> {
              throw function.refuse(code, node, method.getSimpleName().toString());
            });
    int fixed = method.getParameters().size() - (method.isVarArgs() ? 1 : 0);
    Map<Integer, Closure> closures = new TreeMap<>();
    List<Value> arguments = new ArrayList<>();
    for (int i = 0; i < fixed; i++) {
      ExpressionTree argument = node.getArguments().get(i);
      if (function.closures().isFunction(argument)) {
        Closure closure = function.closures().make(argument, type(method, i).orElseThrow());
        closures.put(i, closure);
        arguments.addAll(closure.caught());
      } else {
        arguments.add(converted(argument, declared(method, i, argument)));
      }
    }
    if (method.isVarArgs()) {
      arguments.add(gathered(method, node));
    }
    return call(method, closures, arguments, node);
  }

  /** The last arguments in an array, or the array that stands there alone. */
  private Value gathered(ExecutableElement method, MethodInvocationTree node) {
    int last = method.getParameters().size() - 1;
    List<? extends ExpressionTree> trees = node.getArguments();
    ArrayType array = (ArrayType) declared(method, last, node);
    List<Value> rest =
        trees.subList(last, trees.size()).stream().map(tree -> function.value(tree)).toList();
    TypeMirror parameter = method.getParameters().get(last).asType();
    boolean whole = rest.size() == 1 && function.types().isPassable(rest.get(0).type(), parameter);
    Value given =
        whole
            ? function.conversions().implicit(rest.get(0), array, trees.get(last))
            : arrays.gathered(array, rest, node);
    function.unmarkLiteral(given);
    return given;
  }

  private Type declared(ExecutableElement method, int parameter, ExpressionTree argument) {
    return function
        .types()
        .read(method.getParameters().get(parameter).asType())
        .orElseThrow(() -> function.refuse(Code.UNSUPPORTED_TYPE, argument, argument.toString()));
  }

  private Value call(
      ExecutableElement method,
      Map<Integer, Closure> closures,
      List<Value> arguments,
      MethodInvocationTree node) {
    SourceRange at = function.range(node);
    List<Value> results = new ArrayList<>();
    if (method.getReturnType().getKind() != TypeKind.VOID) {
      Type type =
          function
              .types()
              .read(method.getReturnType())
              .orElseThrow(
                  () ->
                      function.refuse(
                          Code.UNSUPPORTED_TYPE, node, method.getReturnType().toString()));
      results.add(new Value(type, "", at));
    }
    String callee =
        function
            .program()
            .helper(method, closures)
            .orElseThrow(
                () ->
                    function.refuse(
                        Code.UNRESOLVED_FUNCTION,
                        node,
                        "each call of this helper makes another function for the next"));
    function.flow().out().append(new Call(callee, arguments, results, at));
    return results.isEmpty() ? null : results.get(0);
  }
}
