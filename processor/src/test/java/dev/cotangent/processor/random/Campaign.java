package dev.cotangent.processor.random;

import dev.cotangent.processor.Variation;
import dev.cotangent.processor.corpus.Examination.Finding;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * Examines the programs of many seeds: each as users have it compiled, many once more by a
 * processor that makes other choices. What is wrong is shrunk.
 */
final class Campaign {
  private static final int BATCH = 100;

  private static final int THREADS =
      Integer.getInteger("cotangent.random.threads", Runtime.getRuntime().availableProcessors());

  /** So many failures are shrunk, which takes a while; the others are listed. */
  private static final int SHRUNK = Integer.getInteger("cotangent.random.shrunk", 4);

  /** So many of each batch are compiled in another way as well. */
  private static final int VARIED = 30;

  /** Whether a long run tells how far it is. */
  private static final boolean PROGRESS = Boolean.getBoolean("cotangent.random.progress");

  private final List<Variation> variations = Variation.all();
  private final List<String> failures = new ArrayList<>();
  private final Map<String, Integer> refused = new TreeMap<>();
  private final Map<String, String> examples = new TreeMap<>();
  private final Map<String, Integer> examined = new TreeMap<>();
  private final Traits traits = new Traits();
  private int programs;

  /** Runs the seeds from {@code first} on. */
  Campaign run(long first, int count) {
    List<Callable<Void>> batches = new ArrayList<>();
    for (long start = first; start < first + count; start += BATCH) {
      long from = start;
      batches.add(
          () -> {
            run(from, Math.min(from + BATCH, first + count));
            return null;
          });
    }
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      for (Future<Void> batch : pool.invokeAll(batches)) {
        batch.get();
      }
    } catch (InterruptedException | ExecutionException failure) {
      throw new IllegalStateException(failure);
    } finally {
      pool.shutdown();
    }
    return this;
  }

  private void run(long start, long end) {
    List<Program> batch = LongStream.range(start, end).mapToObj(ProgramWriter::write).toList();
    examine(batch, Variation.STANDARD);
    int turn = (int) (start / BATCH % variations.size());
    examine(batch.subList(0, Math.min(VARIED, batch.size())), variations.get(turn));
    if (PROGRESS) {
      System.err.println("examined " + start + " to " + (end - 1));
    }
  }

  private void examine(List<Program> batch, Variation variation) {
    Map<String, List<Finding>> findings = Batch.examine(batch, variation);
    note(batch, variation, findings);
  }

  private synchronized void note(
      List<Program> batch, Variation variation, Map<String, List<Finding>> findings) {
    programs += variation == Variation.STANDARD ? batch.size() : 0;
    if (variation == Variation.STANDARD) {
      batch.forEach(program -> traits.count(program.source()));
    }
    for (Program program : batch) {
      examined.merge(variation.toString(), 1, Integer::sum);
      List<Finding> found = findings.get(program.name());
      if (!found.isEmpty()) {
        note(program, variation, found.get(0));
      }
    }
  }

  private void note(Program program, Variation variation, Finding finding) {
    if (finding.witness().startsWith(Batch.REFUSED)) {
      refused.merge(finding.witness(), 1, Integer::sum);
      examples.putIfAbsent(finding.witness(), finding.complaint());
      return;
    }
    String title = program.name() + ", " + variation + ": " + finding.witness() + ' ';
    if (failures.size() >= SHRUNK || finding.witness().equals(Batch.INVALID)) {
      fail(title + finding.complaint());
      return;
    }
    Program small =
        Shrinker.shrink(program, candidate -> isWrong(candidate, variation, finding.witness()));
    fail(
        title
            + Batch.examine(List.of(small), variation).get(small.name())
            + "\nas a test in processor/src/test/resources/corpus:\n\n"
            + small.source());
  }

  /** A long run shows its failures as it goes. */
  private void fail(String failure) {
    failures.add(failure);
    System.err.println(failure);
  }

  /** Whether a witness finds something wrong with a program. */
  static boolean isWrong(Program program, Variation variation, String witness) {
    try {
      return Batch.examine(List.of(program), variation).get(program.name()).stream()
          .anyMatch(finding -> finding.witness().equals(witness));
    } catch (RuntimeException | AssertionError noProgram) {
      return false;
    }
  }

  /** What is wrong. */
  List<String> failures() {
    return failures;
  }

  /** How many programs have been written. */
  int programs() {
    return programs;
  }

  /** How many of them the processor refused, by design, in any variation. */
  int refusals() {
    return refused.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** The numbers, a line each. */
  String summary() {
    StringBuilder text = new StringBuilder();
    text.append("programs: ").append(programs).append('\n');
    text.append("mismatches and internal errors: ").append(failures.size()).append('\n');
    refused.forEach(
        (why, count) -> text.append(why + ": " + count + ", such as " + examples.get(why) + '\n'));
    examined.forEach(
        (variation, count) ->
            text.append("examined, ").append(variation).append(": ").append(count).append('\n'));
    text.append("of the programs so many had\n");
    traits
        .counts()
        .forEach(
            (trait, count) -> text.append(String.format(Locale.ROOT, "%6d  %s%n", count, trait)));
    return text.toString();
  }
}
