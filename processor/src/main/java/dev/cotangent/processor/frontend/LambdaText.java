package dev.cotangent.processor.frontend;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.SourceRange;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The text of a lambda that is passed to opaque Java, as the user wrote it, with the names of other
 * classes and of their members qualified. It may use its own variables and static members; what it
 * would capture has no name in the companion.
 */
final class LambdaText extends TreeScanner<Void, Void> {
  private final FunctionLowering function;
  private final LambdaExpressionTree lambda;
  private final Set<String> own = new HashSet<>();
  private final Map<Integer, String> prefixes = new TreeMap<>();
  private final Map<Integer, Integer> replaced = new TreeMap<>();

  private LambdaText(FunctionLowering function, LambdaExpressionTree lambda) {
    this.function = function;
    this.lambda = lambda;
  }

  /** The lambda as a template without operands. */
  static Template of(LambdaExpressionTree lambda, FunctionLowering function) {
    LambdaText text = new LambdaText(function, lambda);
    new TreeScanner<Void, Void>() {
      @Override
      public Void visitVariable(VariableTree node, Void unused) {
        text.own.add(node.getName().toString());
        return super.visitVariable(node, null);
      }
    }.scan(lambda, null);
    text.requireNoClash();
    text.scan(lambda, null);
    return new Template().text(text.written());
  }

  /** These names may be those of the companion's own parameters. */
  private void requireNoClash() {
    for (String name : own) {
      if (name.startsWith("into") || name.endsWith("Dot")) {
        throw refuse("A lambda with a variable named '" + name + "'");
      }
    }
  }

  private String written() {
    SourceRange range = function.range(lambda);
    String source = function.program().unit().text(range);
    StringBuilder text = new StringBuilder();
    int at = 0;
    for (Map.Entry<Integer, String> prefix : prefixes.entrySet()) {
      int start = prefix.getKey() - range.start();
      text.append(source, at, start).append(prefix.getValue());
      at = start + replaced.getOrDefault(prefix.getKey(), 0);
    }
    String all = text.append(source.substring(at)).toString();
    if (all.contains("//") || all.contains("/*")) {
      throw refuse("A lambda with a comment in it");
    }
    return all.replaceAll("\\s*\\R\\s*", " ");
  }

  private Refusal refuse(String what) {
    return function.refuse(
        Code.UNSUPPORTED_SYNTAX, lambda, what, "Refer to a static method, or write the loop out");
  }

  @Override
  public Void visitLiteral(LiteralTree node, Void unused) {
    boolean marks =
        node.getValue() instanceof String text && (text.contains("$") || text.contains("{"));
    if (marks) {
      throw refuse("A lambda with such text in it");
    }
    return null;
  }

  @Override
  public Void visitClass(ClassTree node, Void unused) {
    throw refuse("A lambda with a class in it");
  }

  @Override
  public Void visitMethodInvocation(MethodInvocationTree node, Void unused) {
    if (node.getMethodSelect() instanceof IdentifierTree name) {
      List<ExecutableElement> methods = function.names().methods(name.getName().toString());
      if (methods.isEmpty() || !methods.stream().allMatch(LambdaText::isStatic)) {
        throw refuse("A lambda that calls a method of an object of its own");
      }
      methods.forEach(method -> function.requireVisible(method, lambda));
      qualify(name, (TypeElement) methods.get(0).getEnclosingElement());
      scan(node.getTypeArguments(), null);
      return scan(node.getArguments(), null);
    }
    return super.visitMethodInvocation(node, null);
  }

  private static boolean isStatic(Element element) {
    return element.getModifiers().contains(Modifier.STATIC);
  }

  @Override
  public Void visitMemberSelect(MemberSelectTree node, Void unused) {
    ExpressionTree qualifier = node.getExpression();
    if (node.getIdentifier().contentEquals("this")) {
      throw refuse("A lambda that uses 'this'");
    }
    return scan(qualifier, null);
  }

  @Override
  public Void visitIdentifier(IdentifierTree node, Void unused) {
    String name = node.getName().toString();
    if (own.contains(name)) {
      return null;
    }
    if (function.flow().scope().find(name).isPresent() || Set.of("this", "super").contains(name)) {
      throw refuse("A lambda that captures '" + name + "'");
    }
    Optional<VariableElement> field = function.names().field(name);
    if (field.isPresent()) {
      if (!isStatic(field.get())) {
        throw refuse("A lambda that captures '" + name + "'");
      }
      function.requireVisible(field.get(), lambda);
      qualify(node, (TypeElement) field.get().getEnclosingElement());
    } else {
      function.names().type(name).ifPresent(type -> replace(node, type));
    }
    return null;
  }

  private void qualify(Tree name, TypeElement owner) {
    function.requireVisible(owner, lambda);
    prefixes.put(function.range(name).start(), "{" + owner.getQualifiedName() + "}.");
  }

  private void replace(IdentifierTree name, TypeElement type) {
    function.requireVisible(type, lambda);
    int start = function.range(name).start();
    prefixes.put(start, "{" + type.getQualifiedName() + "}");
    replaced.put(start, name.getName().length());
  }
}
