package org.jetbrains.jps.javac;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;

/** Has the name and the method by which IntelliJ IDEA lets processors look behind its proxies. */
public final class APIWrappers {
  private APIWrappers() {}

  /** Forwards every call. */
  private record Forwarding(Object inner) implements InvocationHandler {
    @Override
    public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(inner, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }
  }

  /** A proxy for an object. */
  public static <T> T wrap(Class<T> type, T inner) {
    ClassLoader loader = APIWrappers.class.getClassLoader();
    return type.cast(Proxy.newProxyInstance(loader, new Class<?>[] {type}, new Forwarding(inner)));
  }

  /** What is behind a proxy, one level; null if there is none. */
  public static <T> T unwrap(Class<T> type, T proxy) {
    boolean wrapped =
        Proxy.isProxyClass(proxy.getClass())
            && Proxy.getInvocationHandler(proxy) instanceof Forwarding;
    return wrapped ? type.cast(((Forwarding) Proxy.getInvocationHandler(proxy)).inner()) : null;
  }
}
