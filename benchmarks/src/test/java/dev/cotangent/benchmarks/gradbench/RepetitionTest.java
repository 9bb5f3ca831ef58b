package dev.cotangent.benchmarks.gradbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** A function is run until both bounds are reached. */
final class RepetitionTest {
  private final AtomicInteger calls = new AtomicInteger();
  private final Call<Integer> counting = Call.of(calls::incrementAndGet);

  @Test
  void onceAtLeast() throws JsonProcessingException {
    Repetition repetition = Repetition.of(Json.MAPPER.readTree("{}"));
    assertEquals(1, repetition.run(counting).length);
    assertEquals(1, counting.output());
  }

  @Test
  void asOftenAsTheInputAsks() throws JsonProcessingException {
    Repetition repetition = Repetition.of(Json.MAPPER.readTree("{\"min_runs\": 100}"));
    assertEquals(100, repetition.run(counting).length);
    assertEquals(100, calls.get());
  }

  @Test
  void asLongAsTheInputAsks() throws JsonProcessingException {
    Repetition repetition = Repetition.of(Json.MAPPER.readTree("{\"min_seconds\": 0.02}"));
    long[] times = repetition.run(counting);
    assertEquals(calls.get(), times.length);
    assertTrue(LongStream.of(times).sum() >= 20_000_000);
    // The last run was the one that was still missing.
    assertTrue(LongStream.of(times).limit(times.length - 1).sum() < 20_000_000);
  }

  @Test
  void aBareNumberAsksForNothing() {
    assertEquals(new Repetition(1, 0), Repetition.of(Json.tree(1.5)));
  }
}
