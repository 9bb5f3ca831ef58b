package dev.cotangent.processor.frontend;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.cotangent.processor.ir.Interpreter;
import dev.cotangent.processor.ir.Program;
import dev.cotangent.processor.ir.Verifier;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Compares a lowered program, interpreted, with the compiled method: results bit for bit, array
 * contents, exceptions.
 */
final class Agreement {
  private static final int RUNS = 80;
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1.0,
    -1.0,
    0.5,
    2.0,
    -2.5,
    3.7,
    1e-3,
    1e10,
    -1e17,
    1e308,
    Double.MIN_VALUE,
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final long[] LONGS = {
    0,
    1,
    -1,
    2,
    3,
    -5,
    7,
    31,
    33,
    63,
    65,
    127,
    128,
    255,
    40_000,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    1L << 40,
    Long.MAX_VALUE,
    Long.MIN_VALUE
  };

  /** Arguments named like this count rounds of loops, so they stay small. */
  private static final String COUNT = "n";

  private Agreement() {}

  /** Runs both on many arguments of all kinds, chosen by the method's name. */
  static void check(Program program, Class<?> compiled, String method) {
    compare(program, find(compiled, method));
  }

  private static Method find(Class<?> type, String name) {
    Stream<Class<?>> types =
        Stream.concat(Stream.of(type), Arrays.stream(type.getDeclaredClasses()));
    Method method =
        types
            .flatMap(t -> Arrays.stream(t.getDeclaredMethods()))
            .filter(m -> m.getName().equals(name))
            .findFirst()
            .orElseThrow();
    method.setAccessible(true);
    return method;
  }

  private static void compare(Program program, Method method) {
    Verifier.verify(program);
    Random random = new Random(method.getName().hashCode());
    for (int i = 0; i < RUNS; i++) {
      Object[] arguments = arguments(method, random);
      Object[] copies = Arrays.stream(arguments).map(Agreement::copy).toArray();
      String before = Arrays.deepToString(arguments);
      assertEquals(
          outcome(method, arguments),
          outcome(program, method.getDeclaringClass(), copies),
          () -> method.getName() + before + "\n" + program);
    }
  }

  private static String outcome(Method method, Object[] arguments) {
    Object result;
    try {
      result = method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      result = describe(e.getCause());
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
    boolean isVoid = method.getReturnType() == void.class && result == null;
    return text(isVoid ? "void" : result) + Arrays.deepToString(arguments);
  }

  /** The field of the compiled class, which the interpreter's own class loader does not know. */
  private static Object field(String template, Class<?> type) {
    try {
      java.lang.reflect.Field field =
          type.getDeclaredField(template.substring(template.lastIndexOf('.') + 1));
      field.setAccessible(true);
      return field.get(null);
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(template, e);
    }
  }

  private static String outcome(Program program, Class<?> type, Object[] arguments) {
    Object result;
    try {
      Interpreter interpreter = new Interpreter(program).stepLimit(1_000_000);
      if (program.toString().contains("{corpus.")) {
        interpreter.opaque((op, operands) -> field(op.template(), type));
      }
      Object[] results = interpreter.run(arguments);
      result = results.length == 0 ? "void" : results[0];
    } catch (ArithmeticException
        | ArrayIndexOutOfBoundsException
        | NegativeArraySizeException
        | NullPointerException e) {
      result = describe(e);
    }
    return text(result) + Arrays.deepToString(arguments);
  }

  /** Without the message: the virtual machine leaves it out where such exceptions are frequent. */
  private static String describe(Throwable exception) {
    return exception.getClass().getName();
  }

  private static String text(Object result) {
    return (result == null ? "" : result.getClass().getSimpleName() + " ")
        + Arrays.deepToString(new Object[] {result});
  }

  private static Object[] arguments(Method method, Random random) {
    List<Object> arguments = new ArrayList<>();
    for (java.lang.reflect.Parameter parameter : method.getParameters()) {
      arguments.add(argument(parameter, random));
    }
    return arguments.toArray();
  }

  private static Object argument(java.lang.reflect.Parameter parameter, Random random) {
    if (parameter.getType() == int.class && parameter.getName().equals(COUNT)) {
      return random.nextInt(12) - 2;
    }
    Class<?> type = parameter.getType();
    if (!type.isArray()) {
      return scalar(type, random);
    }
    int length = random.nextInt(7) - 1;
    if (length < 0) {
      return null;
    }
    Object array = java.lang.reflect.Array.newInstance(type.getComponentType(), length);
    for (int i = 0; i < length; i++) {
      java.lang.reflect.Array.set(array, i, scalar(type.getComponentType(), random));
    }
    return array;
  }

  private static Object scalar(Class<?> type, Random random) {
    double floating =
        random.nextBoolean() ? DOUBLES[random.nextInt(DOUBLES.length)] : random.nextGaussian() * 10;
    long integral =
        random.nextBoolean() ? LONGS[random.nextInt(LONGS.length)] : random.nextInt(10) - 3;
    if (type == double.class) {
      return floating;
    } else if (type == float.class) {
      return (float) floating;
    } else if (type == long.class) {
      return integral;
    } else if (type == int.class) {
      return (int) integral;
    } else if (type == short.class) {
      return (short) integral;
    } else if (type == byte.class) {
      return (byte) integral;
    } else if (type == char.class) {
      return (char) integral;
    } else if (type == boolean.class) {
      return random.nextBoolean();
    }
    return null;
  }

  private static Object copy(Object argument) {
    if (argument == null || !argument.getClass().isArray()) {
      return argument;
    }
    int length = java.lang.reflect.Array.getLength(argument);
    Object copy =
        java.lang.reflect.Array.newInstance(argument.getClass().getComponentType(), length);
    System.arraycopy(argument, 0, copy, 0, length);
    return copy;
  }
}
