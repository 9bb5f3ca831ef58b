package dev.cotangent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * The twins of Math, StrictMath and the float overloads have their names, their order of arguments
 * and their values, found and compared by reflection, so that none is forgotten.
 */
class MathTwinsTest {
  private static final double[] DOUBLES = {
    0.0,
    -0.0,
    1,
    -1,
    0.5,
    -2.5,
    3.7,
    1e-3,
    123.456,
    -1e10,
    0.1,
    4.9e-324,
    -1e-310,
    1e300,
    -1e300,
    Math.PI,
    0.9999999,
    Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  private static final float[] FLOATS = {
    0f,
    -0f,
    1f,
    -1f,
    0.1f,
    -2.5f,
    3.7f,
    1e-3f,
    16777215f,
    1e30f,
    -1e30f,
    1.4e-45f,
    1e-40f,
    Float.MAX_VALUE,
    Float.POSITIVE_INFINITY,
    Float.NEGATIVE_INFINITY,
    Float.NaN
  };

  @Test
  void everyFunctionOfMathHasATwinOfTheSameValue() throws ReflectiveOperationException {
    assertTrue(compare(Math.class, Scalar.class, double.class) >= 36);
  }

  @Test
  void everyFunctionOfStrictMathHasATwinOfTheSameValue() throws ReflectiveOperationException {
    assertTrue(compare(StrictMath.class, StrictScalar.class, double.class) >= 36);
  }

  @Test
  void everyFloatOverloadHasATwinOfTheSameValue() throws ReflectiveOperationException {
    assertTrue(compare(Math.class, FloatScalar.class, float.class) >= 10);
    assertTrue(compare(StrictMath.class, FloatScalar.class, float.class) >= 10);
  }

  @Test
  void floatArithmeticRoundsAsJavaDoes() {
    for (float x : FLOATS) {
      for (float y : FLOATS) {
        Scalar a = Scalar.of(x, "x");
        Scalar b = Scalar.of(y);
        assertEquals(x + y, (float) FloatScalar.add(a, b).value());
        assertEquals(x - y, (float) FloatScalar.subtract(a, b).value());
        assertEquals(x * y, (float) FloatScalar.multiply(a, b).value());
        assertEquals(x / y, (float) FloatScalar.divide(a, b).value());
        assertEquals(x % y, (float) FloatScalar.remainder(a, b).value());
        assertEquals((double) (x * y), FloatScalar.multiply(a, b).value(), "no double digits left");
      }
    }
  }

  @Test
  void methodsOfAScalarAreTheFunctionsOfTheirName() throws ReflectiveOperationException {
    int compared = 0;
    for (Method method : Scalar.class.getMethods()) {
      if (Modifier.isStatic(method.getModifiers())
          || method.getReturnType() != Scalar.class
          || method.getParameterCount() != 0) {
        continue;
      }
      Method twin = find(Scalar.class, method.getName(), List.of(Scalar.class));
      if (twin != null) {
        Scalar x = Scalar.of(0.3, "x");
        Scalar expected = (Scalar) twin.invoke(null, x);
        assertEquals(expected.value(), ((Scalar) method.invoke(x)).value(), method.getName());
        compared++;
      }
    }
    assertEquals(24, compared);
  }

  /** Compares each function of Math that takes floating numbers; returns how many there are. */
  private static int compare(Class<?> math, Class<?> twins, Class<?> number)
      throws ReflectiveOperationException {
    Set<String> missing = new TreeSet<>();
    int compared = 0;
    for (Method function : math.getMethods()) {
      List<Class<?>> parameters = List.of(function.getParameterTypes());
      boolean floating =
          function.getReturnType() == number
              && parameters.contains(number)
              && Modifier.isStatic(function.getModifiers());
      if (!floating) {
        continue;
      }
      List<Class<?>> lifted =
          parameters.stream()
              .<Class<?>>map(type -> type == int.class ? int.class : Scalar.class)
              .toList();
      Method twin = find(twins, function.getName(), lifted);
      if (twin == null) {
        missing.add(function.toString());
      } else {
        compareValues(function, twin, number);
        compared++;
      }
    }
    assertEquals(Set.of(), missing);
    return compared;
  }

  private static Method find(Class<?> type, String name, List<Class<?>> parameters) {
    return Arrays.stream(type.getMethods())
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getName().equals(name))
        .filter(method -> List.of(method.getParameterTypes()).equals(parameters))
        .findFirst()
        .orElse(null);
  }

  private static void compareValues(Method function, Method twin, Class<?> number)
      throws ReflectiveOperationException {
    for (Object[] arguments : tuples(function.getParameterTypes(), number)) {
      String call = function.getName() + Arrays.toString(arguments);
      Object[] lifted = arguments.clone();
      for (int i = 0; i < lifted.length; i++) {
        if (!(lifted[i] instanceof Integer)) {
          lifted[i] = Scalar.of(((Number) lifted[i]).doubleValue(), "x");
        }
      }
      assertEquals(outcome(function, arguments), outcome(twin, lifted), call);
    }
  }

  /** The result as a double, or the class of what was thrown. */
  private static Object outcome(Method method, Object[] arguments)
      throws ReflectiveOperationException {
    try {
      Object result = method.invoke(null, arguments);
      return result instanceof Scalar scalar ? scalar.value() : ((Number) result).doubleValue();
    } catch (InvocationTargetException e) {
      return e.getCause().getClass();
    }
  }

  private static List<Object[]> tuples(Class<?>[] parameters, Class<?> number) {
    List<Object[]> tuples = new ArrayList<>();
    tuples.add(new Object[0]);
    for (Class<?> parameter : parameters) {
      List<Object[]> longer = new ArrayList<>();
      for (Object[] tuple : tuples) {
        for (Object value : samples(parameter, number, parameters.length)) {
          Object[] next = Arrays.copyOf(tuple, tuple.length + 1);
          next[tuple.length] = value;
          longer.add(next);
        }
      }
      tuples = longer;
    }
    return tuples;
  }

  private static List<Object> samples(Class<?> type, Class<?> number, int arity) {
    if (type == int.class) {
      return List.of(0, 3, -3, 200, -200, 2000, -2000);
    }
    List<Object> samples = new ArrayList<>();
    int stride = arity == 3 ? 2 : 1;
    if (type == float.class) {
      for (int i = 0; i < FLOATS.length; i += stride) {
        samples.add(FLOATS[i]);
      }
    } else {
      // A double among floats, as the direction of nextAfter, may be any.
      for (int i = 0; i < DOUBLES.length; i += number == float.class ? 3 : stride) {
        samples.add(DOUBLES[i]);
      }
    }
    return samples;
  }
}
