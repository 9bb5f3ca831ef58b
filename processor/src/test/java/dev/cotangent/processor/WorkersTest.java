package dev.cotangent.processor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class WorkersTest {
  @Test
  void whatCameOfAJobIsAskedForInAnyOrder() {
    try (Workers workers = new Workers(100)) {
      List<Supplier<Integer>> squares =
          IntStream.range(0, 100).mapToObj(i -> workers.begin(() -> i * i)).toList();
      for (int i = 99; i >= 0; i--) {
        assertEquals(i * i, squares.get(i).get());
      }
    }
  }

  @Test
  void oneJobIsDoneByWhoeverAsksForIt() {
    try (Workers workers = new Workers(1)) {
      Thread here = Thread.currentThread();
      assertSame(here, workers.begin(Thread::currentThread).get());
      assertEquals(0, workers.ahead());
    }
  }

  @Test
  void aFailureIsThrownWhereTheOutcomeIsAskedFor() {
    try (Workers workers = new Workers(2)) {
      StageFailure failure = new StageFailure("a stage", new IllegalStateException());
      Supplier<String> failed =
          workers.begin(
              () -> {
                throw failure;
              });
      Supplier<String> sound = workers.begin(() -> "done");
      assertSame(failure, assertThrows(StageFailure.class, failed::get));
      assertEquals("done", sound.get());
    }
  }

  @Test
  void aFailureAtTheBeginningIsThrownLater() {
    StackOverflowError failure = new StackOverflowError();
    Supplier<String> failed =
        Workers.begun(
            () -> {
              throw failure;
            });
    assertSame(failure, assertThrows(StackOverflowError.class, failed::get));
  }

  @Test
  void noThreadIsLeft() throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    try (Workers workers = new Workers(8)) {
      for (int i = 0; i < 8; i++) {
        threads.add(workers.begin(Thread::currentThread).get());
      }
    }
    for (Thread thread : threads) {
      if (thread != Thread.currentThread()) {
        assertTrue(thread.isDaemon());
        thread.join(10_000);
        assertEquals(Thread.State.TERMINATED, thread.getState());
      }
    }
  }
}
