package dev.cotangent.processor.frontend;

import dev.cotangent.processor.ir.ArrayType;
import dev.cotangent.processor.ir.Opaque.Effect;
import dev.cotangent.processor.ir.PrimitiveType;
import dev.cotangent.processor.ir.ReferenceType;
import dev.cotangent.processor.ir.Type;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What calls of methods that are declared elsewhere may do. What is not in the tables may do
 * anything, which is always right. The promise of a class holds for plain arguments only: an object
 * that is turned into text runs code of its own.
 */
final class CallEffects {
  /** Everything that these do is to look at what they are given. */
  private static final Set<String> READERS =
      Set.of(
          "java.lang.String",
          "java.lang.Math",
          "java.lang.StrictMath",
          "java.lang.Double",
          "java.lang.Float",
          "java.lang.Long",
          "java.lang.Integer",
          "java.lang.Short",
          "java.lang.Byte",
          "java.lang.Character",
          "java.lang.Boolean");

  /** These write text somewhere, or keep it. */
  private static final Set<String> TELLERS =
      Set.of(
          "java.io.PrintStream",
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.AbstractStringBuilder",
          "java.util.StringJoiner",
          "java.util.logging.Logger",
          "java.lang.System.Logger",
          "org.slf4j.Logger",
          "org.apache.logging.log4j.Logger",
          "org.apache.commons.logging.Log");

  /** Methods that look at what they are given and do not turn it into text. */
  private static final Map<String, Set<String>> LOOKING =
      Map.of(
          "java.lang.Object", Set.of("getClass"),
          "java.lang.Class", Set.of("getName", "getSimpleName", "isInstance"),
          "java.lang.Enum", Set.of("name", "ordinal", "compareTo", "getDeclaringClass"),
          "java.util.Objects",
              Set.of("requireNonNull", "isNull", "nonNull", "requireNonNullElse", "checkIndex"));

  private static final Set<String> ARRAYS_READ =
      Set.of(
          "java.util.Arrays.toString", "java.util.Arrays.deepToString", "java.util.Arrays.equals");

  /** Methods of the classes above that read an array; others fill it. */
  private static final Set<String> ARRAY_READING =
      Set.of(
          "toString",
          "equals",
          "valueOf",
          "copyValueOf",
          "print",
          "println",
          "printf",
          "format",
          "join",
          "append",
          "insert");

  private CallEffects() {}

  /** The effect of a method of that class, called with arguments of these types. */
  static Effect of(String owner, String method, List<Type> arguments) {
    if (LOOKING.getOrDefault(owner, Set.of()).contains(method)) {
      return Effect.READS;
    }
    boolean arrays = ARRAY_READING.contains(method);
    if (!arguments.stream().allMatch(type -> isPlain(type) || (arrays && isPlainOrArray(type)))) {
      return Effect.WRITES;
    }
    if (READERS.contains(owner) || ARRAYS_READ.contains(owner + "." + method)) {
      return Effect.READS;
    }
    return TELLERS.contains(owner) ? Effect.TELLS : Effect.WRITES;
  }

  private static boolean isPlainOrArray(Type type) {
    return isPlain(type) || (type instanceof ArrayType array && isPlain(array.element()));
  }

  /** Whether a value's text is its own: a number, text, a box or null. */
  static boolean isPlain(Type type) {
    return type instanceof PrimitiveType
        || type.equals(ConversionRules.NULL)
        || (type instanceof ReferenceType reference && reference.isImmutable());
  }
}
