package dev.cotangent.benchmarks.measure;

import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** One way of one subject under JMH, each in a virtual machine of its own. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class SubjectBenchmark {
  /** The name of the subject. */
  @Param("regression")
  public String subject;

  /** The way to its derivative. */
  @Param({"PRIMAL", "GENERATED", "HAND_WRITTEN"})
  public Way way;

  private DoubleSupplier call;

  /** Makes the subject. */
  @Setup
  public void prepare() {
    call = Subjects.named(subject).call(way);
    if (call == null) {
      throw new IllegalArgumentException(subject + " has no " + way.title());
    }
  }

  /** What is timed. */
  @Benchmark
  public double call() {
    return call.getAsDouble();
  }
}
