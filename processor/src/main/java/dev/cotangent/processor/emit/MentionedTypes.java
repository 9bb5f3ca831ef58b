package dev.cotangent.processor.emit;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Constant;
import dev.cotangent.processor.ir.Function;
import dev.cotangent.processor.ir.MathCall;
import dev.cotangent.processor.ir.Op;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Table;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.Value;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Stage 7: the simple names of the types and of the tables that a function's code mentions, and the
 * names in its lambdas; no variable has one.
 */
final class MentionedTypes {
  private static final List<String> ALWAYS =
      List.of("Math", "Adjoint", "Records", "Double", "Float");

  private static final Pattern WORD = Pattern.compile("(?U)[\\p{Alpha}_]\\w*");

  /** What is passed as {@code null} without being of any type. */
  private static final ReferenceType NULL = new ReferenceType("null");

  private final Set<String> names = new TreeSet<>(ALWAYS);

  private MentionedTypes() {}

  static Set<String> of(Function function) {
    MentionedTypes types = new MentionedTypes();
    types.visit(function.body());
    return types.names;
  }

  private void visit(Region region) {
    region.parameters().stream().map(Value::type).forEach(this::add);
    for (Op op : region.ops()) {
      op.results().stream().map(Value::type).forEach(this::add);
      if (op instanceof MathCall call) {
        add(call.owner());
      } else if (op instanceof Opaque opaque) {
        OpaqueText.of(opaque.template()).names().forEach(this::add);
        lambdas(opaque.template());
        AssertionFields.name(opaque).ifPresent(names::add);
      } else if (op instanceof Constant constant && constant.content() instanceof Table table) {
        names.add(table.name());
      }
      op.regions().forEach(this::visit);
    }
  }

  /** The variables of a lambda may not be named like any around it. */
  private void lambdas(String template) {
    if (template.contains("->")) {
      WORD.matcher(template).results().forEach(word -> names.add(word.group()));
    }
  }

  private void add(Type type) {
    if (type instanceof ArrayType array) {
      add(array.element());
    } else if (type instanceof ReferenceType reference && !reference.equals(NULL)) {
      add(reference.qualifiedName());
      reference.arguments().forEach(argument -> add(argument.type()));
    }
  }

  /** The outermost and the innermost simple name: code may begin with either. */
  private void add(String qualifiedName) {
    names.add(JavaTypes.classNamed(qualifiedName).simpleName());
    names.add(JavaTypes.classNamed(qualifiedName).topLevelClassName().simpleName());
    names.add(qualifiedName.substring(0, (qualifiedName + ".").indexOf('.')));
  }
}
