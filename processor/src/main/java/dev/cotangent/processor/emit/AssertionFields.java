package dev.cotangent.processor.emit;

import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.AssertionStatus;
import dev.cotangent.processor.ir.Opaque;
import dev.cotangent.processor.ir.Region;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import javax.lang.model.element.Modifier;

/**
 * Stage 7: the constants that hold whether the user's classes check their assertions, as the
 * compiler makes one in each class that asserts.
 */
final class AssertionFields {
  private AssertionFields() {}

  /** The constant's name, if the operation asks for an assertion status. */
  static Optional<String> name(Opaque op) {
    return AssertionStatus.askedClass(op).map(AssertionFields::name);
  }

  private static String name(String qualifiedClass) {
    return "assertions$" + JavaTypes.classNamed(qualifiedClass).simpleName();
  }

  /** The fields that the programs need, in a stable order. */
  static List<FieldSpec> of(CompanionPrograms programs) {
    Set<String> asked = new TreeSet<>();
    programs
        .all()
        .flatMap(program -> program.functions().stream())
        .forEach(function -> collect(function.body(), asked));
    return asked.stream().map(AssertionFields::field).toList();
  }

  private static void collect(Region region, Set<String> asked) {
    region.ops().stream()
        .filter(Opaque.class::isInstance)
        .flatMap(op -> AssertionStatus.askedClass((Opaque) op).stream())
        .forEach(asked::add);
    region.ops().forEach(op -> op.regions().forEach(inner -> collect(inner, asked)));
  }

  private static FieldSpec field(String qualifiedClass) {
    return FieldSpec.builder(TypeName.BOOLEAN, name(qualifiedClass))
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer("$T.class.desiredAssertionStatus()", JavaTypes.classNamed(qualifiedClass))
        .build();
  }
}
