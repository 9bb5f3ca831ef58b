package dev.cotangent.processor.frontend;

import com.sun.source.tree.CaseTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreeScanner;
import dev.cotangent.processor.diagnostics.Code;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.Type;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Questions about the cases of a {@code switch}. */
final class Cases {
  /** Labels of newer languages, by name, since the oldest compiler has no constants for them. */
  private static final Set<String> PATTERNS =
      Set.of(
          "PATTERN_CASE_LABEL",
          "BINDING_PATTERN",
          "DECONSTRUCTION_PATTERN",
          "GUARDED_PATTERN",
          "PARENTHESIZED_PATTERN",
          "NULL_LITERAL");

  private Cases() {}

  /** Whether the case is {@code default}. */
  static boolean isDefault(CaseTree tree) {
    return tree.getExpressions().isEmpty();
  }

  /** Refuses labels that are no constants. */
  static void requireConstants(FunctionLowering function, CaseTree tree) {
    new TreeScanner<Void, Void>() {
      @Override
      public Void scan(Tree node, Void unused) {
        if (node == null || node instanceof StatementTree || node == tree.getBody()) {
          return null;
        }
        if (PATTERNS.contains(node.getKind().name())) {
          throw function.refuse(Code.SWITCH_FORM, tree, "has a case with a pattern or with null");
        }
        return super.scan(node, null);
      }
    }.visitCase(tree, null);
  }

  /**
   * The type that values of these types have together; empty if it depends on the context or if
   * there is none.
   */
  static Optional<Type> common(List<Type> types) {
    Type common = types.isEmpty() ? null : types.get(0);
    for (Type type : types) {
      if (type.equals(common) || type.equals(ConversionRules.NULL)) {
        continue;
      }
      if (common.equals(ConversionRules.NULL)) {
        common = type;
      } else if (ConversionRules.isNumeric(common) && ConversionRules.isNumeric(type)) {
        common = ConversionRules.promote((PrimitiveType) common, (PrimitiveType) type);
      } else {
        return Optional.empty();
      }
    }
    return Optional.ofNullable(common).filter(type -> isExact(types, type));
  }

  /** Where integers become floats it matters whether the context would have them become doubles. */
  private static boolean isExact(List<Type> types, Type common) {
    Set<Type> others = new HashSet<>(types);
    others.removeIf(type -> type == PrimitiveType.FLOAT || ConversionRules.isSmall(type));
    boolean primitive = types.stream().allMatch(PrimitiveType.class::isInstance);
    return (primitive || common.isReference())
        && (common != PrimitiveType.FLOAT || others.isEmpty());
  }
}
