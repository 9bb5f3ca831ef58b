package dev.cotangent.processor.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.cotangent.processor.ir.BinaryOperator;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Region;
import dev.cotangent.processor.ir.Value;
import dev.cotangent.processor.ir.VectorForms;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** Stage 7: what is done to several numbers at once, as calls of the Vector API. */
final class VectorText {
  private static final TypeName VECTOR = JavaTypes.of(ReferenceType.VECTOR);

  private static final Map<BinaryOperator, String> METHODS =
      Map.of(
          BinaryOperator.ADD, "add",
          BinaryOperator.SUBTRACT, "sub",
          BinaryOperator.MULTIPLY, "mul",
          BinaryOperator.DIVIDE, "div");

  private VectorText() {}

  /**
   * The constant that says how many numbers a vector has, if the programs have any: as many as the
   * machine likes, but four where it likes more. Short loops gain nothing from longer vectors.
   */
  static Optional<FieldSpec> species(CompanionPrograms programs) {
    boolean needed =
        programs
            .all()
            .flatMap(program -> program.functions().stream())
            .anyMatch(function -> hasVectors(function.body()));
    return needed ? Optional.of(field()) : Optional.empty();
  }

  private static boolean hasVectors(Region region) {
    return region.ops().stream()
        .anyMatch(
            op ->
                op.results().stream().anyMatch(VectorText::isVector)
                    || op.regions().stream().anyMatch(VectorText::hasVectors));
  }

  private static FieldSpec field() {
    ClassName species = ClassName.get("jdk.incubator.vector", "VectorSpecies");
    return FieldSpec.builder(
            ParameterizedTypeName.get(species, ClassName.get(Double.class)), VectorForms.SPECIES)
        .addModifiers(Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL)
        .initializer(
            "$1T.SPECIES_PREFERRED.length() > 4$W? $1T.SPECIES_256$W: $1T.SPECIES_PREFERRED",
            VECTOR)
        .build();
  }

  /** Whether the value is several numbers. */
  static boolean isVector(Value value) {
    return value.type().equals(ReferenceType.VECTOR);
  }

  /** The elements from an index on. */
  static Expression load(Expression array, Expression index) {
    return Expression.primary(
        CodeBlock.of(
            "$T.fromArray($L, $L, $L)", VECTOR, VectorForms.SPECIES, array.code(), index.code()));
  }

  /** The statement that overwrites the elements from an index on. */
  static Expression store(Expression content, Expression array, Expression index) {
    return Expression.join(
        Precedence.PRIMARY, content.at(Precedence.PRIMARY), ".intoArray(", array, ", ", index, ")");
  }

  /** The operator on each number. */
  static Expression binary(BinaryOperator operator, Expression left, Expression right) {
    return Expression.join(
        Precedence.PRIMARY,
        left.at(Precedence.PRIMARY),
        "." + METHODS.get(operator) + "(",
        right,
        ")");
  }

  /** The opposite of each number. */
  static Expression negated(Expression operand) {
    return Expression.join(Precedence.PRIMARY, operand.at(Precedence.PRIMARY), ".neg()");
  }
}
