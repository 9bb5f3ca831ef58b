package dev.cotangent.processor.frontend;

import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.NewArrayTree;
import com.sun.source.tree.VariableTree;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;

/**
 * The content of {@code static final} fields that the companion cannot see, where the initializer
 * says it to the last bit on every machine ({@link FixedExpressions}): numbers, and private arrays
 * of them that the file only reads ({@link ReadOnlyMentions}), which the companion may have again.
 */
final class FixedFields {
  private final ProgramLowering program;
  private final ExecutableElement method;
  private final Map<VariableElement, Optional<Object>> contents = new HashMap<>();
  private final Set<String> tableNames = new HashSet<>();

  /**
   * @param method the annotated method, with whose parameters no table shares its name
   */
  FixedFields(ProgramLowering program, ExecutableElement method) {
    this.program = program;
    this.method = method;
    method.getParameters().forEach(p -> tableNames.add(p.getSimpleName().toString()));
  }

  /** A box or a {@link Table}; empty if nothing is known for certain. */
  Optional<Object> content(VariableElement field) {
    Optional<Object> known = contents.get(field);
    if (known == null) {
      known = program.unit().field(field).flatMap(tree -> read(field, tree));
      contents.put(field, known);
    }
    return known;
  }

  private Optional<Object> read(VariableElement field, VariableTree tree) {
    Optional<Type> type = program.types().read(field.asType());
    if (tree.getInitializer() == null || type.isEmpty()) {
      return Optional.empty();
    }
    if (type.get() instanceof PrimitiveType primitive) {
      return evaluate(field, List.of(tree.getInitializer()), primitive).map(list -> list.get(0));
    }
    boolean table =
        type.get() instanceof ArrayType array
            && array.element() instanceof PrimitiveType
            && field.getModifiers().contains(Modifier.PRIVATE)
            && tree.getInitializer() instanceof NewArrayTree created
            && created.getInitializers() != null
            && ReadOnlyMentions.all(program.unit().tree(), tree.getName());
    return table
        ? table(field, (NewArrayTree) tree.getInitializer(), type.get())
        : Optional.empty();
  }

  private Optional<Object> table(VariableElement field, NewArrayTree tree, Type type) {
    PrimitiveType element = (PrimitiveType) ((ArrayType) type).element();
    return evaluate(field, tree.getInitializers(), element)
        .map(elements -> new Table(name(field), (ArrayType) type, elements));
  }

  /** In capitals, as constants are, and as no variable of generated code is. */
  private String name(VariableElement field) {
    String base = field.getSimpleName().toString().toUpperCase(Locale.ROOT);
    String name = base;
    for (int i = 2; !tableNames.add(name); i++) {
      name = base + "_" + i;
    }
    return name;
  }

  private Optional<List<Object>> evaluate(
      VariableElement field, List<? extends ExpressionTree> trees, PrimitiveType type) {
    if (!trees.stream().allMatch(FixedExpressions::mayBeFixed)) {
      return Optional.empty();
    }
    FunctionLowering lowering =
        new FunctionLowering(
            program,
            method,
            program.unit().method(method).orElseThrow(),
            (TypeElement) field.getEnclosingElement());
    try {
      List<Value> values = new ArrayList<>();
      for (ExpressionTree tree : trees) {
        values.add(lowering.conversions().implicit(lowering.value(tree), type, tree));
      }
      Function function =
          new Function("initializer", lowering.flow().out().region(List.of(), values));
      return FixedExpressions.isFixed(function)
          ? Optional.of(List.of(Interpreter.run(function)))
          : Optional.empty();
    } catch (Refusal | ArithmeticException notFixed) {
      return Optional.empty();
    }
  }
}
