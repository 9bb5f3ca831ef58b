package dev.cotangent.processor.companion;

import dev.cotangent.DifferentiableFunction;
import dev.cotangent.DifferentiableVectorFunction;
import dev.cotangent.GradientCheck;
import dev.cotangent.Scalar;
import dev.cotangent.Sweep;
import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;

/** Calls the static members of a companion, which tests do not know at compile time. */
public final class Companion {
  private final Class<?> type;

  Companion(Class<?> type) {
    this.type = type;
  }

  /** The class itself. */
  public Class<?> type() {
    return type;
  }

  /** {@code value(P)}. */
  public double value(Object... arguments) {
    return number(call("value", arguments));
  }

  /** {@code gradient(P)}. */
  public Holder gradient(Object... arguments) {
    return new Holder(call("gradient", arguments));
  }

  /** {@code gradient(P, into)}. */
  public double gradientInto(Holder into, Object... arguments) {
    return number(call("gradient", append(arguments, into.target())));
  }

  /** {@code hvp(P, T)}. */
  public Holder hvp(Object... arguments) {
    return new Holder(call("hvp", arguments));
  }

  /** {@code hvp(P, T, into)}. */
  public double hvpInto(Holder into, Object... arguments) {
    return number(call("hvp", append(arguments, into.target())));
  }

  /** {@code hvp(P, T, into, gradient)}. */
  public double hvpBeside(Holder into, Holder gradient, Object... arguments) {
    return number(call("hvp", append(append(arguments, into.target()), gradient.target())));
  }

  /** {@code hessian(P)}. */
  public Matrix hessian(Object... arguments) {
    return new Matrix(call("hessian", arguments));
  }

  /** {@code hessian(P, into)}. */
  public double hessianInto(Matrix into, Object... arguments) {
    return number(call("hessian", append(arguments, into.target())));
  }

  /** An empty {@code Hessian}. */
  public Matrix hessianHolder() {
    return new Matrix(nested("Hessian"));
  }

  /** An empty {@code Jacobian}, to be filled in that way. */
  public Holder jacobianHolder(Sweep sweep) {
    return new Holder(nested("Jacobian", sweep));
  }

  /** A {@code Hessian}. */
  public record Matrix(Object target) {
    /** {@code value()}. */
    public double value() {
      return number(new Holder(target).get("value"));
    }

    /** {@code gradient()}. */
    public Holder gradient() {
      return new Holder(new Holder(target).get("gradient"));
    }

    /** {@code matrix()}. */
    public double[][] matrix() {
      return (double[][]) new Holder(target).get("matrix");
    }
  }

  /** {@code jvp(P, T)}: a record with {@code value} and {@code tangent}. */
  public Holder jvp(Object... arguments) {
    return new Holder(call("jvp", arguments));
  }

  /** {@code scalar(P′)}. */
  public Scalar scalar(Object... arguments) {
    return (Scalar) call("scalar", arguments);
  }

  /** {@code check(P)}. */
  public GradientCheck check(Object... arguments) {
    return (GradientCheck) call("check", arguments);
  }

  /** {@code bind(P)}. */
  public DifferentiableFunction bind(Object... arguments) {
    return (DifferentiableFunction) call("bind", arguments);
  }

  /** {@code bind(P)} of a method whose results are arrays. */
  public DifferentiableVectorFunction bindVector(Object... arguments) {
    return (DifferentiableVectorFunction) call("bind", arguments);
  }

  /** An empty {@code Gradient}. */
  public Holder holder() {
    return new Holder(nested("Gradient"));
  }

  /** An empty {@code Pullback}. */
  public Holder pullbackHolder() {
    return new Holder(nested("Pullback"));
  }

  private Object nested(String name, Object... arguments) {
    try {
      Class<?> nested = Class.forName(type.getName() + "$" + name, true, type.getClassLoader());
      Class<?>[] types = Stream.of(arguments).map(Object::getClass).toArray(Class<?>[]::new);
      Constructor<?> constructor = nested.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(arguments);
    } catch (ReflectiveOperationException failure) {
      throw new LinkageError(failure.getMessage(), failure);
    }
  }

  /** What a member gives: the accessors of a {@code Gradient} or a {@code Tangent}. */
  public record Holder(Object target) {
    /** {@code value()}. */
    public double value() {
      return number(get("value"));
    }

    /** {@code tangent()} of a {@code Tangent}. */
    public double tangent() {
      return number(get("tangent"));
    }

    /** {@code d<Param>()} of a number. */
    public double partial(String parameter) {
      return number(get(accessor(parameter)));
    }

    /** {@code d<Param>()} of an array, flattened, in double. */
    public double[] partials(String parameter) {
      Object array = get(accessor(parameter));
      return array == null || array instanceof double[] ? (double[]) array : flat(array);
    }

    private static double[] flat(Object array) {
      return java.util.stream.IntStream.range(0, Array.getLength(array))
          .mapToObj(i -> Array.get(array, i))
          .flatMapToDouble(
              element ->
                  element instanceof Number number
                      ? DoubleStream.of(number.doubleValue())
                      : Arrays.stream(element == null ? new double[0] : flat(element)))
          .toArray();
    }

    /** Any accessor. */
    public Object get(String accessor) {
      try {
        Method method = target.getClass().getDeclaredMethod(accessor);
        method.setAccessible(true);
        return method.invoke(target);
      } catch (ReflectiveOperationException failure) {
        throw new LinkageError(failure.getMessage(), failure);
      }
    }

    /** Calls the method of that name that takes the arguments; its exceptions come out. */
    public Object call(String name, Object... arguments) {
      return invoke(target.getClass(), target, name, arguments);
    }

    /** {@code d<Param>}. */
    public static String accessor(String parameter) {
      return "d" + Character.toUpperCase(parameter.charAt(0)) + parameter.substring(1);
    }
  }

  private static Object[] append(Object[] arguments, Object last) {
    Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }

  private static double number(Object value) {
    return ((Number) value).doubleValue();
  }

  /**
   * Calls the static method of that name that takes the arguments; its exceptions come out as they
   * are.
   */
  public Object call(String name, Object... arguments) {
    return invoke(type, null, name, arguments);
  }

  private static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
    List<Method> fitting = new ArrayList<>();
    for (Method method : type.getDeclaredMethods()) {
      if (method.getName().equals(name) && fits(method.getParameterTypes(), arguments)) {
        fitting.add(method);
      }
    }
    if (fitting.isEmpty()) {
      throw new AssertionError("no " + type.getName() + "." + name + Arrays.toString(arguments));
    }
    Method method = fitting.get(0);
    method.setAccessible(true);
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException thrown) {
      throw sneaky(thrown.getCause());
    } catch (IllegalAccessException impossible) {
      throw new AssertionError(impossible);
    }
  }

  @SuppressWarnings("unchecked")
  private static <T extends Throwable> RuntimeException sneaky(Throwable thrown) throws T {
    throw (T) thrown;
  }

  private static boolean fits(Class<?>[] parameters, Object[] arguments) {
    if (parameters.length != arguments.length) {
      return false;
    }
    for (int i = 0; i < parameters.length; i++) {
      boolean fits =
          parameters[i].isPrimitive()
              ? arguments[i] != null && boxes(parameters[i], arguments[i])
              : arguments[i] == null || parameters[i].isInstance(arguments[i]);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private static boolean boxes(Class<?> primitive, Object argument) {
    return java.lang.invoke.MethodType.methodType(primitive)
        .wrap()
        .returnType()
        .isInstance(argument);
  }
}
