package dev.cotangent.runtime;

import java.util.Arrays;

/**
 * What was on a tape when its forward sweep ended, so that several reverse sweeps can follow: each
 * takes everything from the tape, and may push in between. Keeps its room, as the tape does.
 */
final class TapeMark {
  private double[] doubles = {};
  private int doubleCount;
  private int[] ints = {};
  private int intCount;
  private long[] longs = {};
  private int longCount;
  private boolean[] booleans = {};
  private int booleanCount;
  private Object[] references = {};
  private int referenceCount;
  private int[] handedOut = {};

  /** Keeps a copy of everything. */
  void take(Tape tape) {
    doubleCount = tape.doubleCount;
    if (doubles.length < doubleCount) {
      doubles = new double[tape.doubles.length];
    }
    System.arraycopy(tape.doubles, 0, doubles, 0, doubleCount);
    intCount = tape.intCount;
    if (ints.length < intCount) {
      ints = new int[tape.ints.length];
    }
    System.arraycopy(tape.ints, 0, ints, 0, intCount);
    longCount = tape.longCount;
    if (longs.length < longCount) {
      longs = new long[tape.longs.length];
    }
    System.arraycopy(tape.longs, 0, longs, 0, longCount);
    booleanCount = tape.booleanCount;
    if (booleans.length < booleanCount) {
      booleans = new boolean[tape.booleans.length];
    }
    System.arraycopy(tape.booleans, 0, booleans, 0, booleanCount);
    takeReferences(tape);
    takePools(tape);
  }

  private void takeReferences(Tape tape) {
    if (references.length < tape.referenceCount) {
      references = new Object[tape.references.length];
    }
    System.arraycopy(tape.references, 0, references, 0, tape.referenceCount);
    if (referenceCount > tape.referenceCount) {
      Arrays.fill(references, tape.referenceCount, referenceCount, null);
    }
    referenceCount = tape.referenceCount;
  }

  /** A pool that is made later hands out from its first array on. */
  private void takePools(Tape tape) {
    int count = 5 + tape.referencePools.size();
    if (handedOut.length < count) {
      handedOut = new int[count];
    }
    Arrays.fill(handedOut, 0);
    handedOut[0] = tape.doublePool == null ? 0 : tape.doublePool.handedOut();
    handedOut[1] = tape.floatPool == null ? 0 : tape.floatPool.handedOut();
    handedOut[2] = tape.longPool == null ? 0 : tape.longPool.handedOut();
    handedOut[3] = tape.intPool == null ? 0 : tape.intPool.handedOut();
    handedOut[4] = tape.booleanPool == null ? 0 : tape.booleanPool.handedOut();
    for (int i = 5; i < count; i++) {
      handedOut[i] = tape.referencePools.get(i - 5).handedOut();
    }
  }

  /** Puts everything back; the tape has been as full before, so that it has the room. */
  void putBack(Tape tape) {
    System.arraycopy(doubles, 0, tape.doubles, 0, doubleCount);
    tape.doubleCount = doubleCount;
    System.arraycopy(ints, 0, tape.ints, 0, intCount);
    tape.intCount = intCount;
    System.arraycopy(longs, 0, tape.longs, 0, longCount);
    tape.longCount = longCount;
    System.arraycopy(booleans, 0, tape.booleans, 0, booleanCount);
    tape.booleanCount = booleanCount;
    if (tape.referenceCount > referenceCount) {
      Arrays.fill(tape.references, referenceCount, tape.referenceCount, null);
    }
    System.arraycopy(references, 0, tape.references, 0, referenceCount);
    tape.referenceCount = referenceCount;
    putBackPools(tape);
  }

  private void putBackPools(Tape tape) {
    if (tape.doublePool != null) {
      tape.doublePool.backTo(handedOut[0]);
    }
    if (tape.floatPool != null) {
      tape.floatPool.backTo(handedOut[1]);
    }
    if (tape.longPool != null) {
      tape.longPool.backTo(handedOut[2]);
    }
    if (tape.intPool != null) {
      tape.intPool.backTo(handedOut[3]);
    }
    if (tape.booleanPool != null) {
      tape.booleanPool.backTo(handedOut[4]);
    }
    for (int i = 0; i < tape.referencePools.size(); i++) {
      tape.referencePools.get(i).backTo(i + 5 < handedOut.length ? handedOut[i + 5] : 0);
    }
  }
}
