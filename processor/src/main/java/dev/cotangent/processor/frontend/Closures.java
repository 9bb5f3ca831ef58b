package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.Call;
import dev.cotangent.processor.ir.Lists;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.SourceRange;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The lambdas and method references of one function: each becomes a function of the program as soon
 * as it is known which interface it implements. A variable of such a type is no value of the IR; it
 * is a name for its {@link Closure}, which the language lets nobody change.
 */
final class Closures {
  private final FunctionLowering function;
  private final Map<Variable, Closure> variables = new IdentityHashMap<>();

  Closures(FunctionLowering function) {
    this.function = function;
  }

  /** The closure that the variable names. */
  Optional<Closure> of(Variable variable) {
    return Optional.ofNullable(variables.get(variable));
  }

  /** The closure that the expression names, if it is such a variable. */
  Optional<Closure> named(ExpressionTree tree) {
    return Syntax.strip(tree) instanceof IdentifierTree name
        ? function.flow().scope().find(name.getName().toString()).flatMap(this::of)
        : Optional.empty();
  }

  /** Whether the expression names a closure that has been refused. */
  boolean isLost(ExpressionTree tree) {
    return tree instanceof IdentifierTree name
        && function
            .flow()
            .scope()
            .find(name.getName().toString())
            .filter(function.flow()::isPoisoned)
            .isPresent();
  }

  /** Declares a variable that names the closure. */
  void declare(String name, Closure closure) {
    Variable variable = Variable.of(name, new ReferenceType(closure.type().name()));
    variables.put(variable, closure);
    function.flow().declare(variable);
  }

  /** Whether the declaration is one of a name for a closure; then it has been made. */
  boolean declares(VariableTree node) {
    ExpressionTree initializer = node.getInitializer();
    if (initializer == null || !isFunction(initializer)) {
      return false;
    }
    Optional<FunctionalType> type =
        functionalType(node.getType()).or(() -> named(initializer).map(Closure::type));
    if (type.isEmpty()) {
      return false;
    }
    String name = node.getName().toString();
    if (Syntax.assigned(function.body()).contains(name)) {
      throw function.refuse(Code.UNRESOLVED_FUNCTION, node, "'" + name + "' is assigned again");
    }
    declare(name, make(initializer, type.get()));
    return true;
  }

  /** The functional interface that a type's tree names. */
  private Optional<FunctionalType> functionalType(Tree tree) {
    Optional<Type> type =
        tree == null ? Optional.empty() : function.types().read(tree, function.names());
    return type.filter(ReferenceType.class::isInstance)
        .flatMap(t -> FunctionalType.of(function.types().mirror(t), function.types()));
  }

  /** Whether the expression is a lambda, a method reference, or a name of one. */
  boolean isFunction(ExpressionTree tree) {
    Tree inner = Syntax.strip(tree);
    return inner instanceof LambdaExpressionTree
        || inner instanceof MemberReferenceTree
        || named(tree).isPresent();
  }

  /** Whether the expression may be passed where the type is wanted. */
  boolean fits(ExpressionTree tree, FunctionalType type) {
    if (Syntax.strip(tree) instanceof LambdaExpressionTree lambda) {
      return lambda.getParameters().size() == type.parameters().size();
    }
    return named(tree).map(c -> c.type().equals(type)).orElse(true);
  }

  /** The closure that the expression is. */
  Closure make(ExpressionTree tree, FunctionalType type) {
    Tree inner = Syntax.strip(tree);
    if (inner instanceof LambdaExpressionTree lambda) {
      return lambda(lambda, type);
    }
    if (inner instanceof MemberReferenceTree reference) {
      return reference(reference, type);
    }
    return named(tree).orElseThrow(() -> unresolved(tree));
  }

  /** Calls the closure. */
  Value call(Closure closure, List<Value> arguments, SourceRange at) {
    List<Value> results =
        closure.type().result().map(t -> List.of(new Value(t, "", at))).orElse(List.of());
    List<Value> all = Lists.concat(closure.caught(), arguments);
    function.flow().out().append(new Call(closure.function(), all, results, at));
    return results.isEmpty() ? null : results.get(0);
  }

  private Refusal unresolved(Tree tree) {
    return function.refuse(
        Code.UNRESOLVED_FUNCTION, tree, "which function this is, is known only when it runs");
  }

  /** What a body catches: variables with their values, and closures with theirs. */
  private final class Catch {
    private final FunctionLowering inside;
    private final List<Value> caught = new ArrayList<>();
    private final List<Value> parameters = new ArrayList<>();

    Catch(FunctionLowering inside) {
      this.inside = inside;
    }

    void everythingIn(Tree body) {
      Set<String> mentioned = new LinkedHashSet<>(Syntax.mentioned(List.of(body)));
      // The names of a record's components and methods mention the record.
      mentioned.add(RecordLowering.THIS);
      for (String name : mentioned) {
        function.flow().scope().find(name).ifPresent(this::add);
      }
    }

    private void add(Variable variable) {
      Optional<Closure> closure = of(variable);
      if (closure.isPresent()) {
        Closure own = closure.get().renewed();
        caught.addAll(closure.get().caught());
        parameters.addAll(own.caught());
        inside.closures().declare(variable.name(), own);
      } else if (function.flow().isPoisoned(variable)) {
        inside.flow().declare(variable);
        inside.flow().poison(variable);
      } else {
        function.flow().read(variable).ifPresent(value -> add(variable, value));
      }
    }

    private void add(Variable variable, Value value) {
      caught.add(value);
      Value parameter = new Value(variable.type(), variable.name(), value.source());
      parameters.add(parameter);
      Variable own = new Variable(variable.name(), variable.type(), variable.constant());
      inside.flow().declare(own);
      inside.flow().write(own, parameter);
    }
  }

  private Closure lambda(LambdaExpressionTree tree, FunctionalType type) {
    FunctionLowering inside = function.inside(tree.getBody());
    Catch all = new Catch(inside);
    all.everythingIn(tree.getBody());
    String name = function.program().lambdaName();
    List<Value> parameters = new ArrayList<>(all.parameters);
    inside
        .flow()
        .nested(
            () -> {
              for (int i = 0; i < tree.getParameters().size(); i++) {
                parameters.add(
                    inside.declare(tree.getParameters().get(i), type.parameters().get(i)));
              }
              function.program().add(inside.lambda(name, parameters, type.result()));
            });
    return new Closure(type, name, all.caught);
  }

  private Closure reference(MemberReferenceTree tree, FunctionalType type) {
    FunctionLowering inside = function.inside(tree);
    String name = function.program().lambdaName();
    SourceRange at = function.range(tree);
    List<Value> parameters = new ArrayList<>();
    for (Type parameter : type.parameters()) {
      parameters.add(new Value(parameter, "", at));
    }
    function.program().add(inside.reference(name, parameters, type.result()));
    return new Closure(type, name, List.of());
  }
}
