package dev.cotangent.processor;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Runs what needs no compiler on all processors of the machine. What comes of a job is asked for by
 * the compiler's own thread, in whatever order it likes: nothing that is seen from outside depends
 * on which job is done first.
 */
final class Workers implements AutoCloseable {
  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();

  /** So that nobody waits for the slowest, and still no more than a few programs are held. */
  private static final int AHEAD_OF_EACH = 4;

  /** None where jobs are done by whoever asks for them. */
  private final ExecutorService threads;

  /**
   * Workers for one round.
   *
   * @param jobs about how many there will be
   */
  Workers(int jobs) {
    int count = Math.min(jobs, PROCESSORS);
    this.threads = count > 1 ? Executors.newFixedThreadPool(count, Workers::thread) : null;
  }

  /** The compiler does not wait for it when it gives up. */
  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "cotangent");
    thread.setDaemon(true);
    return thread;
  }

  /** How many jobs may be begun before the first is asked for. */
  int ahead() {
    return threads == null ? 0 : AHEAD_OF_EACH * PROCESSORS;
  }

  /** Begins the job. Whoever asks for what came of it waits for it, and is thrown what it threw. */
  <T> Supplier<T> begin(Supplier<T> job) {
    if (threads == null) {
      return job;
    }
    Future<T> result = threads.submit(job::get);
    return () -> outcome(result);
  }

  /** Runs the job now. Whoever asks for what came of it is thrown what it threw. */
  static <T> Supplier<T> begun(Supplier<Supplier<T>> job) {
    try {
      return job.get();
    } catch (RuntimeException | Error failure) {
      return () -> {
        throw unchecked(failure);
      };
    }
  }

  private static <T> T outcome(Future<T> result) {
    try {
      return result.get();
    } catch (ExecutionException failed) {
      throw unchecked(failed.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the compiler was stopped", stopped);
    }
  }

  /** The failure itself: whoever reports it says where it came from. */
  private static RuntimeException unchecked(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return (RuntimeException) failure;
  }

  @Override
  public void close() {
    if (threads != null) {
      threads.shutdownNow();
    }
  }
}
