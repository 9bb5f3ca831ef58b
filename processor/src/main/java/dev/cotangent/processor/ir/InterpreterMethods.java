package dev.cotangent.processor.ir;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;

/**
 * What the {@link Interpreter} finds by reflection: the classes of types and the methods of {@link
 * MathCall}s.
 */
final class InterpreterMethods {
  private InterpreterMethods() {}

  /** The class of values of this type. */
  static Class<?> classOf(Type type) {
    if (type instanceof PrimitiveType primitive) {
      return switch (primitive) {
        case DOUBLE -> double.class;
        case FLOAT -> float.class;
        case LONG -> long.class;
        case INT -> int.class;
        case SHORT -> short.class;
        case BYTE -> byte.class;
        case CHAR -> char.class;
        case BOOLEAN -> boolean.class;
      };
    }
    if (type instanceof RecordType) {
      return Object[].class;
    }
    return type instanceof ArrayType array
        ? classOf(array.element()).arrayType()
        : named(((ReferenceType) type).qualifiedName());
  }

  /** Users' classes are known to the thread's loader, if to any. */
  private static Class<?> load(String name) throws ClassNotFoundException {
    ClassLoader users = Thread.currentThread().getContextClassLoader();
    return users == null ? Class.forName(name) : Class.forName(name, true, users);
  }

  /** The class of a source name, in which nested classes stand behind a dot. */
  static Class<?> named(String qualifiedName) {
    String name = qualifiedName;
    while (true) {
      try {
        return load(name);
      } catch (ClassNotFoundException e) {
        int dot = name.lastIndexOf('.');
        if (dot < 0) {
          throw new UnsupportedOperationException("there is no class " + qualifiedName, e);
        }
        name = name.substring(0, dot) + '$' + name.substring(dot + 1);
      }
    }
  }

  /** Calls the static method whose parameters have exactly the arguments' types. */
  static Object call(String owner, String name, List<Value> parameters, Object[] arguments) {
    Class<?>[] types = parameters.stream().map(p -> classOf(p.type())).toArray(Class<?>[]::new);
    Method method;
    try {
      method = named(owner).getDeclaredMethod(name, types);
      method.setAccessible(true);
    } catch (NoSuchMethodException e) {
      throw new UnsupportedOperationException(
          "there is no method " + owner + "." + name + Arrays.toString(types), e);
    }
    try {
      return method.invoke(null, arguments);
    } catch (InvocationTargetException e) {
      throw InterpreterMethods.<RuntimeException>sneaky(e.getCause());
    } catch (IllegalAccessException e) {
      throw new UnsupportedOperationException(e);
    }
  }

  /** The exception of the called method as it is, checked or not. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E sneaky(Throwable exception) throws E {
    throw (E) exception;
  }
}
