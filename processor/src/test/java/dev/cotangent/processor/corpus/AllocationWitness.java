package dev.cotangent.processor.corpus;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.function.Consumer;

/** Counts bytes: a gradient into a used holder allocates no more than the method itself. */
final class AllocationWitness implements Witness {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final int WARM_UP = 40;
  private static final int REPEATS = 8;

  @Override
  public String name() {
    return "allocation";
  }

  @Override
  public void examine(Subject subject, Consumer<String> complaints) {
    Object holder = subject.companion().holder().target();
    Method gradient = gradientInto(subject, holder);
    subject.method().setAccessible(true);
    for (Point point : subject.points()) {
      if (Witnesses.returns(subject, point)) {
        long primal = bytes(subject.method(), point, point.copy());
        long derivative = bytes(gradient, point, Values.append(point.copy(), holder));
        if (derivative > primal) {
          complaints.accept(
              point + " allocates " + derivative + " bytes, the method alone " + primal);
        }
      }
    }
  }

  private static Method gradientInto(Subject subject, Object holder) {
    Class<?>[] types = subject.method().getParameterTypes();
    Class<?>[] all = java.util.Arrays.copyOf(types, types.length + 1);
    all[types.length] = holder.getClass();
    try {
      Method method = subject.companion().type().getDeclaredMethod("gradient", all);
      method.setAccessible(true);
      return method;
    } catch (NoSuchMethodException missing) {
      throw new AssertionError(missing);
    }
  }

  /** The fewest bytes of several calls; both methods are called in the same way. */
  private static long bytes(Method method, Point point, Object[] arguments) {
    long fewest = Long.MAX_VALUE;
    try {
      for (int i = 0; i < WARM_UP; i++) {
        Values.restore(point.arguments(), arguments);
        method.invoke(null, arguments);
      }
      for (int i = 0; i < REPEATS; i++) {
        Values.restore(point.arguments(), arguments);
        long before = THREADS.getCurrentThreadAllocatedBytes();
        method.invoke(null, arguments);
        fewest = Math.min(fewest, THREADS.getCurrentThreadAllocatedBytes() - before);
      }
    } catch (InvocationTargetException | IllegalAccessException failure) {
      throw new AssertionError(failure);
    }
    return fewest;
  }
}
