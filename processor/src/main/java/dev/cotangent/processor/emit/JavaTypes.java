package dev.cotangent.processor.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.WildcardTypeName;
import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import dev.cotangent.processor.ir.TypeArgument;

/** Stage 7: the types of the intermediate representation as JavaPoet's. */
public final class JavaTypes {
  static final ClassName RECORDS = ClassName.get("dev.cotangent.runtime", "Records");

  private JavaTypes() {}

  /** The type as Java writes it. */
  public static TypeName of(Type type) {
    if (type instanceof PrimitiveType primitive) {
      return primitive(primitive);
    }
    if (type instanceof ArrayType array) {
      return ArrayTypeName.of(of(array.element()));
    }
    ReferenceType reference = (ReferenceType) type;
    ClassName name = classNamed(reference.qualifiedName());
    TypeName[] arguments =
        reference.arguments().stream().map(JavaTypes::of).toArray(TypeName[]::new);
    return arguments.length == 0 ? name : ParameterizedTypeName.get(name, arguments);
  }

  /** The type without type arguments. */
  static TypeName erased(Type type) {
    return of(type instanceof ReferenceType reference ? reference.erasure() : type);
  }

  private static TypeName of(TypeArgument argument) {
    TypeName type = of(argument.type());
    return switch (argument.kind()) {
      case EXACT -> type;
      case EXTENDS -> WildcardTypeName.subtypeOf(type);
      case SUPER -> WildcardTypeName.supertypeOf(type);
    };
  }

  private static TypeName primitive(PrimitiveType type) {
    return switch (type) {
      case DOUBLE -> TypeName.DOUBLE;
      case FLOAT -> TypeName.FLOAT;
      case LONG -> TypeName.LONG;
      case INT -> TypeName.INT;
      case SHORT -> TypeName.SHORT;
      case BYTE -> TypeName.BYTE;
      case CHAR -> TypeName.CHAR;
      case BOOLEAN -> TypeName.BOOLEAN;
    };
  }

  /**
   * The class of that qualified name. Packages begin with a lower-case letter, classes with an
   * upper-case one; where no part does, the last part is the class.
   */
  public static ClassName classNamed(String qualifiedName) {
    String[] parts = qualifiedName.split("\\.", -1);
    int first = 0;
    while (first < parts.length - 1 && !Character.isUpperCase(parts[first].charAt(0))) {
      first++;
    }
    String packageName = String.join(".", java.util.Arrays.copyOfRange(parts, 0, first));
    String[] nested = java.util.Arrays.copyOfRange(parts, first + 1, parts.length);
    return ClassName.get(packageName, parts[first], nested);
  }
}
