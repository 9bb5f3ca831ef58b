package dev.cotangent.processor.companion;

/** What code allocates, measured by code that is compiled with it, since reflection allocates. */
final class AllocatedBytes {
  /**
   * {@code p.AllocatedBytes.of(action)}: the bytes of a hundred runs, behind a first one; the least
   * of three such series, since the virtual machine may allocate once when it compiles the code.
   */
  static final String SOURCE =
      """
      package p;
      import java.lang.management.ManagementFactory;
      final class AllocatedBytes {
        static long of(Runnable action) {
          action.run();
          return Math.min(series(action), Math.min(series(action), series(action)));
        }
        private static long series(Runnable action) {
          com.sun.management.ThreadMXBean threads =
              (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
          long id = Thread.currentThread().getId();
          threads.getThreadAllocatedBytes(id);
          long start = threads.getThreadAllocatedBytes(id);
          long overhead = threads.getThreadAllocatedBytes(id) - start;
          start = threads.getThreadAllocatedBytes(id);
          for (int i = 0; i < 100; i++) {
            action.run();
          }
          return threads.getThreadAllocatedBytes(id) - start - overhead;
        }
      }
      """;

  private AllocatedBytes() {}
}
