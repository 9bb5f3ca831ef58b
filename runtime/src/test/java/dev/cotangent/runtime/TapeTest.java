package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TapeTest {
  private final Tape tape = new Tape();

  @Test
  void valuesComeBackInOppositeOrderAndByKind() {
    Object reference = new Object();
    for (int i = 0; i < 1000; i++) {
      tape.pushDouble(i + 0.5);
      tape.pushInt(i);
      tape.pushLong(-i);
      tape.pushBoolean(i % 3 == 0);
      tape.pushReference(i % 2 == 0 ? reference : null);
    }
    for (int i = 999; i >= 0; i--) {
      assertEquals(i + 0.5, tape.popDouble());
      assertEquals(i, tape.popInt());
      assertEquals(-i, tape.popLong());
      assertEquals(i % 3 == 0, tape.popBoolean());
      if (i % 2 == 0) {
        assertSame(reference, tape.popReference());
      } else {
        assertNull(tape.popReference());
      }
    }
    assertTrue(tape.isEmpty());
  }

  @Test
  void resetForgets() {
    tape.pushDouble(1);
    tape.pushReference("kept");
    assertFalse(tape.isEmpty());
    tape.reset();
    assertTrue(tape.isEmpty());
    assertThrows(ArrayIndexOutOfBoundsException.class, tape::popInt);
  }

  @Test
  void usedTapeAllocatesNothing() {
    fillAndDrain();
    ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    thread.getCurrentThreadAllocatedBytes();
    long before = thread.getCurrentThreadAllocatedBytes();
    fillAndDrain();
    assertEquals(0, thread.getCurrentThreadAllocatedBytes() - before);
  }

  private void fillAndDrain() {
    for (int i = 0; i < 5000; i++) {
      tape.pushDouble(i);
      tape.pushReference(this);
    }
    tape.reset();
  }
}
