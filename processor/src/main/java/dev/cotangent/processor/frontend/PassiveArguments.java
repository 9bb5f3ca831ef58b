package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/**
 * The arguments of calls that are kept as they are: values, which the compiler converts to the
 * parameters' types as it did in the user's own method, and references to static methods, which
 * have no value before they are passed.
 */
final class PassiveArguments {
  private final FunctionLowering function;
  private final NameLowering names;

  PassiveArguments(FunctionLowering function, NameLowering names) {
    this.function = function;
    this.names = names;
  }

  /**
   * Arguments, evaluated.
   *
   * @param text what stands between the parentheses
   * @param types the types; that of {@code null} where anything may be
   * @param runsCode whether one of them is code that the callee may run
   */
  record Evaluated(Template text, List<Type> types, boolean runsCode) {
    /** What a call with these arguments may do. */
    Opaque.Effect effect(String owner, String method) {
      return runsCode ? Opaque.Effect.WRITES : CallEffects.of(owner, method, types);
    }
  }

  /**
   * Evaluates the arguments in order.
   *
   * @param formals the parameters' types, if only one method can be meant
   */
  Evaluated evaluate(
      List<? extends ExpressionTree> trees, Optional<List<? extends TypeMirror>> formals) {
    Template text = new Template();
    List<Type> types = new ArrayList<>();
    boolean runsCode = false;
    for (int i = 0; i < trees.size(); i++) {
      text.text(i == 0 ? "" : ", ");
      ExpressionTree tree = Syntax.strip(trees.get(i));
      Optional<Template> inline = inline(tree);
      if (inline.isPresent()) {
        text.append(inline.get());
        runsCode = true;
        types.add(ConversionRules.NULL);
      } else {
        Value value = function.value(tree, wanted(formals, i, trees.size()));
        function.unmarkLiteral(value);
        text.hole(value);
        types.add(value.type());
      }
    }
    return new Evaluated(text, types, runsCode);
  }

  /** Arguments that are evaluated already. */
  static Evaluated of(List<Value> values) {
    Template text = new Template();
    for (int i = 0; i < values.size(); i++) {
      text.text(i == 0 ? "" : ", ").hole(values.get(i));
    }
    return new Evaluated(text, values.stream().map(Value::type).toList(), false);
  }

  private Wanted wanted(Optional<List<? extends TypeMirror>> formals, int i, int arguments) {
    return formals
        .filter(list -> list.size() == arguments)
        .flatMap(list -> function.types().readBound(list.get(i)))
        .map(Wanted::as)
        .orElse(Wanted.VALUE);
  }

  /** The parameters' types of the only method among the candidates that takes so many arguments. */
  static Optional<List<? extends TypeMirror>> formals(
      List<ExecutableElement> candidates, int arguments, ObjectTypes types, Site site) {
    List<ExecutableElement> fitting =
        candidates.stream().filter(m -> m.getParameters().size() == arguments).toList();
    boolean single =
        fitting.size() == 1
            && candidates.stream().noneMatch(ExecutableElement::isVarArgs)
            && fitting.get(0).getTypeParameters().isEmpty();
    return single
        ? Optional.of(site.method(fitting.get(0), types).getParameterTypes())
        : Optional.empty();
  }

  /** As members of what type methods are called. */
  @FunctionalInterface
  interface Site {
    /** The method's type there. */
    ExecutableType method(ExecutableElement method, ObjectTypes types);
  }

  /** An argument whose type the method decides that it is passed to. */
  private Optional<Template> inline(ExpressionTree tree) {
    if (tree instanceof LambdaExpressionTree lambda) {
      return Optional.of(LambdaText.of(lambda, function));
    }
    return tree instanceof MemberReferenceTree reference
        ? Optional.of(reference(reference))
        : tree instanceof MethodInvocationTree call ? factory(call) : Optional.empty();
  }

  /**
   * {@code Comparator.reverseOrder()} and the like: the platform's generic methods without
   * arguments make or give something, and it does not matter when.
   */
  private Optional<Template> factory(MethodInvocationTree tree) {
    if (!tree.getArguments().isEmpty()
        || !tree.getTypeArguments().isEmpty()
        || !(tree.getMethodSelect() instanceof MemberSelectTree select)) {
      return Optional.empty();
    }
    String name = select.getIdentifier().toString();
    return names
        .type(select.getExpression())
        .filter(owner -> owner.getQualifiedName().toString().startsWith("java."))
        .filter(
            owner ->
                function.names().members().methods(owner, name).stream()
                    .filter(method -> method.getParameters().isEmpty())
                    .anyMatch(m -> PassiveCalls.isStatic(m) && !m.getTypeParameters().isEmpty()))
        .map(
            owner ->
                new Template().name(owner.getQualifiedName().toString()).text("." + name + "()"));
  }

  /** {@code Type::method} and {@code Type::new}. */
  private Template reference(MemberReferenceTree tree) {
    Optional<TypeElement> type = names.type(tree.getQualifierExpression());
    if (type.isEmpty()) {
      throw function.refuse(
          Code.UNSUPPORTED_SYNTAX,
          tree,
          "A reference to a method of an object",
          "Refer to a static method, or call the method in a loop");
    }
    String name = tree.getName().toString();
    List<ExecutableElement> methods =
        name.equals("<init>") ? List.of() : function.names().members().methods(type.get(), name);
    function.requireVisible(type.get(), tree);
    methods.forEach(method -> function.requireVisible(method, tree));
    return new Template()
        .name(type.get().getQualifiedName().toString())
        .text("::" + (name.equals("<init>") ? "new" : name));
  }

  /** Whether the method gives anything. */
  static boolean isVoid(ExecutableElement method) {
    return method.getReturnType().getKind() == TypeKind.VOID;
  }
}
