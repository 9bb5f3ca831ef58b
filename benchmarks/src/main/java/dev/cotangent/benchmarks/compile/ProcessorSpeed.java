package dev.cotangent.benchmarks.compile;

import dev.cotangent.processor.CotangentProcessor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * What the processor adds to a compilation: javac with the processor, against javac alone on the
 * same sources with the companions among them, in one warm virtual machine. Prints a table with a
 * line for each number of methods; the arguments are these numbers. The heap is measured in
 * compilations of its own.
 */
public final class ProcessorSpeed {
  private static final int WARM_UP = 100;
  private static final int REPEATS = 3;
  private static final int MEGABYTE = 20;

  /** So many that one compilation of them is measure enough. */
  private static final int MANY = 1000;

  private final JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
  private final Path folder;

  private ProcessorSpeed(Path folder) {
    this.folder = folder;
  }

  /** Measures and prints. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("processor-speed");
    try {
      List<Integer> sizes = Stream.of(arguments).map(Integer::valueOf).toList();
      new ProcessorSpeed(folder).run(sizes.isEmpty() ? List.of(10, 100, 1000) : sizes);
    } finally {
      delete(folder);
    }
  }

  private void run(List<Integer> sizes) {
    long first = measure("first", 10).processor();
    measure("warm", WARM_UP);
    measure("warmer", WARM_UP);
    System.out.println(
        "| methods | processor / javac | processor, ms | ms a method | heap, MB | javac's, MB |");
    System.out.println("|---|---|---|---|---|---|");
    for (int size : sizes) {
      Times[] times = new Times[size < MANY ? REPEATS : 1];
      for (int i = 0; i < times.length; i++) {
        times[i] = measure(size + "-" + i, size);
      }
      Arrays.sort(times, Comparator.comparingDouble(Times::ratio));
      print(size, times[times.length / 2], heap("heap-" + size, size));
    }
    System.out.printf(Locale.ROOT, "first compilation, of 10 methods: %d ms%n", first / 1_000_000);
  }

  private static void print(int size, Times median, Heap heap) {
    double milliseconds = median.processor() / 1e6;
    System.out.printf(
        Locale.ROOT,
        "| %d | %.2f | %.0f | %.1f | %d | %d |%n",
        size,
        median.ratio(),
        milliseconds,
        milliseconds / size,
        heap.with() >> MEGABYTE,
        heap.alone() >> MEGABYTE);
  }

  /**
   * One measurement, in nanoseconds.
   *
   * @param with javac with the processor
   * @param alone javac alone, of the sources and the companions
   */
  private record Times(long with, long alone) {
    long processor() {
      return with - alone;
    }

    double ratio() {
      return (double) processor() / alone;
    }
  }

  /**
   * The most heap in use behind a collection, in bytes.
   *
   * @param with javac's and the processor's
   * @param alone that of javac alone, of the sources and the companions
   */
  private record Heap(long with, long alone) {}

  private Heap heap(String name, int methods) {
    Path place = folder.resolve(name);
    List<Path> sources = SpeedSources.write(place.resolve("src"), methods);
    Path generated = place.resolve("generated");
    long with =
        PeakHeap.during(() -> compile(sources, generated, List.of(), new CotangentProcessor()));
    List<Path> all = new ArrayList<>(sources);
    all.addAll(files(generated));
    long alone = PeakHeap.during(() -> compile(all, place.resolve("alone"), List.of("-proc:none")));
    delete(place);
    return new Heap(with, alone);
  }

  private Times measure(String name, int methods) {
    Path place = folder.resolve(name);
    List<Path> sources = SpeedSources.write(place.resolve("src"), methods);
    Path generated = place.resolve("generated");
    long with = compile(sources, generated, List.of(), new CotangentProcessor());
    List<Path> all = new ArrayList<>(sources);
    all.addAll(files(generated));
    long alone = compile(all, place.resolve("alone"), List.of("-proc:none"));
    delete(place);
    return new Times(with, alone);
  }

  private long compile(List<Path> sources, Path out, List<String> more, Processor... processors) {
    try {
      Files.createDirectories(out);
      long start = System.nanoTime();
      try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
        Iterable<? extends JavaFileObject> files = manager.getJavaFileObjectsFromPaths(sources);
        List<String> options = new ArrayList<>(List.of("-d", out.toString(), "-s", out.toString()));
        options.addAll(List.of("-cp", System.getProperty("java.class.path")));
        options.add("-Acotangent.lint=none");
        options.addAll(more);
        JavaCompiler.CompilationTask task =
            compiler.getTask(null, manager, null, options, null, files);
        if (processors.length > 0) {
          task.setProcessors(List.of(processors));
        }
        if (!task.call()) {
          throw new IllegalStateException("the sources do not compile");
        }
      }
      return System.nanoTime() - start;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static List<Path> files(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(file -> file.delete());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
