package dev.cotangent.runtime;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AbiTest {
  @Test
  void ownAndEarlierRevisionsAreAccepted() {
    assertDoesNotThrow(() -> Abi.requireVersion(Abi.VERSION, Abi.REVISION));
    assertDoesNotThrow(() -> Abi.requireVersion(Abi.VERSION, Abi.REVISION - 1));
  }

  @Test
  void otherVersionsAreRefused() {
    refused(Abi.VERSION + 1, 0, "the processor of the same release");
    refused(Abi.VERSION - 1, 0, "the processor of the same release");
  }

  @Test
  void laterRevisionsAreRefused() {
    refused(Abi.VERSION, Abi.REVISION + 1, "at least as new as the processor");
  }

  private static void refused(int version, int revision, String fix) {
    LinkageError error =
        assertThrows(LinkageError.class, () -> Abi.requireVersion(version, revision));
    assertTrue(error.getMessage().startsWith("[COT102]"), error.getMessage());
    assertTrue(error.getMessage().contains(version + "." + revision), error.getMessage());
    assertTrue(error.getMessage().contains(fix), error.getMessage());
  }
}
